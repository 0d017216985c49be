using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Makes documents describe themselves in the pages that link them, and images load well. Most pages name no file, and pay one look for that.
/// Thread-safe.
/// </summary>
/// <param name="files">The images and documents of the content folder, by address.</param>
/// <param name="isExact">
/// Bodies are as Eleventy has them: what a link should say of its document is only reported, and of images those alone are prepared that the site itself
/// wrote in a project's place.
/// </param>
internal sealed partial class PageMedia(IReadOnlyDictionary<string, ReadFile> files, bool isExact = false)
{
    /// <summary>Prepares a body. Never throws: a mistake of ours leaves the rest of it as it is, and is reported.</summary>
    /// <param name="body">The rendered body, sanitized: it nests no deeper than writing it back, which is recursive, can go.</param>
    /// <param name="source">The page.</param>
    /// <param name="problems">Where problems are reported.</param>
    /// <returns>The files that it depends on, those that are missing included.</returns>
    public IReadOnlyList<NamedFile> Prepare(HtmlBody body, ParsedPage source, DiagnosticLog problems)
    {
        if (!Names().IsMatch(body.Html))
        {
            return [];
        }

        var named = new LocalFiles(files, source);
        try
        {
            var documents = new DocumentLinks(named, source, problems);
            if (isExact)
            {
                ImageTags.Prepare(body.Root, named, isOwnOnly: true);
                WriteWhereNamed();

                // On a copy, for what it reports: what it adds is not written.
                documents.Describe((IElement)body.Root.Clone());
            }
            else
            {
                documents.Describe(body.Root);
                ImageTags.Prepare(body.Root, named);
                WriteWhereNamed();
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            problems.Report(DiagnosticRules.RenderFailure, 0, 0,
                $"Les documents et les images de cette page n’ont pas pu être décrits ({failure.GetType().Name}).",
                "Signalez cette page aux développeurs du site.");
        }

        return named.Found;

        void WriteWhereNamed()
        {
            if (named.Found.Count > 0 || body.Html.Contains(Shortcodes.ImageMark, StringComparison.Ordinal))
            {
                body.Change();
            }
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

    // An image, or a link to a document of this site.
    [GeneratedRegex("""<img\b|href\s*=\s*["']?(?!https?:|//)[^"'>]*\.(?:""" + DocumentFormat.Extensions + """)(?=["'?#\s>])""", RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
