namespace PlansWeb.Content.Files;

/// <summary>A file of the content folder.</summary>
/// <param name="Path">Path below the folder as the system writes it, with <c>/</c>.</param>
/// <param name="PhysicalPath">Absolute path, links resolved.</param>
/// <param name="NormalizedPath"><paramref name="Path"/> in Unicode NFC, from which addresses are made.</param>
/// <param name="LastWrite">Time of the last change, as the system tells it. A hint: programs can set it back.</param>
/// <param name="Length">Size in bytes.</param>
internal sealed record FolderEntry(string Path, string PhysicalPath, string NormalizedPath, DateTime LastWrite, long Length)
{
    /// <summary>A Markdown file that becomes a page.</summary>
    /// <remarks>Found once: each load asks it of each file.</remarks>
    public bool IsMarkdown { get; } = IsMarkdownName(Path) && !IsBelowPrivate(Path);

    /// <summary>A template that may be a page: see <see cref="Site.Loading.PageReader"/> for which is.</summary>
    public bool IsTemplate { get; } = IsTemplateName(Path) && !IsBelowPrivate(Path);

    /// <summary>Below <c>_data</c>, <c>_includes</c> or <c>_history</c>, or what its name says to be no page yet (<c>_drafts</c>).</summary>
    public bool IsPrivate { get; } = IsBelowPrivate(Path);

    /// <summary>
    /// A data file of a folder or of a page: <c>dir/dir.json</c>, <c>dir/dir.11tydata.json</c>, <c>page.11tydata.json</c>, <c>page.json</c> beside
    /// <c>page.md</c>, and the same in YAML. Never public.
    /// </summary>
    public bool IsData { get; init; }

    /// <summary>In a folder <c>registre</c>: for the room of the plans, never served. Markdown there is a page as anywhere.</summary>
    public bool IsRegister { get; } = IsOfRegister(Path);

    /// <summary>The name is that of a file that may be a page: Markdown, or a template.</summary>
    public static bool IsPageName(string path) => IsMarkdownName(path) || IsTemplateName(path);

    private static bool IsMarkdownName(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsTemplateName(string path) => System.IO.Path.GetExtension(path) is ".njk" or ".liquid" or ".html";

    private static bool IsOfRegister(string path)
    {
        var file = path.LastIndexOf('/');
        return file > 0 && (path.AsSpan(0, file).Equals("registre", StringComparison.OrdinalIgnoreCase)
            || path.AsSpan(0, file).EndsWith("/registre", StringComparison.OrdinalIgnoreCase));
    }

    // Eleventy serves all that begins with `_` but its own two folders. Other programs, and people, keep there what is not meant to be read.
    private static bool IsBelowPrivate(string path)
    {
        if (!path.StartsWith('_') && !path.Contains("/_", StringComparison.Ordinal))
        {
            return false;
        }

        return path.Split('/').Any(static part => part.StartsWith('_') && part.Split('.')[0].ToLowerInvariant() is "_data" or "_includes" or ContentFolder.HistoryFolder
            or "_draft" or "_drafts" or "_brouillon" or "_brouillons" or "_prive" or "_privé" or "_private" or "_hidden");
    }
}
