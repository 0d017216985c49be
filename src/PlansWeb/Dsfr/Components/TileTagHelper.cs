using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A tile: a way into a part of the site. The whole tile is the link.</summary>
[HtmlTargetElement("dsfr-tile")]
public sealed class TileTagHelper : TagHelper
{
    /// <summary>The title, which is the link.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where it leads, percent-encoded.</summary>
    public string Href { get; set; } = "";

    /// <summary>Level of the heading, by where the tile stands.</summary>
    public int HeadingLevel { get; set; } = 3;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("div", "fr-tile fr-enlarge-link");
        output.Content.SetHtmlContent(Markup.Element("div", "fr-tile__body",
            Markup.Element("div", "fr-tile__content", Markup.HeadingLink(HeadingLevel, "fr-tile__title", Title, Href))));
    }
}
