namespace PlansWeb.Content.Site.Loading;

/// <summary>Makes addresses from paths and permalinks, as Eleventy does (TemplatePermalink.js, TemplateFileSlug.js).</summary>
internal static class PageAddress
{
    private const string Index = "index";

    /// <summary>
    /// The default rule: <c>dir/name.md</c> → <c>/dir/name/</c>; <c>dir/index.md</c> and <c>dir/dir.md</c> → <c>/dir/</c>.
    /// Nothing is slugified; accents, spaces, capitals and dates stay.
    /// </summary>
    /// <param name="path">Path of the Markdown file below the content folder, Unicode NFC.</param>
    public static string FromPath(string path)
    {
        var (directory, name) = Split(path);
        var folder = LastSegment(directory);
        if (name == Index || (name == folder && folder.Length > 0))
        {
            return directory.Length == 0 ? "/" : $"/{directory}/";
        }

        return directory.Length == 0 ? $"/{name}/" : $"/{directory}/{name}/";
    }

    /// <summary>
    /// The address that a permalink asks for: with or without leading slash, <c>…/index.html</c> as its folder.
    /// </summary>
    /// <param name="permalink">The text of the front matter, Liquid resolved.</param>
    /// <returns><see langword="null"/> where the text is no address on this site.</returns>
    public static string? FromPermalink(string permalink)
    {
        var text = permalink.Trim();
        if (text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal) || text.AsSpan().ContainsAny("?#\\"))
        {
            return null;
        }

        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (text.Any(char.IsControl) || segments.Any(static segment => segment is "." or ".." || segment.EndsWith(':')))
        {
            return null;
        }

        // Doubled slashes count once: they come from a variable that is empty, and Eleventy's paths have none either.
        var url = "/" + string.Join('/', segments);
        url += text.EndsWith('/') && segments.Length > 0 ? "/" : "";

        const string IndexFile = "/index.html";
        return Address.Normalize(url.EndsWith(IndexFile, StringComparison.Ordinal) ? url[..^(IndexFile.Length - 1)] : url);
    }

    /// <summary>The path without its extension, and without the language that a folder, or the name, tells: the same for all translations of a page.</summary>
    /// <param name="path">Path of the file below the content folder, Unicode NFC.</param>
    /// <param name="languages">The languages that there are.</param>
    public static string WithoutLanguage(string path, IReadOnlySet<string> languages)
    {
        var (directory, name) = Split(path);
        string[] parts = directory.Length == 0 ? [name] : [.. directory.Split('/'), name];
        if (Array.FindIndex(parts, languages.Contains) is >= 0 and var at)
        {
            parts[at] = "*";
        }

        return string.Join('/', parts);
    }

    /// <summary>Eleventy's <c>fileSlug</c>: the name without its date; for an index, the name of its folder.</summary>
    /// <param name="path">Path of the Markdown file below the content folder, Unicode NFC.</param>
    public static string FileSlug(string path)
    {
        var (directory, name) = Split(path);
        name = WithoutDate(name);
        return name == Index ? WithoutDate(LastSegment(directory)) : name;
    }

    /// <summary>Eleventy's <c>filePathStem</c>: the path without extension and without the date of the name.</summary>
    /// <param name="path">Path of the Markdown file below the content folder, Unicode NFC.</param>
    public static string FilePathStem(string path)
    {
        var (directory, name) = Split(path);
        return directory.Length == 0 ? "/" + WithoutDate(name) : $"/{directory}/{WithoutDate(name)}";
    }

    private static (string Directory, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        var dot = name.LastIndexOf('.');
        return (slash < 0 ? "" : path[..slash], dot > 0 ? name[..dot] : name);
    }

    private static string LastSegment(string directory) => directory[(directory.LastIndexOf('/') + 1)..];

    // What follows the first YYYY-MM-DD- in a name: in Eleventy it need not stand in front.
    private static string WithoutDate(string name)
    {
        const int Length = 11;
        for (var i = 0; i + Length <= name.Length; i++)
        {
            if (name[i + 4] == '-' && name[i + 7] == '-' && name[i + 10] == '-'
                && IsDigits(name.AsSpan(i, 4)) && IsDigits(name.AsSpan(i + 5, 2)) && IsDigits(name.AsSpan(i + 8, 2)))
            {
                return name[(i + Length)..];
            }
        }

        return name;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
