using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A part that opens on demand: <c>details</c> and <c>summary</c>, where the DSFR has a button and a script. Its content is what it hides.</summary>
[HtmlTargetElement("dsfr-accordion")]
public sealed class AccordionTagHelper : TagHelper
{
    /// <summary>What is always visible, and opens the rest.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "fr-accordion");
        output.Content.SetHtmlContent(Markup.Element("summary", "fr-accordion__btn", Title));
        output.Content.AppendHtml(content);
    }
}
