using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>Headings make an outline (RGAA 9.1): one of level 1, which is the page's title, and no level skipped on the way down.</summary>
internal sealed class HeadingRule : IPageRule
{
    private static readonly string[] s_blockTitles = ["fr-alert__title", "fr-callout__title"];

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        var headings = page.Document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Where(heading => !IsTitleOfBlock(page, heading)).ToArray();
        var before = 1;
        for (var i = 0; i < headings.Length; i++)
        {
            var level = headings[i].LocalName[1] - '0';
            if (level == 1)
            {
                page.Report(DiagnosticRules.SecondMainHeading, Place(page, headings, i),
                    $"Le titre {Words.Quote(Words.Of(headings[i]))} est de niveau 1, comme le titre de la page\u00a0: une page n’en a qu’un.",
                    "Retirez-le s’il répète le titre de la page, sinon écrivez-le avec deux dièses («\u00a0##\u00a0»).");
            }
            else if (level > before + 1)
            {
                page.Report(DiagnosticRules.SkippedLevel, Place(page, headings, i),
                    $"Le titre {Words.Quote(Words.Of(headings[i]))} est de niveau {level}, mais celui qui le précède est de niveau {before}"
                    + (before == 1 ? " (le titre de la page)." : "."),
                    $"Écrivez-le au niveau {before + 1}\u00a0: «\u00a0{new string('#', before + 1)}\u00a0» en Markdown, «\u00a0h{before + 1}\u00a0» en HTML.");
            }

            before = level;
        }

        foreach (var paragraph in page.Document.QuerySelectorAll("p:not([class])").Where(LooksLikeHeading))
        {
            page.Report(DiagnosticRules.BoldHeading, page.Source.FindText(Words.Of(paragraph)),
                $"Le paragraphe {Words.Quote(Words.Of(paragraph))} est tout en gras, comme un titre, mais n’en est pas un\u00a0: il manque au sommaire et à qui parcourt la page de titre en titre.",
                "Si c’est un titre, écrivez-le avec des dièses («\u00a0##\u00a0»)\u00a0; sinon, ne mettez en gras que les mots importants.");
        }

        foreach (var paragraph in page.Document.QuerySelectorAll("p").Where(static paragraph => s_blockTitles.Any(paragraph.ClassList.Contains)))
        {
            page.Report(DiagnosticRules.BoldHeading, page.Source.FindText(Words.Of(paragraph)),
                $"Le paragraphe {Words.Quote(Words.Of(paragraph))} a l’aspect d’un titre, mais n’en est pas un\u00a0: qui parcourt la page de titre en titre passe à côté.",
                "Écrivez-le en titre, avec la même classe («\u00a0h3\u00a0» au lieu de «\u00a0p\u00a0»), ou prenez le bloc «\u00a0:::\u00a0», qui le fait de lui-même.");
        }
    }

    // As RGAA 9.1 has it: what looks like a heading is one. A heading has a text below it, and is no sentence that ends with a full stop.
    private static bool LooksLikeHeading(IElement paragraph) =>
        IsBold(paragraph)
        && Words.Of(paragraph) is { Length: > 0 } text && text[^1] is not ('.' or ':' or ',' or ';')
        && paragraph.ParentElement?.LocalName == "body"
        && paragraph.NextElementSibling is { LocalName: "p" or "ul" or "ol" } next && !IsBold(next);

    private static bool IsBold(IElement paragraph) =>
        paragraph.ChildNodes.All(static node => node is IElement { LocalName: "strong" or "b" } || string.IsNullOrWhiteSpace(node.TextContent));

    // The titles of ::: blocks get their level from the site: their writer can do nothing about it. Written in HTML, they count.
    private static bool IsTitleOfBlock(CheckedPage page, IElement heading) =>
        s_blockTitles.Any(name => heading.ClassList.Contains(name) && page.Source.FindExact(name) == SourcePlace.Unknown);

    // The n-th heading of the HTML is the n-th of the source, unless Liquid wrote some: then the text must tell.
    private static SourcePlace Place(CheckedPage page, IElement[] headings, int index)
    {
        var written = page.Source.Headings().ToArray();
        return written.Select(static heading => heading.Level).SequenceEqual(headings.Select(static heading => heading.LocalName[1] - '0'))
            ? written[index].Place
            : page.Source.FindText(Words.Of(headings[index]));
    }
}
