using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Gives each link to a document its format and size, and its language where it differs. A link that stands alone in its paragraph, list item
/// or cell becomes the DSFR's download link; within a sentence, or where the link is something else already (a button, a card's title, a
/// picture), the same words follow its text in parentheses.
/// </summary>
internal sealed class DocumentLinks(LocalFiles files, ParsedPage page, DiagnosticLog problems)
{
    private const string DetailClass = "fr-link__detail";
    private const string DownloadClass = "fr-link--download";

    private readonly string _language = page.FrontMatter.Lang ?? "fr";

    /// <summary>Describes all documents that are linked.</summary>
    public void Describe(IElement body)
    {
        foreach (var link in body.QuerySelectorAll("a[href]").ToArray())
        {
            var href = link.GetAttribute("href")!;
            if (DocumentFormat.Of(PathOf(href)) is { } format && files.Find(href) is { } file)
            {
                Describe(link, file, format);
            }
        }
    }

    private void Describe(IElement link, ContentFile file, string format)
    {
        var typed = TypedDetail.AtTheEndOf(link.TextContent.Trim())
            ?? (link.NextSibling is IText after ? TypedDetail.AtTheStartOf(after.Data) : null);
        if (typed?.IsWrongFor(file.Length) == true)
        {
            ReportSize(link, typed, file);
        }

        // What the writer says stands; what is missing is added.
        var size = typed?.Size is null ? ContentTexts.AnnouncedSize(file) : file.IsHeavy ? ContentTexts.HeavyFile : null;
        if (ContentTexts.DocumentDetail(typed is null ? format : null, size, LanguageOf(link, file)) is { Length: > 0 } detail)
        {
            Append(link, detail);
        }
    }

    private void Append(IElement link, string detail)
    {
        var document = link.Owner!;
        if (link.ClassList.Contains(DownloadClass) || (link.ClassName is null or "" or "fr-link" && StandsAlone(link)))
        {
            link.ClassList.Add("fr-link", DownloadClass);
            var span = document.CreateElement("span");
            span.ClassName = DetailClass;
            span.TextContent = detail;
            if (Mark(link) is { } language)
            {
                span.SetAttribute("lang", language);
            }

            link.Append(document.CreateTextNode(" "), span);
            return;
        }

        var text = $"({detail})";
        link.AppendChild(document.CreateTextNode("\u00A0"));
        if (Mark(link) is not { } mark)
        {
            link.AppendChild(document.CreateTextNode(text));
        }
        else
        {
            var span = document.CreateElement("span");
            span.TextContent = text;
            span.SetAttribute("lang", mark);
            link.AppendChild(span);
        }
    }

    // The words are in the interface's language, also in a link or on a page that is in another (RGAA 8.7).
    private string? Mark(IElement link) => InterfaceLanguage.MarkOn(link.Closest("[lang]")?.GetAttribute("lang") ?? _language);

    // What the link says, then the page, then the file.
    private string? LanguageOf(IElement link, ContentFile file)
    {
        var tag = link.GetAttribute("hreflang") ?? link.GetAttribute("lang") ?? page.Data.GetValueOrDefault("documentLang") as string ?? file.Language;
        if (string.IsNullOrWhiteSpace(tag) || LanguageTag.Primary(tag) == LanguageTag.Primary(_language))
        {
            return null;
        }

        link.SetAttribute("hreflang", tag.Trim());
        return Formats.Language(LanguageTag.Primary(tag)) is { } name && !link.TextContent.Contains(name, StringComparison.OrdinalIgnoreCase) ? name : null;
    }

    // Alone in its block, whatever marks of emphasis are around it; a heading is a sentence.
    private static bool StandsAlone(IElement link)
    {
        if (link.QuerySelector("img, picture, svg") is not null)
        {
            return false;
        }

        INode node = link;
        while (true)
        {
            if (node.Parent is not IElement parent || parent.ChildNodes.Any(child => child != node && child is not IComment && !IsBlank(child)))
            {
                return false;
            }

            switch (parent.LocalName)
            {
                case "em" or "strong" or "b" or "i" or "span" or "small":
                    node = parent;
                    continue;
                case "p" or "li" or "div" or "td" or "th" or "dd" or "dt" or "figcaption" or "body" or "section" or "blockquote":
                    return parent.Closest(".fr-card, .fr-tile, .fr-download") is null;
                default:
                    return false;
            }
        }
    }

    private static bool IsBlank(INode node) => node is IText text ? string.IsNullOrWhiteSpace(text.Data) : node is IElement { LocalName: "br" };

    private void ReportSize(IElement link, TypedDetail typed, ContentFile file)
    {
        var (line, column) = PlaceOf(link.GetAttribute("href")!, typed.Size!);
        problems.Report(DiagnosticRules.DocumentSize, line, column,
            $"Le texte annonce {French.Quoted(typed.Size!)} pour le document {French.Quoted(file.Url)}, qui fait {French.FileSize(file.Length)}.",
            "Retirez du texte le format et la taille\u00A0: le site les ajoute lui-même, et les tient à jour.");
    }

    // The link is looked for in the file as it was written; one that a template made is nowhere, and the problem is the page's as a whole.
    private (int Line, int Column) PlaceOf(string href, string size)
    {
        var lines = page.File.Text().Split('\n');
        string[] spellings = [href, Uri.UnescapeDataString(href)];
        var place = (0, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            var column = spellings.Max(spelling => lines[i].IndexOf(spelling, StringComparison.Ordinal));
            if (column >= 0 && lines[i].Contains(size, StringComparison.Ordinal))
            {
                return (i + 1, column + 1);
            }

            if (column >= 0 && place == (0, 0))
            {
                place = (i + 1, column + 1);
            }
        }

        return place;
    }

    private static string PathOf(string href) => href.Split('?', '#')[0];
}
