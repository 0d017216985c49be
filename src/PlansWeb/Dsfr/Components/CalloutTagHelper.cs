using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A callout: what must not be missed in a page. Its content is its text.</summary>
[HtmlTargetElement("dsfr-callout")]
public sealed class CalloutTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "fr-callout");
        output.Content.SetHtmlContent(Markup.Element("p", "fr-callout__text", content));
    }
}
