using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Parser;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Makes documents describe themselves in the pages that link them, and images load well. Most pages name no file, and pay one look for that.
/// Thread-safe.
/// </summary>
/// <param name="files">The images and documents of the content folder, by address.</param>
/// <param name="isExact">Words are as Eleventy has them: what a link should say of its document is only reported.</param>
internal sealed partial class PageMedia(IReadOnlyDictionary<string, ReadFile> files, bool isExact = false)
{
    /// <summary>Dresses a body. Never throws: a mistake of ours leaves it as it is, and is reported.</summary>
    /// <param name="html">The rendered body, sanitized: it nests no deeper than writing it back, which is recursive, can go.</param>
    /// <param name="source">The page.</param>
    /// <param name="problems">Where problems are reported.</param>
    public DressedHtml Dress(string html, ParsedPage source, ProblemLog problems)
    {
        if (!Names().IsMatch(html))
        {
            return new DressedHtml(html, []);
        }

        try
        {
            var document = new HtmlParser().ParseDocument("<body>" + html);
            var named = new LocalFiles(files, source);
            var documents = new DocumentLinks(named, source, problems);
            if (!isExact)
            {
                documents.Describe(document.Body!);
            }

            ImageTags.Prepare(document.Body!, named);
            var prepared = named.Found.Count > 0 ? Write(document.Body!) : html;
            if (isExact)
            {
                // Last, for what it reports: what it adds is not written.
                documents.Describe(document.Body!);
            }

            return new DressedHtml(prepared, named.Found);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            problems.Report(ProblemRules.RenderFailure, 0, 0,
                $"Les documents et les images de cette page n’ont pas pu être décrits ({failure.GetType().Name}).",
                "Signalez cette page aux développeurs du site.");
            return new DressedHtml(html, []);
        }
    }

    /// <summary>The page would be the same now.</summary>
    public bool IsCurrent(IReadOnlyList<NamedFile> named)
    {
        foreach (var file in named)
        {
            if (files.GetValueOrDefault(file.Url)?.File.ETag != file.ETag)
            {
                return false;
            }
        }

        return true;
    }

    // The writer encodes every no-break space, which French has many of: six bytes instead of two.
    private static string Write(AngleSharp.Dom.IElement body) =>
        body.ChildNodes.ToHtml().Replace("&nbsp;", "\u00A0", StringComparison.Ordinal);

    // An image, or a link to a document of this site.
    [GeneratedRegex("""<img\b|href\s*=\s*["']?(?!https?:|//)[^"'>]*\.(?:""" + DocumentFormat.Extensions + """)(?=["'?#\s>])""", RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
