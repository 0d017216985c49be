using System.Globalization;

namespace PlansWeb.Dsfr.Components;

/// <summary>Links to the pages of a list: the first, the last, those beside the current one, previous and next. Nothing where there is one page.</summary>
public sealed record Pagination : Component
{
    private const string LinkClass = "fr-pagination__link";

    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; init; } = "";

    /// <summary>The page that is shown, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The number of pages.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Address of the first page, percent-encoded.</summary>
    public string FirstHref { get; init; } = "";

    /// <summary>What stands before the number in the addresses of the other pages.</summary>
    public string NumberedHref { get; init; } = "";

    /// <summary>What stands behind the number.</summary>
    public string NumberedEnd { get; init; } = "";

    /// <summary>What comes before a number in the title of its link.</summary>
    public string PageText { get; init; } = "";

    /// <summary>Text of the link to the previous page.</summary>
    public string PreviousText { get; init; } = "";

    /// <summary>Text of the link to the next page.</summary>
    public string NextText { get; init; } = "";

    /// <inheritdoc/>
    protected override Element? Root() => Count < 2 ? null : new Element("nav", "fr-pagination",
        Markup.List("ul", "fr-pagination__list", Entries().Select(static entry => new Element("li", null, entry)))).Set("aria-label", Label);

    private IEnumerable<IHtml> Entries()
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
                yield return new Element("span", LinkClass, "…");
            }

            yield return Number(number);
            last = number;
        }

        if (Page < Count)
        {
            yield return Markup.Link(new MenuItem(NextText, Href(Page + 1)), LinkClass);
        }
    }

    private Element Number(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return Markup.Link(new MenuItem(text, number == Page ? null : Href(number)) { IsCurrent = number == Page }, LinkClass).Set("title", $"{PageText} {text}");
    }

    private string Href(int number) => number == 1 ? FirstHref : NumberedHref + number.ToString(CultureInfo.InvariantCulture) + NumberedEnd;
}
