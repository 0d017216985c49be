using System.Security.Cryptography;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.Files.Names;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Repair;
using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// Reads the content folder into pages: list, parse in parallel, resolve addresses, render in parallel. Remembers what it read, and does
/// only what changed the next time. A file that cannot be read is a problem, never an exception that stops the rest.
/// Not thread-safe: one load at a time. <see cref="FindUnseenChanges"/> and <see cref="SiteContent.Render"/> may run beside loads.
/// </summary>
/// <param name="options">The settings that change what is rendered.</param>
/// <param name="clock">Tells when a load ended, and what is public now.</param>
internal sealed class ContentLoader(ContentOptions options, TimeProvider clock)
{
    /// <summary>More pages than these are not rendered before they are public, where that may be: readers wait for none but their own.</summary>
    public const int MostRenderedFirst = 500;

    // Of an Eleventy project: an interpreter runs its markdown-it, some forty times as slow as the site's own.
    private const int MostRenderedFirstByScripts = 50;

    /// <summary>Whose site it is, as the settings say: it overrules the content.</summary>
    public SiteIdentity Identity { get; init; } = new();

    /// <summary>Lists one folder, by its absolute path; <see langword="null"/> for the file system.</summary>
    public Func<string, FileSystemInfo[]>? ListFolder { get; init; }

    private EleventyProject _project = EleventyProject.None;
    private MarkdownRenderer? _markdown;
    private readonly HidingKeys _hiding = new(clock);
    private volatile LoadedFolder _last = LoadedFolder.Nothing;

    /// <summary>Loads everything, whatever was loaded before.</summary>
    /// <param name="root">The content folder.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public SiteContent Load(string root)
    {
        Forget();
        return LoadChanges(root, isThorough: true)!;
    }

    /// <summary>The folder that was loaded last: the one that was asked for, or the one below it that its Eleventy configuration names.</summary>
    public string Root => _project.Root;

    /// <summary>The folder of the site's data that was loaded last, which need not exist: in the content folder, or where the Eleventy project has it.</summary>
    public string DataFolder => _project.Mounts.FirstOrDefault(static mount => mount is { Name: ContentFolder.DataFolder, IsCopied: false }) is { } mount && !Directory.Exists(Path.Combine(Root, ContentFolder.DataFolder))
        ? mount.Folder : Path.Combine(Root, ContentFolder.DataFolder);

    /// <summary>Makes the next load look at the whole folder again: the last one was not taken.</summary>
    public void Forget() => _last = _last with { Version = "" };

