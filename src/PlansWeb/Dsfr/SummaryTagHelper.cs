using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The summary of a page: links to its headings, in two levels; their addresses are anchors of the page.</summary>
[HtmlTargetElement("dsfr-summary")]
public sealed class SummaryTagHelper : ItemsNavigation<MenuItem>
{
    /// <summary>Title of the summary, and accessible name of the navigation.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    protected override void Write(TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("nav", "fr-summary");
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
