using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>
/// The menu of a section. On a narrow screen a button opens it, by the browser's own popover; where the browser
/// knows no popover the menu is simply there, and so it is on a wide screen. The branch of the page shown is open.
/// </summary>
[HtmlTargetElement("dsfr-sidemenu")]
public sealed class SideMenuTagHelper : TagHelper
{
    /// <summary>Name of the section.</summary>
    public string Title { get; set; } = "";

    /// <summary>Text of the button on a narrow screen.</summary>
    public string ButtonText { get; set; } = "";

    /// <summary>Unique in the page; the ids inside begin with it.</summary>
    public string Id { get; set; } = "rubrique";

    /// <summary>The entries. Children are shown where the entry is active or current.</summary>
    public IReadOnlyList<MenuItem> Items { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("nav", "fr-sidemenu");
        output.Attributes.SetAttribute("aria-label", Title);

        var button = Markup.Element("button", "fr-sidemenu__btn", ButtonText);
        button.Attributes["type"] = "button";
        button.Attributes["popovertarget"] = Id;

        var inner = Markup.Element("div", "fr-sidemenu__inner");
        inner.Attributes["id"] = Id;
        inner.Attributes["popover"] = "";
        inner.InnerHtml.AppendHtml(Markup.Element("p", "fr-sidemenu__title", Title));
        inner.InnerHtml.AppendHtml(Entries(Items));

        output.Content.SetHtmlContent(button);
        output.Content.AppendHtml(inner);
    }

    private static TagBuilder Entries(IEnumerable<MenuItem> items) =>
        Markup.List("ul", "fr-sidemenu__list", items.Select(Entry));

    private static TagBuilder Entry(MenuItem item)
    {
        var entry = Markup.Element("li", "fr-sidemenu__item");
        var link = Markup.Link(item, "fr-sidemenu__link");
        if (item is { IsActive: true, IsCurrent: false })
        {
            Markup.MarkBranch(link);
        }

        entry.InnerHtml.AppendHtml(link);
        if ((item.IsActive || item.IsCurrent) && item.Children.Count > 0)
        {
            entry.InnerHtml.AppendHtml(Entries(item.Children));
        }

        return entry;
    }
}
