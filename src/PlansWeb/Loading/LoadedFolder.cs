using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>What the last load read and rendered, by path, so that the next one does only what changed.</summary>
internal sealed record LoadedFolder
{
    /// <summary>Nothing was loaded yet.</summary>
    public static LoadedFolder Nothing { get; } = new();

    /// <summary>Where the folder was, links resolved.</summary>
    public string Root { get; init; } = "";

    /// <summary>What could not be listed.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The files as they were listed.</summary>
    public IReadOnlyList<FolderEntry> Entries { get; init; } = [];

    /// <summary>Hash of the data files: when it changes, every page may.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>The site's data; the same as long as no data file changes and no file comes or goes.</summary>
    public SiteData? Site { get; init; }

    /// <summary>The Markdown files in the order of their entries, read; those that are rendered carry their page.</summary>
    public IReadOnlyList<ReadPage> Read { get; init; } = [];

    /// <summary>The pages that have an address of their own, as they were read.</summary>
    public IReadOnlyList<PageSource> Served { get; init; } = [];

    /// <summary>What is wrong with the addresses.</summary>
    public IReadOnlyList<Problem> AddressProblems { get; init; } = [];

    /// <summary>Hashes of the pages, a part of them each.</summary>
    public VersionParts Parts { get; init; } = VersionParts.None;

    /// <summary>The images and documents.</summary>
    public IReadOnlyDictionary<string, ReadFile> Files { get; init; } = new Dictionary<string, ReadFile>();

    /// <summary>The content version; empty before the first load.</summary>
    public string Version { get; init; } = "";
}
