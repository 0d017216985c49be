using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The summary of a page: links to its headings, in two levels.</summary>
[HtmlTargetElement("dsfr-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    /// <summary>Title of the summary, and accessible name of the navigation.</summary>
    public string Title { get; set; } = "";

    /// <summary>The headings: their addresses are anchors of the page. With no entry, nothing is written.</summary>
    public IReadOnlyList<MenuItem> Items { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-summary");
        output.Attributes.SetAttribute("aria-labelledby", "sommaire");
        var title = Markup.Element("h2", "fr-summary__title", Title);
        title.Attributes["id"] = "sommaire";
        output.Content.SetHtmlContent(title);
        output.Content.AppendHtml(Entries(Items));
    }

    private static TagBuilder Entries(IEnumerable<MenuItem> items) => Markup.List("ol", null, items.Select(item =>
    {
        var entry = Markup.Element("li", null, Markup.Link(item, "fr-summary__link"));
        if (item.Children.Count > 0)
        {
            entry.InnerHtml.AppendHtml(Entries(item.Children));
        }

        return entry;
    }));
}
