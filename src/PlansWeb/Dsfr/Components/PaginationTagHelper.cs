using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>Links to the pages of a list: the first, the last, those beside the current one, previous and next. Nothing where there is one page.</summary>
[HtmlTargetElement("dsfr-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper : TagHelper
{
    private const string LinkClass = "fr-pagination__link";

    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; set; } = "";

    /// <summary>The page that is shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>The number of pages.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Address of the first page, percent-encoded.</summary>
    public string FirstHref { get; set; } = "";

    /// <summary>What stands before the number in the addresses of the other pages.</summary>
    public string NumberedHref { get; set; } = "";

    /// <summary>What comes before a number in the title of its link.</summary>
    public string PageText { get; set; } = "";

    /// <summary>Text of the link to the previous page.</summary>
    public string PreviousText { get; set; } = "";

    /// <summary>Text of the link to the next page.</summary>
    public string NextText { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Count < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "fr-pagination");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.List("ul", "fr-pagination__list", Entries().Select(entry => Markup.Element("li", null, entry))));
    }

    private IEnumerable<IHtmlContent> Entries()
    {
        if (Page > 1)
        {
            yield return Markup.Link(new MenuItem(PreviousText, Href(Page - 1)), LinkClass);
        }

        var last = 0;
        foreach (var number in Enumerable.Range(1, Count).Where(number => number == 1 || number == Count || Math.Abs(number - Page) <= 1))
        {
            if (number > last + 1)
            {
                yield return Markup.Element("span", LinkClass, "…");
            }

            yield return Number(number);
            last = number;
        }

        if (Page < Count)
        {
            yield return Markup.Link(new MenuItem(NextText, Href(Page + 1)), LinkClass);
        }
    }

    private TagBuilder Number(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var link = Markup.Link(new MenuItem(text, number == Page ? null : Href(number)) { IsCurrent = number == Page }, LinkClass);
        link.Attributes["title"] = $"{PageText} {text}";
        return link;
    }

    private string Href(int number) => number == 1 ? FirstHref : NumberedHref + number.ToString(CultureInfo.InvariantCulture);
}
