using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The tools of the header, such as the search bar. Written inside the header, shown beside its brand.</summary>
[HtmlTargetElement("dsfr-header-tools", ParentTag = "dsfr-header")]
public sealed class HeaderToolsTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (context.Items.TryGetValue(typeof(HeaderTools), out var tools))
        {
            ((HeaderTools)tools).Content = await output.GetChildContentAsync();
        }

        output.SuppressOutput();
    }
}
