using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The elements that several components share. Text goes through the encoder of the response.</summary>
internal static class Markup
{
    /// <summary>Makes the component's own element of its tag. Classes that the tag was written with stay, after the component's.</summary>
    public static void Become(this TagHelperOutput output, string name, string cssClass)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", output.Attributes["class"]?.Value is { } written ? $"{cssClass} {written}" : cssClass);
    }

    /// <summary>An element with what stands in it.</summary>
    public static TagBuilder Element(string name, string? cssClass = null, IHtmlContent? content = null)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
        {
            element.Attributes["class"] = cssClass;
        }

        if (content is not null)
        {
            element.InnerHtml.AppendHtml(content);
        }

        return element;
    }

    /// <summary>An element with a text.</summary>
    public static TagBuilder Element(string name, string? cssClass, string text)
    {
        var element = Element(name, cssClass);
        element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>An entry of a menu: a link, or plain text where it has no address. The page shown is the only <c>aria-current="page"</c>.</summary>
    public static TagBuilder Link(MenuItem item, string cssClass)
    {
        var link = Element(item.Href is null ? "span" : "a", cssClass, item.Text);
        if (item.Href is not null)
        {
            link.Attributes["href"] = item.Href;
        }

        if (item.IsCurrent)
        {
            link.Attributes["aria-current"] = "page";
        }

        return link;
    }

    /// <summary>Marks an entry that leads to the page shown: its branch, and not the page itself.</summary>
    public static void MarkBranch(TagBuilder entry) => entry.Attributes["aria-current"] = "true";

    /// <summary>A heading whose text is a link: the title of a card or a tile.</summary>
    public static TagBuilder HeadingLink(int level, string cssClass, string text, string href)
    {
        var link = Element("a", null, text);
        link.Attributes["href"] = href;
        return Element("h" + level.ToString(CultureInfo.InvariantCulture), cssClass, link);
    }

    /// <summary>A list of entries that are elements already.</summary>
    public static TagBuilder List(string name, string? cssClass, IEnumerable<IHtmlContent> entries)
    {
        var list = Element(name, cssClass);
        foreach (var entry in entries)
        {
            list.InnerHtml.AppendHtml(entry);
        }

        return list;
    }
}
