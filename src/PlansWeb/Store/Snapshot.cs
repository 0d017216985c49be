using System.Collections.Frozen;

namespace PlansWeb.Store;

/// <summary>
/// The whole site at one moment: immutable, shared by all requests that began while it was current.
/// </summary>
internal sealed class Snapshot
{
    // Not frozen: that takes ten times as long to build, for each change of the content, and finds a page hardly faster.
    private readonly Dictionary<string, ContentPage> _pages;
    private readonly Dictionary<string, ContentFile> _files;
    private readonly Dictionary<string, ContentFile> _images;
    private readonly Dictionary<string, Redirect> _redirects;
    private readonly Dictionary<string, string> _alike;
    private readonly FrozenDictionary<Type, object> _parts;

    private Snapshot(Content content, IReadOnlyList<Problem> problems, FrozenDictionary<Type, object> parts)
    {
        Pages = content.Pages;
        Listed = [.. content.Pages.Where(page => page.IsListed && page.Url != Address.NotFoundPage)];
        Problems = problems;
        Version = content.Version;
        Files = content.Files;
        Redirects = content.Redirects;
        LoadedAt = content.LoadedAt;
        _parts = parts;
        _pages = content.Pages.ToDictionary(page => page.Url, StringComparer.Ordinal);
        _files = content.Files.ToDictionary(file => file.Url, StringComparer.Ordinal);
        _images = content.Files.Where(ImageVariant.IsOffered).DistinctBy(file => file.Hash).ToDictionary(file => file.Hash, StringComparer.Ordinal);
        _redirects = content.Redirects.ToDictionary(redirect => redirect.From, StringComparer.Ordinal);

        // Two addresses may fold to one: the first in order wins, so that the answer never depends on chance.
        var alike = new Dictionary<string, string>(content.Pages.Count, StringComparer.Ordinal);
        foreach (var page in content.Pages)
        {
            alike.TryAdd(AddressFolding.Fold(page.Url), page.Href);
        }

        foreach (var redirect in content.Redirects)
        {
            // An address that is gone answers so at its own place.
            alike.TryAdd(AddressFolding.Fold(redirect.From), redirect.Target ?? Address.Encode(redirect.From));
        }

        _alike = alike;
    }

    /// <summary>The snapshot before the first load: no page, not loaded.</summary>
    public static Snapshot Empty { get; } = Create(new Content { Pages = [], Version = "" }, [], default);

    /// <summary>The pages, in ordinal order of their files.</summary>
    public IReadOnlyList<ContentPage> Pages { get; }

    /// <summary>
    /// The pages that lists for readers and machines name: not the unlisted ones, nor the page that stands for unknown addresses.
    /// </summary>
    public IReadOnlyList<ContentPage> Listed { get; }

    /// <summary>What editors should mend, by file and line.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The images and documents.</summary>
    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>The redirects.</summary>
    public IReadOnlyList<Redirect> Redirects { get; }

    /// <summary>Hash of what was loaded; empty before the first load.</summary>
    public string Version { get; }

    /// <summary>When the load ended.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>Some content was loaded.</summary>
    public bool IsLoaded => Version.Length > 0;

    /// <summary>
    /// The instant at which a publication window opens or closes next: from then on this snapshot is wrong.
    /// </summary>
    public DateTimeOffset ValidUntil { get; private init; } = DateTimeOffset.MaxValue;

    /// <summary>The pages that readers may not see now: drafts, and pages outside their window. For previews and editors only.</summary>
    public IReadOnlyList<ContentPage> Hidden { get; private init; } = [];

    /// <summary>Builds a snapshot of what readers may see at an instant, and all its parts.</summary>
    public static Snapshot Create(Content content, IEnumerable<ISnapshotPart> parts, DateTimeOffset now)
    {
        var boundaries = Visibility.Boundaries(content.Pages.Select(static page => page.Publication));
        var passed = boundaries.Count(boundary => boundary <= now);
        var all = boundaries.Length > 0 && content.PagesAt is { } render ? render(now) : content.Pages;
        var (visible, hidden) = Split(all, now);
        var hiddenAddresses = hidden.Select(static page => page.Href).ToHashSet(StringComparer.Ordinal);
        var shown = content with
        {
            Pages = visible,
            MenuEntries = [.. content.MenuEntries.Where(entry => entry.Publication.IsPublicAt(now))],
            Redirects = [.. content.Redirects.Where(redirect => redirect.Target is null || !hiddenAddresses.Contains(redirect.Target))],

            // Replicas of one content agree on the version at any instant, so they can share a cache across boundaries too.
            Version = boundaries.Length == 0 ? content.Version : $"{content.Version}-{passed}",
        };

        var problems = new List<Problem>(content.Problems);
        var built = parts.Select(part => part.Build(shown, problems)).ToFrozenDictionary(part => part.GetType());

        // What a folder's data file says wrong, each of its pages has found: once is enough. The order is the same at every load.
        Problem[] sorted =
        [
            .. problems.Distinct().OrderBy(static problem => problem.File, StringComparer.Ordinal).ThenBy(static problem => problem.Line)
                .ThenBy(static problem => problem.Column).ThenBy(static problem => problem.Message, StringComparer.Ordinal),
        ];
        return new Snapshot(shown, sorted, built)
        {
            ValidUntil = passed < boundaries.Length ? boundaries[passed] : DateTimeOffset.MaxValue,
            Hidden = hidden,
        };
    }

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

    /// <summary>The page at a decoded address, exactly as written; O(1).</summary>
    public ContentPage? Find(string url) => _pages.GetValueOrDefault(url);

    /// <summary>The image or document at a decoded address.</summary>
    public ContentFile? FindFile(string url) => _files.GetValueOrDefault(url);

    /// <summary>The images that are offered in smaller versions too.</summary>
    public IReadOnlyCollection<ContentFile> Images => _images.Values;

    /// <summary>The image that a smaller version is made from, by the hash of its bytes.</summary>
    public ContentFile? FindImage(string hash) => _images.GetValueOrDefault(hash);

    /// <summary>The redirect at a decoded address.</summary>
    public Redirect? FindRedirect(string url) => _redirects.GetValueOrDefault(url);

    /// <summary>
    /// Where an address leads that is only nearly right: other case, accents left out, final slash missing or too many.
    /// </summary>
    /// <returns>A percent-encoded address, or <see langword="null"/>.</returns>
    public string? FindAlike(string url) => _alike.GetValueOrDefault(AddressFolding.Fold(url));

    /// <summary>What a room derived from the pages.</summary>
    /// <exception cref="KeyNotFoundException">No <see cref="ISnapshotPart"/> of this type is registered.</exception>
    public T Part<T>()
        where T : class => (T)_parts[typeof(T)];
}
