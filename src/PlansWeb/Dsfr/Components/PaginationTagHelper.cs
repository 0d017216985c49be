using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>The pages of a long list. The first, the last and those around the one shown are links; where there is one page, nothing is written.</summary>
[HtmlTargetElement("dsfr-pagination")]
public sealed class PaginationTagHelper : TagHelper
{
    private const int Around = 2;

    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; set; } = "";

    /// <summary>Text of the link to the page before.</summary>
    public string PreviousText { get; set; } = "";

    /// <summary>Text of the link to the page after.</summary>
    public string NextText { get; set; } = "";

    /// <summary>Title of the link to a page; <c>{0}</c> stands for its number.</summary>
    public string PageTitle { get; set; } = "{0}";

    /// <summary>The page shown, from 1.</summary>
    public int Current { get; set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Total { get; set; }

    /// <summary>Address of a page by its number.</summary>
    public Func<int, string> Href { get; set; } = static number => "?page=" + number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Total < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-pagination");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.List("ul", "fr-pagination__list", Entries().Select(entry => Markup.Element("li", null, entry))));
    }

    private IEnumerable<TagBuilder> Entries()
    {
        if (Current > 1)
        {
            yield return Step(Current - 1, PreviousText, "prev");
        }

        for (int number = 1, last = 0; number <= Total; number++)
        {
            if (number != 1 && number != Total && Math.Abs(number - Current) > Around)
            {
                continue;
            }

            if (number > last + 1)
            {
                yield return Markup.Element("span", "fr-pagination__link", "…");
            }

            last = number;
            yield return Number(number);
        }

        if (Current < Total)
        {
            yield return Step(Current + 1, NextText, "next");
        }
    }

    private TagBuilder Number(int number)
    {
        var link = Markup.Link(
            new MenuItem(number.ToString(CultureInfo.InvariantCulture), number == Current ? null : Href(number)) { IsCurrent = number == Current }, "fr-pagination__link");
        link.Attributes["title"] = string.Format(CultureInfo.InvariantCulture, PageTitle, number);
        return link;
    }

    private TagBuilder Step(int number, string text, string relation)
    {
        var link = Markup.Link(new MenuItem(text, Href(number)), $"fr-pagination__link fr-pagination__link--{relation} fr-pagination__link--lg-label");
        link.Attributes["rel"] = relation;
        return link;
    }
}
