using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Files;

/// <summary>The files of the content folder, as they were listed.</summary>
internal sealed record FolderListing
{
    // To look for more files one by one in all of them takes longer than listing them.
    private const int MostRefreshed = 16;

    /// <summary>Nothing was listed yet.</summary>
    public static FolderListing None { get; } = new();

    /// <summary>Where the folder was, links resolved.</summary>
    public string Root { get; private init; } = "";

    /// <summary>The name by which it was asked for.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The files, in ordinal order of their paths.</summary>
    public IReadOnlyList<FolderEntry> Entries { get; private init; } = [];

    /// <summary>What could not be listed.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; private init; } = [];

    /// <summary>The same files stand in the same places as in the listing before: what depends on that alone is taken over.</summary>
    public bool HasSamePlaces { get; private init; }

    /// <summary>
    /// The paths below the folder that could not be read: of what stands there, the entries of the listing before are kept.
    /// </summary>
    public IReadOnlyList<string> Unreadable { get; private init; } = [];

    /// <summary>What the ignore file left out.</summary>
    private IgnoreFile? Ignored { get; init; }

    /// <summary>Absolute paths that the system said changed: their files are read again even where they look the same.</summary>
    private HashSet<string> Changed { get; init; } = [];

    /// <summary>Lists a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="changed">Absolute paths of all that changed since this listing, where that is known; <see langword="null"/> to look at all.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public FolderListing Next(ContentFolder folder, IReadOnlyCollection<string>? changed)
    {
        if (changed is { Count: <= MostRefreshed } && Unreadable.Count == 0 && Root == folder.Root && Name == folder.Name
            && folder.Refresh(Entries, changed) is { } refreshed)
        {
            return this with { Entries = refreshed, HasSamePlaces = true, Changed = [.. changed] };
        }

        var entries = folder.List(Ignored);
        return new FolderListing
        {
            Root = folder.Root,
            Name = folder.Name,
            Entries = folder.Unreadable.Count == 0 ? entries
                : [.. entries.Concat(Entries.Where(entry => IsBelow(entry.Path, folder.Unreadable))).OrderBy(static entry => entry.Path, StringComparer.Ordinal)],
            Problems = folder.Problems,
            Unreadable = folder.Unreadable,
            Ignored = folder.Ignored,
            Changed = [.. changed ?? []],
        };
    }

    /// <summary>The file stands where nothing can be read now: what was read of it before stays.</summary>
    public bool IsKept(FolderEntry entry) => Unreadable.Count > 0 && IsBelow(entry.Path, Unreadable);

    /// <summary>Nothing is known of what stands in a folder: it cannot be read, or a folder in it, and never could.</summary>
    /// <param name="folder">Path below the content folder.</param>
    public bool IsUnknown(string folder) =>
        Unreadable.Any(path => IsBelow(path, [folder]) && !Entries.Any(entry => IsBelow(entry.Path, [path])));

    /// <summary>The system said that the file changed. Its time and size may be the same: programs can set the time back.</summary>
    public bool HasChanged(FolderEntry entry)
    {
        if (Changed.Count == 0)
        {
            return false;
        }

        // The file, or a folder above it.
        var changed = Changed.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var path = entry.PhysicalPath.AsSpan(); !path.IsEmpty; path = path[..Math.Max(0, path.LastIndexOf(System.IO.Path.DirectorySeparatorChar))])
        {
            if (changed.Contains(path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The system said that something changed which is listed.</summary>
    public bool HasChanges => Changed.Count > 0 && Entries.Any(HasChanged);

    private static bool IsBelow(string path, IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'))
            {
                return true;
            }
        }

        return false;
    }
}
