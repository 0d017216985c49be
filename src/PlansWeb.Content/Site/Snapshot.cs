using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site;

/// <summary>
/// The whole site at one moment: immutable, shared by all requests that began while it was current.
/// </summary>
internal sealed class Snapshot
{
    private readonly SiteContent _content;
    private readonly int _written;
    private readonly SnapshotAddresses _addresses;
    private readonly Dictionary<Type, object> _parts;
    private readonly FileVisibility _fileVisibility;
    private volatile IReadOnlyList<Diagnostic> _problems;

    private Snapshot(SiteContent shown, IReadOnlyList<ISnapshotPart> parts, FileVisibility fileVisibility)
    {
        // Parts that make pages come first: the other parts see those among all pages.
        var problems = new List<Diagnostic>(shown.Problems);
        var makers = parts.OfType<IPageMaker>().Select(maker => (Maker: maker, Part: maker.Build(shown, problems))).ToArray();
        _written = shown.Pages.Count;
        _content = shown with
        {
            Pages = [.. shown.Pages, .. makers.SelectMany(static made => made.Maker.PagesOf(made.Part))],
            TextBeside = page => makers.Select(made => made.Maker.TextBeside(page, made.Part)).FirstOrDefault(static text => text is not null),
        };
        _addresses = new SnapshotAddresses(_content);
        _parts = makers.Select(static made => made.Part).Concat(parts.Where(static part => part is not IPageMaker).Select(part => part.Build(_content, problems)))
            .ToDictionary(static part => part.GetType());
        _fileVisibility = fileVisibility;
        Listed = [.. _content.Pages.Where(static page => page.IsListed && page.Url != Address.NotFoundPage)];
        _problems = InOrder(problems);
    }

    /// <summary>The snapshot before the first load: no page, not loaded.</summary>
    public static Snapshot Empty { get; } = Create(new SiteContent { Pages = [], Version = "" }, [], default);

    /// <summary>The pages, in ordinal order of their files.</summary>
    public IReadOnlyList<ContentPage> Pages => _content.Pages;

    /// <summary>The pages that stand in files, without those that the site makes of others.</summary>
    public IEnumerable<ContentPage> Written => _content.Pages.Take(_written);

    /// <summary>
    /// The pages that lists for readers and machines name: not the unlisted ones, nor the page that stands for unknown addresses.
    /// </summary>
    public IReadOnlyList<ContentPage> Listed { get; }

    /// <summary>What editors should mend, by file and line. Complete when <see cref="Rendering"/> has ended.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Ends when all pages are rendered: at once, but for a large site, which is public before.</summary>
    public Task Rendering => _content.Rendering;

    /// <summary>The images and documents.</summary>
    public IReadOnlyList<ContentFile> Files => _content.Files;

    /// <summary>The redirects.</summary>
    public IReadOnlyList<Redirect> Redirects => _content.Redirects;

    /// <summary>Hash of what was loaded; empty before the first load.</summary>
    public string Version => _content.Version;

    /// <inheritdoc cref="SiteContent.Surroundings"/>
    public string? Surroundings => _content.Surroundings?.Value;

    /// <summary>When the load ended.</summary>
    public DateTimeOffset LoadedAt => _content.LoadedAt;

    /// <summary>Some content was loaded.</summary>
    public bool IsLoaded => Version.Length > 0;

    /// <summary>
    /// The instant at which a publication window opens or closes next: from then on this snapshot is wrong.
    /// </summary>
    public DateTimeOffset ValidUntil { get; private init; } = DateTimeOffset.MaxValue;

    /// <summary>The pages that readers may not see now: drafts, and pages outside their window. For previews and editors only.</summary>
    public IReadOnlyList<ContentPage> Hidden { get; private init; } = [];

    /// <summary>The images and documents that only hidden pages name, by decoded address. For editors only: a preview is a snapshot of its own.</summary>
    public IReadOnlyDictionary<string, ContentFile> HiddenFiles { get; private init; } = new Dictionary<string, ContentFile>();

