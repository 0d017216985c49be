using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>The files of the content folder, as they were listed.</summary>
internal sealed record FolderListing
{
    /// <summary>Nothing was listed yet.</summary>
    public static FolderListing None { get; } = new();

    /// <summary>Where the folder was, links resolved.</summary>
    public string Root { get; private init; } = "";

    /// <summary>The name by which it was asked for.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The files, in ordinal order of their paths.</summary>
    public IReadOnlyList<FolderEntry> Entries { get; private init; } = [];

    /// <summary>What could not be listed.</summary>
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    /// <summary>The same files stand in the same places as in the listing before: what depends on that alone is taken over.</summary>
    public bool HasSamePlaces { get; private init; }

    /// <summary>Lists a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="changed">Absolute paths of all that changed since this listing, where that is known; <see langword="null"/> to look at all.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public FolderListing Next(ContentFolder folder, IReadOnlyCollection<string>? changed) =>
        changed is not null && Root == folder.Root && Name == folder.Name && folder.Refresh(Entries, changed) is { } refreshed
            ? this with { Entries = refreshed, HasSamePlaces = true }
            : new FolderListing { Root = folder.Root, Name = folder.Name, Entries = folder.List(), Problems = folder.Problems };
}
