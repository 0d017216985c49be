using Microsoft.AspNetCore.Html;

namespace PlansWeb.Dsfr;

/// <summary>What stands beside the brand in the header: passed from <see cref="HeaderToolsTagHelper"/> to the header around it.</summary>
internal sealed class HeaderTools
{
    /// <summary>The tools; <see langword="null"/> where there are none.</summary>
    public IHtmlContent? Content { get; set; }
}
