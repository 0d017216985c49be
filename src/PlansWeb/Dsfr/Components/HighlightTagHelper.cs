using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A highlight: a sentence of the text that a reader should not miss. Less than a callout, which stands apart from the text.</summary>
[HtmlTargetElement("dsfr-highlight")]
public sealed class HighlightTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "fr-highlight");
        output.Content.SetHtmlContent(Markup.Element("p", null, content));
    }
}
