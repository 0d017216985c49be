using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A card: a page with a sentence about it. The whole card is the link.</summary>
[HtmlTargetElement("dsfr-card")]
public sealed class CardTagHelper : TagHelper
{
    /// <summary>The title, which is the link.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where it leads, percent-encoded.</summary>
    public string Href { get; set; } = "";

    /// <summary>A sentence about it.</summary>
    public string? Description { get; set; }

    /// <summary>Level of the heading, by where the card stands.</summary>
    public int HeadingLevel { get; set; } = 3;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("div", "fr-card fr-enlarge-link");

        var content = Markup.Element("div", "fr-card__content", Markup.HeadingLink(HeadingLevel, "fr-card__title", Title, Href));
        if (!string.IsNullOrEmpty(Description))
        {
            content.InnerHtml.AppendHtml(Markup.Element("p", "fr-card__desc", Description));
        }

        output.Content.SetHtmlContent(Markup.Element("div", "fr-card__body", content));
    }
}
