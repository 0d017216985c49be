using System.Globalization;

namespace PlansWeb.Dsfr;

/// <summary>The elements that several components share.</summary>
internal static class Markup
{
    /// <summary>An element in a language; as it is where that is the language around it.</summary>
    public static Element In(string? lang, Element element) => lang is null ? element : element.Set("lang", lang);

    /// <summary>An entry of a menu: a link, or plain text where it has no address. The page shown is the only <c>aria-current="page"</c> (RGAA 12.2).</summary>
    public static Element Link(MenuItem item, string cssClass)
    {
        var link = new Element(item.Href is null ? "span" : "a", cssClass, item.Text);
        if (item.Href is not null)
        {
            link.Set("href", item.Href);
        }

        if (item.Lang is not null)
        {
            link.Set("lang", item.Lang);
            if (item.Href is not null)
            {
                link.Set("hreflang", item.Lang);
            }
        }

        if (item.IsCurrent)
        {
            link.Set("aria-current", "page");
        }

        return link;
    }

    /// <summary>Marks an entry that leads to the page shown: its branch, and not the page itself.</summary>
    public static void MarkBranch(Element entry) => entry.Set("aria-current", "true");

    /// <summary>The button of a part that is folded on a narrow screen alone: the style sheet hides it where it shows the part without it.</summary>
    public static Element FoldButton(string text) => new("summary", "fr-sidemenu__btn", text);

    /// <summary>The name of the element that is a heading of a level, from 1 to 6.</summary>
    public static string HeadingName(int level) => "h" + level.ToString(CultureInfo.InvariantCulture);

    /// <summary>A heading whose text is a link: the title of a card or a tile.</summary>
    public static Element HeadingLink(int level, string cssClass, string text, string href) =>
        new(HeadingName(level), cssClass, new Element("a", null, text).Set("href", href));

    /// <summary>A list of entries that are elements already.</summary>
    public static Element List(string name, string? cssClass, IEnumerable<IHtml> entries) => new Element(name, cssClass).Add(entries);
}
