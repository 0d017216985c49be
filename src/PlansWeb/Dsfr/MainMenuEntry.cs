using System.Globalization;

namespace PlansWeb.Dsfr;

/// <summary>
/// An entry of the main menu with those right below it. One with children is a <c>details</c> where the DSFR has a button and a script; its
/// own page is the first link inside, so that every page of the menu stays reachable.
/// </summary>
/// <param name="item">The entry; deeper levels than two are left out.</param>
public sealed class MainMenuEntry(MenuItem item)
{
    /// <summary>
    /// The HTML of the entry, made here with the site's own encoder (<see cref="HtmlText.Encoder"/>), never with that of whoever writes it
    /// first: ASP.NET also writes content with an encoder that encodes nothing, to learn whether it is empty. An entry may be kept and shown
    /// on many pages.
    /// </summary>
    public string Html { get; } = Write(item);

    private static string Write(MenuItem item)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        writer.Write("<li class=\"fr-nav__item\">");
        if (item.Children.Count == 0)
        {
            WriteLink(writer, item, item.IsActive);
        }
        else
        {
            WriteSubmenu(writer, item);
        }

        writer.Write("</li>");
        return writer.ToString();
    }

    private static void WriteSubmenu(StringWriter writer, MenuItem item)
    {
        // One open submenu at a time, where the browser knows the attribute.
        writer.Write($"<details name=\"{NavigationTagHelper.Id}\"><summary");
        if (item.IsActive || item.IsCurrent)
        {
            writer.Write(" aria-current=\"true\"");
        }

        writer.Write(" class=\"fr-nav__btn\">");
        HtmlText.Encoder.Encode(writer, item.Text);
        writer.Write("</summary><ul class=\"fr-menu fr-menu__list\">");
        foreach (var link in item.Href is null ? item.Children : item.Children.Prepend(item))
        {
            writer.Write("<li>");
            WriteLink(writer, link, marksBranch: false);
            writer.Write("</li>");
        }

        writer.Write("</ul></details>");
    }

    // A link, or plain text where there is no address. The page shown is the only aria-current="page" (RGAA 12.2).
    private static void WriteLink(StringWriter writer, MenuItem item, bool marksBranch)
    {
        var element = item.Href is null ? "span" : "a";
        writer.Write($"<{element}");
        if (item.IsCurrent || marksBranch)
        {
            writer.Write($" aria-current=\"{(item.IsCurrent ? "page" : "true")}\"");
        }

        writer.Write(" class=\"fr-nav__link\"");
        if (item.Href is not null)
        {
            writer.Write(" href=\"");
            HtmlText.Encoder.Encode(writer, item.Href);
            writer.Write('"');
        }

        writer.Write('>');
        HtmlText.Encoder.Encode(writer, item.Text);
        writer.Write($"</{element}>");
    }
}
