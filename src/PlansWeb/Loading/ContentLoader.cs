using PlansWeb.Loading.Liquid;
using PlansWeb.Loading.Markdown;
using PlansWeb.Loading.Media;
using PlansWeb.Loading.Sanitizing;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>
/// Reads the content folder into pages: list, parse in parallel, resolve addresses, render in parallel. Remembers what it read, and does
/// only what changed the next time. A file that cannot be read is a problem, never an exception that stops the rest.
/// Not thread-safe: one load at a time.
/// </summary>
/// <param name="options">The settings that change what is rendered.</param>
/// <param name="clock">Tells when a load ended, and what is public now.</param>
internal sealed class ContentLoader(ContentOptions options, TimeProvider clock)
{
    /// <summary>More pages than these are not rendered before they are public, where that may be: readers wait for none but their own.</summary>
    public const int MostRenderedFirst = 500;

    private readonly MarkdownRenderer _markdown = new(options.Typographer);
    private readonly BodySanitizer _sanitizer = new(options.FrameHosts);
    private LoadedFolder _last = LoadedFolder.Nothing;
    private PendingRendering? _pending;

    /// <summary>Loads everything, whatever was loaded before.</summary>
    /// <param name="root">The content folder.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public Content Load(string root)
    {
        Forget();
        return LoadChanges(root, isThorough: true)!;
    }

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
    /// Where there is much to render, give the pages before they are: <see cref="RenderRest"/> does it, and tells their problems.
    /// </param>
    /// <returns>The whole content, or <see langword="null"/> where nothing changed.</returns>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public Content? LoadChanges(string root, bool isThorough, IReadOnlyCollection<string>? changed = null, bool mayRenderLater = false)
    {
        var listing = _last.Listing.Next(new ContentFolder(root), isThorough || !_last.IsLoaded ? null : changed);
        if (!isThorough && _last.IsLoaded && listing.Entries.SequenceEqual(_last.Listing.Entries))
        {
            return null;
        }

        var liquid = options.Liquid ? new LiquidRenderer(clock) : null;
        var loaded = Parse(listing, liquid, isThorough);
        if (loaded.Version == _last.Version)
        {
            // Touched, not changed. The new times are remembered, so that the next look is a quick one.
            _last = loaded with { Addresses = _last.Addresses };
            return null;
        }

        loaded = loaded with { Addresses = Addresses(loaded) };
        var media = new PageMedia(loaded.Files);
        var renderer = new SiteRenderer(_markdown, _sanitizer, liquid, media, loaded.Pages.Sources, loaded.Addresses.Served);
        var isLater = mayRenderLater && renderer.NewPages > MostRenderedFirst;
        var pages = renderer.Render(clock.GetUtcNow(), isLater);
        var content = Content(loaded, pages, isLater) with
        {
            PagesAt = renderer.ShowsOtherPages ? instant => renderer.At(pages, instant) : null,
        };
        _last = loaded;
        if (isLater)
        {
            _pending = new PendingRendering(pages);
            return content with { Rendering = _pending.Ended };
        }

        return content;
    }

    /// <summary>Renders what the last load left to do.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The problems that came up; none where nothing was left.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<Problem> RenderRest(CancellationToken stop)
    {
        var pending = _pending;
        _pending = null;
        return pending?.Run(stop) ?? [];
    }

    // Reads the files; what looks as it did is taken over.
    private LoadedFolder Parse(FolderListing listing, LiquidRenderer? liquid, bool isThorough)
    {
        var dataHash = ContentVersion.OfData(listing.Entries);
        var isDataSame = dataHash == _last.DataHash;
        var data = isDataSame && _last.Data?.RootName == listing.Name ? _last.Data.Next(listing) : new SiteData(listing.Name, listing.Entries);
        var reader = new PageReader(data, new PageDates(new GitHistory(listing.Root)), liquid);
        var pages = _last.Pages.Next(listing, reader, isDataSame, isThorough);
        var fileProblems = new List<Problem>();
        var files = ContentFileReader.Read(listing.Entries, _last.Files, isThorough, fileProblems);
        var sources = RegisterFileReader.Read(listing.Entries, _last.Sources, isThorough, fileProblems);
        var parts = _last.Parts.Next(pages.All);
        return new LoadedFolder
        {
            Listing = listing,
            DataHash = dataHash,
            Data = data,
            Pages = pages,
            Parts = parts,
            Files = files,
            FileProblems = fileProblems,
            Sources = sources,
            Version = ContentVersion.Of(options, dataHash, parts, files.Values, sources.Values),
        };
    }

    private PageAddresses Addresses(LoadedFolder loaded) =>
        (loaded.Listing.HasSamePlaces ? _last.Addresses.Next(_last.Pages, loaded.Pages) : null) ?? PageAddresses.Of(loaded.Pages.Sources);

    private Content Content(LoadedFolder loaded, RenderedPage[] pages, bool isLater)
    {
        ContentFile[] files = [.. loaded.Files.Values.Select(static file => file.File)];
        var redirectProblems = new List<Problem>();
        var redirects = new RedirectReader(loaded.Addresses.Served, files, redirectProblems).Read(loaded.Listing.Entries);
        return new Content
        {
            Pages = [.. pages.Select(static page => page.Page)],
            MenuEntries = [.. loaded.Pages.Sources.Where(static source => source is { Url: null, FrontMatter.Navigation.Url: not null }).Select(PageRenderer.MenuEntry)],
            Files = files,
            Sources = [.. loaded.Sources.Values.Select(static source => source.File)],
            Redirects = redirects,
            Problems =
            [
                .. loaded.Listing.Problems,
                .. loaded.FileProblems,
                .. loaded.Addresses.Problems,
                .. redirectProblems,
                .. loaded.Data!.Problems,
                .. loaded.Pages.Problems,
                .. pages.SelectMany(static page => page.Found),
                .. isLater ? [] : pages.SelectMany(static page => page.Rendering.Problems),
            ],
            Version = loaded.Version,
            LoadedAt = clock.GetUtcNow(),
        };
    }
}