    /// <summary>Loads what changed.</summary>
    /// <param name="root">The content folder.</param>
    /// <param name="isThorough">
    /// Compare the bytes of all files; otherwise a file whose time, size and place are the same counts as unchanged, which is quick and
    /// nearly always true.
    /// </param>
    /// <param name="changed">
    /// Absolute paths that the system said changed, where it told all: the others are not looked at. <see langword="null"/> to look at all.
    /// </param>
    /// <param name="mayRenderLater">
    /// Where there is much to render, give the pages before they are: <see cref="SiteContent.Render"/> does what is left.
    /// </param>
    /// <returns>The whole content, or <see langword="null"/> where nothing changed.</returns>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public SiteContent? LoadChanges(string root, bool isThorough, IReadOnlyCollection<string>? changed = null, bool mayRenderLater = false)
    {
        var project = _last.IsLoaded && changed is not null ? _project : EleventyProject.Next(_project, root, options, clock);
        var isProjectSame = ReferenceEquals(project, _project);
        _project = project;
        if (_markdown?.Switches != project.Markdown)
        {
            _markdown = new MarkdownRenderer(project.Markdown);
        }

        var listing = _last.Listing.Next(new ContentFolder(project.Root, ListFolder, project.Mounts, project.Left, project.Ignored), isThorough || !_last.IsLoaded ? null : changed);
        var history = _last.History.Next(listing.Root);
        if (!isThorough && isProjectSame && _last.IsLoaded && history == _last.History && listing.Entries.SequenceEqual(_last.Listing.Entries) && !listing.HasChanges
            && listing.Problems.SequenceEqual(_last.Listing.Problems))
        {
            return null;
        }

        var loaded = Parse(listing, history, isThorough);
        if (loaded.Version == _last.Version && loaded.ReadingProblems.SequenceEqual(_last.ReadingProblems))
        {
            // Touched, not changed. The new times are remembered, so that the next look is a quick one.
            _last = loaded;
            return null;
        }

        loaded = loaded with { Addresses = PageAddresses.Of(loaded.Pages.Sources) };
        var media = new PageMedia(loaded.Files, project.IsExact);
        var renderer = new SiteRenderer(_markdown, new BodySanitizer(options.FrameHosts, project.IsExact), loaded.Templates, media, loaded.Pages.Sources, loaded.Addresses.Served);
        var isLater = mayRenderLater && (renderer.NewPages > (project.IsExact ? MostRenderedFirstByScripts : MostRenderedFirst) || !options.IsRenderedAhead);
        var pages = renderer.Render(clock.GetUtcNow(), isLater);
        var content = Content(loaded, pages, isLater) with
        {
            IsRenderedLater = isLater,
            PagesAt = renderer.ShowsOtherPages ? instant => renderer.At(pages, instant) : null,
        };
        _last = loaded;
        return content;
    }

    /// <summary>
    /// Reads all files again and finds those that changed though their time and size did not: programs can keep both. Beside loads, and slow on
    /// purpose: one file at a time.
    /// </summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The absolute paths.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<string> FindUnseenChanges(CancellationToken stop)
    {
        var last = _last;
        var changed = new List<string>();

        // What could not be read, or was refused, is tried again: its rights are no part of its time and size.
        var faulty = last.ReadingProblems.Select(static problem => problem.File).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in last.Listing.Entries)
        {
            if (faulty.Contains(entry.Path))
            {
                Look(entry, null);
            }
            else if (last.DataBytes.TryGetValue(entry.Path, out var data))
            {
                Look(entry, Convert.ToHexStringLower(SHA256.HashData(data)));
            }
        }

        foreach (var page in last.Pages.All.ToArray().Where(page => !faulty.Contains(page.Entry.Path)))
        {
            Look(page.Entry, Convert.ToHexStringLower(page.Hash));
        }

        foreach (var file in last.Files.Values)
        {
            Look(file.Entry, file.File.Hash);
        }

        foreach (var source in last.Sources.Values)
        {
            Look(source.Entry, Convert.ToHexStringLower(source.Hash));
        }

        return changed;

        // Hashes are cut at different lengths.
        void Look(FolderEntry entry, string? hash)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                // What has no bytes is not opened: a named pipe would wait for a writer for ever.
                if (entry.Length == 0 || new FileInfo(entry.PhysicalPath) is not { Exists: true } now || now.Length != entry.Length)
                {
                    return;
                }

