using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace PlansWeb.Dsfr;

/// <summary>
/// An entry of the main menu with those right below it. One with children is a <c>details</c> where the DSFR has a button and a script; its
/// own page is the first link inside, so that every page of the menu stays reachable.
/// </summary>
/// <param name="item">The entry; deeper levels than two are left out.</param>
public sealed class MainMenuEntry(MenuItem item) : IHtmlContent
{
    private string? _html;

    /// <summary>The entry stands on many pages, the same on each: its HTML is made the first time, and kept as long as the entry.</summary>
    public bool IsShared { get; init; }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsShared)
        {
            writer.Write(_html ??= Html(encoder));
        }
        else
        {
            Element().WriteTo(writer, encoder);
        }
    }

    // The site has one encoder.
    private string Html(HtmlEncoder encoder)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Element().WriteTo(writer, encoder);
        return writer.ToString();
    }

    private TagBuilder Element() => Markup.Element("li", "fr-nav__item", item.Children.Count == 0 ? Link() : Submenu());

    private TagBuilder Link()
    {
        var link = Markup.Link(item, "fr-nav__link");
        if (item is { IsActive: true, IsCurrent: false })
        {
            Markup.MarkBranch(link);
        }

        return link;
    }

    private TagBuilder Submenu()
    {
        var summary = Markup.Element("summary", "fr-nav__btn", item.Text);
        if (item.IsActive || item.IsCurrent)
        {
            Markup.MarkBranch(summary);
        }

        IEnumerable<MenuItem> links = item.Href is null ? item.Children : item.Children.Prepend(item);
        var submenu = Markup.Element("details", null, summary);

        // One open submenu at a time, where the browser knows the attribute.
        submenu.Attributes["name"] = NavigationTagHelper.Id;
        submenu.InnerHtml.AppendHtml(Markup.List("ul", "fr-menu fr-menu__list", links.Select(static link => Markup.Element("li", null, Markup.Link(link, "fr-nav__link")))));
        return submenu;
    }
}
