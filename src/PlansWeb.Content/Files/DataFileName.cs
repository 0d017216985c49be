using PlansWeb.Content.Site;

namespace PlansWeb.Content.Files;

/// <summary>
/// The name of a data file, taken apart: it is a folder's (<c>dir/dir.json</c>) or a page's (<c>dir/page.json</c>). Names are compared without case and in one
/// Unicode form: macOS decomposes accents, Windows and macOS take a name in other capitals for the same one.
/// </summary>
/// <param name="Stem">The normalized path without its extension.</param>
/// <param name="FolderName">The name of the folder in which it stands, normalized.</param>
/// <param name="Extension">One of <see cref="ContentFolder.DataExtensions"/>.</param>
internal readonly record struct DataFileName(string Stem, string FolderName, string Extension)
{
    /// <summary>The name without its folder.</summary>
    public string Name => Stem[(Stem.LastIndexOf('/') + 1)..];

    /// <summary>It bears the name of its folder.</summary>
    public bool IsOfFolder => Name.Equals(FolderName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a name; <see langword="null"/> where it is none of a data file.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="rootName">Name of the content folder, which its own data file bears.</param>
    public static DataFileName? Of(FolderEntry entry, string rootName)
    {
        if (ContentFolder.DataExtensions.LastOrDefault(entry.NormalizedPath.EndsWith) is not { } extension)
        {
            return null;
        }

        var stem = entry.NormalizedPath[..^extension.Length];
        var slash = stem.LastIndexOf('/');
        return new DataFileName(stem, slash < 0 ? Address.Normalize(rootName) : Path.GetFileName(stem[..slash]), extension);
    }
}
