using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>
/// What a load read. The next one does only what changed: each part has a <c>Next</c>, which takes over from it what would be the same.
/// </summary>
internal sealed record LoadedFolder
{
    /// <summary>Nothing was loaded yet.</summary>
    public static LoadedFolder Nothing { get; } = new();

    /// <summary>The files of the folder.</summary>
    public FolderListing Listing { get; init; } = FolderListing.None;

    /// <summary>Hash of the data files: when it changes, every page may.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>The data that pages inherit.</summary>
    public SiteData? Data { get; init; }

    /// <summary>The Markdown files, parsed; those that were made into a page carry it.</summary>
    public ReadPages Pages { get; init; } = ReadPages.None;

    /// <summary>Hashes of the pages, a part of them each.</summary>
    public VersionParts Parts { get; init; } = VersionParts.None;

    /// <summary>The images and documents, by address.</summary>
    public IReadOnlyDictionary<string, ReadFile> Files { get; init; } = new Dictionary<string, ReadFile>();

    /// <summary>The images and documents that could not be read.</summary>
    public IReadOnlyList<Problem> FileProblems { get; init; } = [];

    /// <summary>The files of the register, by path.</summary>
    public IReadOnlyDictionary<string, ReadSource> Sources { get; init; } = new Dictionary<string, ReadSource>();

    /// <summary>Which page has which address.</summary>
    public PageAddresses Addresses { get; init; } = PageAddresses.None;

    /// <summary>The content version; empty where the next load must not rely on this one being public.</summary>
    public string Version { get; init; } = "";

    /// <summary>Something was loaded, and is public.</summary>
    public bool IsLoaded => Version.Length > 0;
}
