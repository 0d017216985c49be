using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A band above the page: what concerns all of it, in a sentence. It is a landmark with a name, for it stands outside <c>main</c>.</summary>
[HtmlTargetElement("dsfr-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>The sentence.</summary>
    public string Title { get; set; } = "";

    /// <summary>Accessible name of the band.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("div", "fr-notice fr-notice--info");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.Element("div", "fr-container", Markup.Element("div", "fr-notice__body", Markup.Element("p", "fr-notice__title", Title))));
    }
}
