using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// What a load read. The next one takes over what each file gave that is the same, and computes the rest anew: see « A page, and what is kept of it » in
/// <c>src/README.md</c>.
/// </summary>
internal sealed record LoadedFolder
{
    /// <summary>Nothing was loaded yet.</summary>
    public static LoadedFolder Nothing { get; } = new();

    /// <summary>The files of the folder.</summary>
    public FolderListing Listing { get; init; } = FolderListing.None;

    /// <summary>The commits of the folder's repository.</summary>
    public GitHistory History { get; init; } = GitHistory.None;

    /// <summary>Hash of the data files: when it changes, every page may.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>The bytes of the data files, by path: where one cannot be read any more, its last good version stays.</summary>
    public IReadOnlyDictionary<string, byte[]> DataBytes { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The data that pages inherit.</summary>
    public SiteData? Data { get; init; }

    /// <summary>The files that data and includes name.</summary>
    public IReadOnlyList<FileReferences> DataReferences { get; init; } = [];

    /// <summary>What resolves the templates of these pages; the same for as long as the data files are.</summary>
    public TemplateRenderer? Templates { get; init; }

    /// <summary>The Markdown files, parsed; those that were made into a page carry it.</summary>
    public ParsedFiles Pages { get; init; } = ParsedFiles.None;

    /// <summary>The images and documents, by address.</summary>
    public IReadOnlyDictionary<string, ReadFile> Files { get; init; } = new Dictionary<string, ReadFile>();

    /// <summary>The images, documents and data files that could not be read.</summary>
    public IReadOnlyList<Diagnostic> FileProblems { get; init; } = [];

    /// <summary>The folders and data files that cannot be read: what is shown of them is old, or hidden.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>The files of the register, by path.</summary>
    public IReadOnlyDictionary<string, SourceFile> Sources { get; init; } = new Dictionary<string, SourceFile>();

    /// <summary>Which page has which address.</summary>
    public PageAddresses Addresses { get; init; } = PageAddresses.None;

    /// <summary>What is wrong with the files themselves: it may change where the content does not.</summary>
    public IEnumerable<Diagnostic> ReadingProblems => [.. Listing.Problems, .. FileProblems, .. Pages.Problems];

    /// <summary>The content version; empty where the next load must not rely on this one being public.</summary>
    public string Version { get; init; } = "";

    /// <summary>Something was loaded, and is public.</summary>
    public bool IsLoaded => Version.Length > 0;
}
