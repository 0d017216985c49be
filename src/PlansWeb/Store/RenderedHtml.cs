using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PlansWeb.Store;

/// <summary>HTML made at load time from trusted content, written as it is. The only way past Razor's encoder.</summary>
/// <param name="Value">The HTML fragment.</param>
internal sealed record RenderedHtml(string Value) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Value);
}