                using var stream = File.OpenRead(entry.PhysicalPath);
                if (hash is null || !Convert.ToHexStringLower(SHA256.HashData(stream)).StartsWith(hash, StringComparison.Ordinal))
                {
                    changed.Add(entry.PhysicalPath);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The next load says so where it lasts.
            }
        }
    }

    // Reads the files; what looks as it did is taken over.
    private LoadedFolder Parse(FolderListing listing, GitHistory history, bool isThorough)
    {
        var fileProblems = new List<Diagnostic>();
        var dataBytes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var unread = new List<string>();
        var isLayoutUnread = listing.IsUnknown("_includes");
        var dataHash = ContentVersion.OfData(listing, _project.Version, _last.DataBytes, dataBytes, _hiding, unread, fileProblems) + (isLayoutUnread ? "?" : "");
        var isDataSame = dataHash == _last.DataHash;
        var data = isDataSame && _last.Data?.RootName == listing.Name ? _last.Data.Next(listing) : new SiteData(listing.Name, listing.Entries, _hiding, dataBytes, _project, isLayoutUnread);
        var templates = isDataSame && _last.Templates is { } known ? known : new TemplateRenderer(new SiteTemplates(dataBytes, _project), clock);
        var reader = new PageReader(data, new PageDates(history), templates, _hiding);
        var pages = _last.Pages.Next(listing, reader, isDataSame, isThorough).WithParts(reader, templates, clock.GetUtcNow());
        var files = ContentFileReader.Read(listing, _last.Files, isThorough, fileProblems);
        var sources = RegisterFileReader.Read(listing, _last.Sources, isThorough, fileProblems);
        return new LoadedFolder
        {
            Listing = listing,
            History = history,
            DataHash = dataHash,
            DataBytes = dataBytes,
            Data = data,
            Templates = templates,
            DataReferences = isDataSame && _last.Listing.Name == listing.Name ? _last.DataReferences : DataFileReader.References(listing, dataBytes),
            Pages = pages,
            Files = files,
            FileProblems = fileProblems,
            Unread = [.. listing.Unreadable, .. unread],
            Sources = sources,
            Version = ContentVersion.Of(options, dataHash, pages.All, files.Values, sources.Values),
        };
    }

    // A home page that is not public lends its title to no other page.
    private SiteIdentity IdentityOf(SiteData data, IReadOnlyList<ContentPage> pages)
    {
        var said = Identity.Over(data.Identity);
        return said.Name is not null ? said : said with { Name = pages.FirstOrDefault(static page => page.Url == "/" && page.Publication == Publication.Always)?.Title };
    }

    private SiteContent Content(LoadedFolder loaded, IReadOnlyList<ContentPage> pages, bool isLater)
    {
        ContentFile[] files = [.. loaded.Files.Values.Select(static file => file.File)];
        var redirectProblems = new List<Diagnostic>();
        var redirects = new RedirectReader(loaded.Addresses.Served, files, redirectProblems).Read(loaded.Listing.Entries, loaded.DataBytes);
        return new SiteContent
        {
            Pages = pages,
            Identity = IdentityOf(loaded.Data!, pages),
            MenuEntries = [.. loaded.Pages.Sources.Where(static source => source is { Url: null, FrontMatter.Navigation: { Url: not null } or { Key: not null } }).Select(PageRenderer.MenuEntry)],
            Files = files,
            References =
            [
                .. loaded.DataReferences,
                .. loaded.Pages.Sources.Where(static source => source.FileNames.Count > 0)
                    .Select(static source => new FileReferences(source.Entry.Path, source.Url, source.FrontMatter.Publication, source.FileNames)),
            ],
            Sources = [.. loaded.Sources.Values],
            Redirects = redirects,
            Problems = Diagnostic.WithoutFollowUps(
            [
                .. loaded.Listing.Problems,
                .. loaded.FileProblems,
                .. PageNames.Check(loaded.Listing.Entries, loaded.Pages.Sources),
                .. OrphanData.Find(loaded.Listing),
                .. loaded.Addresses.Problems,
                .. redirectProblems,
                .. loaded.Data!.Problems,
                .. loaded.Pages.Problems,
                .. loaded.History.Problems(loaded.Pages.Sources),
                .. pages.SelectMany(static page => page.Problems),
                .. isLater ? [] : pages.SelectMany(static page => page.Text.Value.Problems),
            ]),
            Version = loaded.Version,
            Surroundings = new OnDemand<string>(() => ContentVersion.OfSurroundings(options, loaded)),
            Failure = loaded.Unread is [var first, ..] ? $"{loaded.Unread.Count} folder(s) or data file(s) cannot be read, the first is {first}" : null,
            LoadedAt = clock.GetUtcNow(),
        };
    }
}
