using System.Collections.Frozen;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Repair;
using PlansWeb.Content.FrontMatter.Yaml;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Files.Names;

/// <summary>
/// Finds the files that look like a page and are none, and those whose name is nearly that of their folder's own page: to the writer they seem to be
/// there, and no reader finds them.
/// </summary>
internal static class PageNames
{
    private const int HeadBytes = 4 * 1024;

    // Pages of other programs. A document (.docx, .odt) is published as one; the checks name those that nothing links to.
    private static readonly FrozenSet<string> s_pages = new[]
    {
        ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdtext", ".mdtxt", ".mdx", ".rmd", ".qmd", ".njk", ".liquid", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".hbs",
        ".mustache", ".ejs", ".haml", ".pug", ".webc", ".vto", ".jsx", ".tsx", ".rtf", ".doc", ".docm", ".pages", ".gdoc", ".adoc", ".rst", ".textile", ".wiki",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What is no text is not opened.
    private static readonly FrozenSet<string> s_others = new[]
    {
        ".css", ".js", ".mjs", ".cjs", ".ts", ".xml", ".yaml", ".yml", ".toml", ".ini", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".ai", ".ico", ".jfif", ".raw", ".mp3",
        ".mp4", ".mov", ".avi", ".webm", ".ogg", ".wav", ".7z", ".gz", ".tar", ".rar", ".xls", ".ppt", ".woff", ".woff2", ".ttf", ".otf", ".exe", ".dll", ".db",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reports the files that are no pages, and the pages that are not where they seem to be.</summary>
    /// <param name="entries">All files of the content folder.</param>
    /// <param name="pages">The pages that were made of them.</param>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<FolderEntry> entries, IReadOnlyList<ParsedPage> pages)
    {
        var problems = new List<Diagnostic>();
        foreach (var entry in entries)
        {
            if (!entry.IsMarkdown && !entry.IsTemplate && IsLost(entry))
            {
                var name = Name(entry.Path);
                problems.Add(new Diagnostic(DiagnosticRules.PageName, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» n’est pas une page\u00a0: son nom doit finir par «\u00a0.md\u00a0».",
                    IndexName(name) is not null ? "Renommez-le en «\u00a0index.md\u00a0»." : Advice(name)));
            }
        }

        var folders = new Lazy<HashSet<string>>(() => [.. pages.Where(static page => page.Url is not null).Select(static page => page.Url!)]);
        foreach (var page in pages)
        {
            var path = page.Entry.NormalizedPath;
            var name = Name(path);
            if (!page.Entry.IsTemplate && IndexName(name) is not null && page.Url == PageAddress.FromPath(path) && !folders.Value.Contains(page.Url[..(page.Url.TrimEnd('/').LastIndexOf('/') + 1)]))
            {
                problems.Add(new Diagnostic(DiagnosticRules.PageName, page.Entry.Path, 0, 0,
                    $"«\u00a0{name}\u00a0» n’est pas la page de son dossier\u00a0: son adresse est {page.Url}, et celle du dossier n’a pas de page.", "Renommez-le en «\u00a0index.md\u00a0»."));
            }
        }

        return problems;
    }

    /// <summary>A text that begins with front matter: a page's, whatever the name of its file.</summary>
    /// <param name="stream">The file, from its beginning; the place where reading it ended is anywhere.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool HasFrontMatter(Stream stream)
    {
        var head = new byte[HeadBytes];
        var text = TextDecoder.Decode(head.AsSpan(0, stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false))).Text.TrimStart('\uFEFF');
        return FrontMatterFence.Find(text) is not { } fence ? MisfencedHeader.Find(text) is not null
            : fence is { Language.Length: 0, IsClosed: true } && text[fence.DataStart..fence.DataEnd].Split('\n').Any(static line => YamlLine.Split(line.TrimEnd()) is { HasKey: true, Indent: 0 });
    }

    private static bool IsLost(FolderEntry entry)
    {
        var name = Name(entry.Path);
        if (entry.IsData || entry.Path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal))
        {
            return false;
        }

        if (entry.IsPrivate)
        {
            return false;
        }

        var extension = Path.GetExtension(name);
        if (s_pages.Contains(extension) || name.EndsWith(".md.txt", StringComparison.OrdinalIgnoreCase) || name.Contains(".11ty.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return !s_others.Contains(extension) && (MediaTypes.Of(name) is not { } type || type.StartsWith("text/plain", StringComparison.Ordinal)) && HasFrontMatter(entry);
    }

    private static bool HasFrontMatter(FolderEntry entry)
    {
        try
        {
            using var file = File.OpenRead(entry.PhysicalPath);
            return HasFrontMatter(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A name that is meant to be index.md: null where it is that one, or another.
    private static string? IndexName(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name.AsSpan());
        var meant = stem.Trim().TrimStart('_');
        return meant.Equals("readme", StringComparison.OrdinalIgnoreCase)
            || (meant.Equals("index", StringComparison.OrdinalIgnoreCase) && !(stem is "index" && name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))) ? "index.md" : null;
    }

    private static string Advice(string name)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var stem = Path.GetFileNameWithoutExtension(name);
        if (extension is ".rtf" or ".doc" or ".docm" or ".pages" or ".gdoc" or ".html" or ".htm" or ".xhtml" or ".mht" or ".mhtml")
        {
            return $"Copiez son texte dans un fichier «\u00a0{stem}.md\u00a0», ou supprimez-le.";
        }

        if (name.IndexOf(".11ty.", StringComparison.OrdinalIgnoreCase) is > 0 and var script)
        {
            return $"C’est un programme d’Eleventy\u00a0: écrivez la page en Markdown, dans un fichier «\u00a0{name[..script]}.md\u00a0», ou supprimez-le.";
        }

        stem = stem.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? stem[..^".md".Length] : stem;
        return $"Renommez-le en «\u00a0{stem}.md\u00a0» (dans l’explorateur de fichiers, affichez d’abord les extensions), ou supprimez-le.";
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
