using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter.Repair;

/// <summary>Data files beside pages that look like a folder's data and bear neither the folder's name nor a page's: nothing has their data.</summary>
internal static class OrphanData
{
    // Data for pages is short; a long file is a document.
    private const int MostBytes = 16 * 1024;

    // JSON is also what open data comes in, which has titles and descriptions too.
    private static readonly string[] s_ofPages = ["layout", "permalink", "eleventyNavigation", "eleventyExcludeFromCollections", "eleventyComputed"];

    /// <summary>Reports them.</summary>
    /// <param name="listing">The content folder.</param>
    public static IEnumerable<Diagnostic> Find(FolderListing listing)
    {
        var pages = new Lazy<HashSet<string>>(() => [.. listing.Entries.Where(static entry => entry.IsMarkdown).Select(static entry => entry.NormalizedPath[..^".md".Length])]);
        foreach (var entry in listing.Entries)
        {
            if (entry.IsData && !entry.IsPrivate && MeantBy(entry, listing.Name, pages) is { } name)
            {
                yield return new Diagnostic(DiagnosticRules.OrphanData, entry.Path, 0, 0,
                    $"Ce fichier porte le nom de son dossier ou d’une page à une majuscule près\u00a0: ses données sont lues ici, mais d’autres programmes les ignorent.",
                    $"Renommez-le «\u00a0{name}\u00a0».");
            }

            if (entry.IsMarkdown || entry.IsPrivate || entry.IsData || entry.Length is 0 or > MostBytes || Path.GetExtension(entry.Path) is not (".yaml" or ".yml" or ".json")
                || RedirectReader.IsRedirectFile(entry) || DataFileReader.Load(entry).Data is not DataMap data || !data.Entries.Keys.Any(key => IsOfPages(entry, key)))
            {
                continue;
            }

            var slash = entry.Path.LastIndexOf('/');
            var folder = slash < 0 ? listing.Name : Path.GetFileName(entry.Path[..slash]);
            var meant = entry.Path[..(slash + 1)] + folder + Path.GetExtension(entry.Path);
            yield return new Diagnostic(DiagnosticRules.OrphanData, entry.Path, 0, 0,
                "Ce fichier ne porte le nom ni de son dossier ni d’une page\u00a0: aucune page ne reçoit ses données, même celles qui devaient la cacher.",
                $"Renommez-le «\u00a0{meant}\u00a0» pour donner ses données aux pages du dossier, ou donnez-lui le nom d’une page, comme «\u00a0page{Path.GetExtension(entry.Path)}\u00a0» à côté de «\u00a0page.md\u00a0».");
        }
    }

    // The name that a data file should have; null where it has it.
    private static string? MeantBy(FolderEntry entry, string root, Lazy<HashSet<string>> pages)
    {
        if (DataFileName.Of(entry, root) is not { } name || name.Name == name.FolderName || pages.Value.Contains(name.Stem))
        {
            return null;
        }

        return name.IsOfFolder ? name.Stem[..^name.Name.Length] + name.FolderName + name.Extension
            : pages.Value.FirstOrDefault(page => page.Equals(name.Stem, StringComparison.OrdinalIgnoreCase)) is { } page ? page + name.Extension : null;
    }

    private static bool IsOfPages(FolderEntry entry, string key) => HidingKeys.IsMeant(key) || s_ofPages.Contains(key, StringComparer.Ordinal)
        || (!entry.Path.EndsWith(".json", StringComparison.Ordinal) && FrontMatterReader.Keys.Contains(key));
}