    /// <summary>Builds a snapshot of what readers may see at an instant, and all its parts.</summary>
    /// <param name="content">What was loaded.</param>
    /// <param name="parts">What the other rooms derive from the pages.</param>
    /// <param name="now">The instant.</param>
    /// <param name="before">The snapshot that this one will replace: it knows which files the sources name.</param>
    public static Snapshot Create(SiteContent content, IReadOnlyList<ISnapshotPart> parts, DateTimeOffset now, Snapshot? before = null)
    {
        var boundaries = Visibility.Boundaries(
            content.Pages.Select(static page => page.Publication).Concat(content.References.Select(static references => references.Publication)));
        var passed = boundaries.Count(boundary => boundary <= now);
        var all = boundaries.Length > 0 && content.PagesAt is { } render ? render(now) : content.Pages;
        var (visible, hidden) = Split(all, now);
        var fileVisibility = FileVisibility.Of(content.Files, before?._fileVisibility);
        var hiddenFiles = fileVisibility.Hidden(content, visible, hidden, now);
        var hiddenAddresses = hidden.Select(static page => page.Href.TrimEnd('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var shown = content with
        {
            Pages = visible,
            Files = hiddenFiles.Count == 0 ? content.Files : [.. content.Files.Where(file => !hiddenFiles.Contains(file))],
            Hidden = hidden,
            MenuEntries = [.. content.MenuEntries.Where(entry => entry.Publication.IsPublicAt(now))],
            Redirects = [.. content.Redirects.Where(redirect => redirect.Target is not { } target || !hiddenAddresses.Contains(target.Split('?', '#')[0].TrimEnd('/')))],

            // Replicas of one content agree on the version at any instant, so they can share a cache across boundaries too.
            Version = boundaries.Length == 0 ? content.Version : $"{content.Version}-{passed}",
        };
        return new Snapshot(shown, parts, fileVisibility)
        {
            ValidUntil = passed < boundaries.Length ? boundaries[passed] : DateTimeOffset.MaxValue,
            Hidden = hidden,
            HiddenFiles = hiddenFiles.ToDictionary(static file => file.Url, StringComparer.Ordinal),
        };
    }

    /// <summary>Adds what came up while the rest was rendered: the one thing of a snapshot that grows, and no page shows it.</summary>
    internal void Add(IEnumerable<Diagnostic> problems) => _problems = InOrder(_problems.Concat(problems));

    // What a folder's data file says wrong, each of its pages has found: once is enough. The order is the same at every load.
    private static Diagnostic[] InOrder(IEnumerable<Diagnostic> problems) =>
    [
        .. problems.Distinct().OrderBy(static problem => problem.File, StringComparer.Ordinal).ThenBy(static problem => problem.Line)
            .ThenBy(static problem => problem.Column).ThenBy(static problem => problem.Message, StringComparer.Ordinal),
    ];

    private static (IReadOnlyList<ContentPage> Visible, IReadOnlyList<ContentPage> Hidden) Split(IReadOnlyList<ContentPage> pages, DateTimeOffset now)
    {
        var states = Visibility.At(pages, static page => page.Publication, static page => page.Navigation, now);
        if (Array.TrueForAll(states, static state => state == Visibility.State.Public))
        {
            return (pages, []);
        }

        var visible = new List<ContentPage>(pages.Count);
        var hidden = new List<ContentPage>();
        for (var i = 0; i < states.Length; i++)
        {
            switch (states[i])
            {
                case Visibility.State.Hidden:
                    hidden.Add(pages[i]);
                    break;
                case Visibility.State.Unlisted:
                    visible.Add(pages[i].Unlisted());
                    break;
                default:
                    visible.Add(pages[i]);
                    break;
            }
        }

        return (visible, hidden);
    }

    /// <summary>The addresses of the images and documents that only unlisted pages name: no list names them either.</summary>
    public IReadOnlySet<string> UnlistedFiles()
    {
        ContentPage[] unlisted = [.. _content.Pages.Where(static page => page.NoIndex)];
        return unlisted.Length == 0 ? new HashSet<string>()
            : FileVisibility.Of(_content.Files, null).Hidden(_content, [.. _content.Pages.Where(static page => !page.NoIndex)], [.. unlisted, .. Hidden], LoadedAt).Select(static file => file.Url).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The page at a decoded address, exactly as written; O(1).</summary>
    public ContentPage? Find(string url) => _addresses.Pages.GetValueOrDefault(url);

    /// <summary>The image or document at a decoded address.</summary>
    public ContentFile? FindFile(string url) => _addresses.Files.GetValueOrDefault(url);

    /// <summary>The images that are offered in smaller versions too.</summary>
    public IReadOnlyCollection<ContentFile> Images => _addresses.Images.Values;

    /// <summary>The image that a smaller version is made from, by the hash of its bytes.</summary>
    public ContentFile? FindImage(string hash) => _addresses.Images.GetValueOrDefault(hash);

    /// <summary>The redirect at a decoded address.</summary>
    public Redirect? FindRedirect(string url) => _addresses.Redirects.GetValueOrDefault(url);

    /// <summary>
    /// Where an address leads that is only nearly right: other case, accents left out, final slash missing or too many.
    /// </summary>
    /// <returns>A percent-encoded address, or <see langword="null"/>.</returns>
    public string? FindAlike(string url) => _addresses.Alike(url);

    /// <summary>What a room derived from the pages.</summary>
    /// <exception cref="KeyNotFoundException">No <see cref="ISnapshotPart"/> of this type is registered.</exception>
    public T Part<T>()
        where T : class => (T)_parts[typeof(T)];
}
