using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>
/// The main menu, in two levels; deeper ones are left out. An entry with children is a <c>details</c> where the DSFR has a button and a script;
/// its own page is the first link inside, so that every page of the menu stays reachable.
/// </summary>
[HtmlTargetElement("dsfr-navigation")]
public sealed class NavigationTagHelper : ItemsNavigation
{
    private const string DefaultId = "menu";

    // A large site's menu has hundreds of links, and but for one branch all pages have the same.
    private static readonly ConditionalWeakTable<MenuItem, IHtmlContent> s_unmarked = [];

    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; set; } = "";

    /// <summary>The anchor that skip links lead to.</summary>
    public string Id { get; set; } = DefaultId;

    /// <inheritdoc/>
    protected override void Write(TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("nav", "fr-nav");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.List("ul", "fr-nav__list", Items.Select(Item)));
    }

    private IHtmlContent Item(MenuItem item) => Id == DefaultId && !IsMarked(item)
        ? s_unmarked.GetValue(item, item => new WrittenOnce(Markup.Element("li", "fr-nav__item", Entry(item))))
        : Markup.Element("li", "fr-nav__item", Entry(item));

    private static bool IsMarked(MenuItem item) => item.IsCurrent || item.IsActive || item.Children.Any(IsMarked);

    private TagBuilder Entry(MenuItem item)
    {
        if (item.Children.Count == 0)
        {
            var link = Markup.Link(item, "fr-nav__link");
            MarkActive(link, item);
            return link;
        }

        var summary = Markup.Element("summary", "fr-nav__btn", item.Text);
        MarkActive(summary, item with { IsCurrent = false, IsActive = item.IsActive || item.IsCurrent });
        IEnumerable<MenuItem> links = item.Href is null ? item.Children : item.Children.Prepend(item);
        var submenu = Markup.Element("details", null, summary);
        // One open submenu at a time, where the browser knows the attribute.
        submenu.Attributes["name"] = Id;
        submenu.InnerHtml.AppendHtml(Markup.List("ul", "fr-menu fr-menu__list", links.Select(child => Markup.Element("li", null, Markup.Link(child, "fr-nav__link")))));
        return submenu;
    }

    private static void MarkActive(TagBuilder element, MenuItem item)
    {
        if (item is { IsActive: true, IsCurrent: false })
        {
            element.Attributes["aria-current"] = "true";
        }
    }
}
