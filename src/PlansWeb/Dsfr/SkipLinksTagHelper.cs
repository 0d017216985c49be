using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>Quick access: the first links of the page, seen when they have the focus (RGAA 12.7).</summary>
[HtmlTargetElement("dsfr-skiplinks")]
public sealed class SkipLinksTagHelper : TagHelper
{
    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; set; } = "";

    /// <summary>The links: their addresses are anchors of the page.</summary>
    public IReadOnlyList<MenuItem> Items { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("div", "fr-skiplinks");

        var navigation = Markup.Element("nav", "fr-container");
        navigation.Attributes["aria-label"] = Label;
        navigation.InnerHtml.AppendHtml(Markup.List("ul", "fr-skiplinks__list", Items.Select(item => Markup.Element("li", null, Markup.Link(item, "fr-link")))));
        output.Content.SetHtmlContent(navigation);
    }
}
