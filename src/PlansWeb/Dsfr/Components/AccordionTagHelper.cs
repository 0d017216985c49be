using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A part that opens on demand: <c>details</c> and <c>summary</c>, where the DSFR has a button and a script. Its content is what it hides.</summary>
[HtmlTargetElement("dsfr-accordion")]
public sealed class AccordionTagHelper : TagHelper
{
    /// <summary>What is always visible, and opens the rest.</summary>
    public string Title { get; set; } = "";

    /// <summary>It is open at first.</summary>
    public bool IsOpen { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.Become("details", "fr-accordion");
        if (IsOpen)
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        }

        output.Content.SetHtmlContent(Markup.Element("summary", "fr-accordion__btn", Title));
        output.Content.AppendHtml(content);
    }
}
