using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>Everything that has an address on the site, and what is asked of it by the rules. Thread-safe.</summary>
internal sealed partial class SiteAddresses
{
    /// <summary>The map of the site.</summary>
    public const string SiteMap = "/plan-du-site/";

    private const string Here = "http://site.invalid";

    /// <summary>What the site answers by itself, beside pages and files, whatever the content has there.</summary>
    public static readonly IReadOnlyList<string> OwnAddresses =
    [
        "/recherche/", SiteMap, "/sitemap.xml", "/robots.txt", "/feed/feed.xml", "/feed/feed.json", "/feed/changements.xml", "/feed/changements.json", "/api/pages.json", "/api/addresses.json", "/api/links.json",
        "/.well-known/security.txt", "/favicon.svg", "/css/site.css", "/css/components.css", "/health/live", "/health/ready",
    ];

    private static readonly Dictionary<string, string> s_ownByFolding = OwnAddresses.ToDictionary(AddressFolding.Fold, StringComparer.Ordinal);

    // The ids that the layout has on every page.
    private static readonly string[] s_ownIds = ["", "top", "haut", "contenu", "menu", "pied", "tous-les-plans"];

    private readonly string _root;
    private readonly Dictionary<string, ContentPage> _hidden;
    private readonly Dictionary<string, ContentPage> _byFile;
    private readonly ILookup<string, string> _filesByName;
    private readonly ConcurrentDictionary<ContentPage, HashSet<string>> _anchors = new();
    private readonly Lazy<HashSet<string>> _templateNames;

    /// <summary>Indexes a snapshot.</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="root">The content folder that it was loaded from.</param>
    public SiteAddresses(Snapshot snapshot, string root)
    {
        Snapshot = snapshot;
        _root = root;
        _hidden = snapshot.Hidden.ToDictionary(page => page.Url, StringComparer.Ordinal);
        _byFile = snapshot.Pages.Concat(snapshot.Hidden).DistinctBy(static page => page.SourcePath).ToDictionary(page => Address.Normalize(page.SourcePath), StringComparer.Ordinal);
        _filesByName = snapshot.Files.Select(file => file.Url).ToLookup(Path.GetFileName, StringComparer.OrdinalIgnoreCase)!;
        _templateNames = new Lazy<HashSet<string>>(() => [.. _byFile.Values.SelectMany(page => SourceText.Read(root, page.SourcePath).TemplateNames())]);
    }

    /// <summary>The site.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Follows an address that stands on a page.</summary>
    public Destination Resolve(ContentPage from, string address)
    {
        if (!Uri.TryCreate(new Uri(Here + from.Href), address.Trim(), out var uri))
        {
            return new Destination(DestinationKind.Nothing);
        }

        return uri.Scheme == "http" && uri.Host == "site.invalid" ? Resolve(uri, from, address.Trim()) : Destination.Elsewhere;
    }

    /// <summary>Follows an address that begins with <c>/</c>.</summary>
    public Destination Resolve(string address) =>
        Uri.TryCreate(Here + address, UriKind.Absolute, out var uri) ? Resolve(uri, null, address) : new Destination(DestinationKind.Nothing);

    /// <summary>The address of the site's own that hides this one: other cases, and the slash at the end, lead there too.</summary>
    public static string? Own(string url) => s_ownByFolding.GetValueOrDefault(AddressFolding.Fold(url));

    /// <summary>The image or document that an address on a page means.</summary>
    public ContentFile? FileAt(ContentPage from, string address) =>
        Uri.TryCreate(new Uri(Here + from.Href), address.Trim(), out var uri) && uri.Host == "site.invalid" ? FileAt(Decoded(uri)) : null;

    /// <summary>The image or document at a decoded address, whether readers see it today or not.</summary>
    public ContentFile? FileAt(string url) => Snapshot.FindFile(url) ?? Snapshot.HiddenFiles.GetValueOrDefault(url);

    /// <summary>The page has this id.</summary>
    public bool HasAnchor(ContentPage page, string id) => s_ownIds.Contains(id, StringComparer.Ordinal) || AnchorsOf(page).Contains(id);

    /// <summary>The ids that a page's text has.</summary>
    public IReadOnlySet<string> AnchorsOf(ContentPage page) => _anchors.GetOrAdd(page, static page =>
        [.. Id().Matches(page.Body.Value).Select(match => WebUtility.HtmlDecode(match.Groups["id"].Value))]);

    /// <summary>Some page's Liquid uses the name.</summary>
    public bool IsUsedByTemplates(string name) => _templateNames.Value.Contains(name);

    private static string Decoded(Uri uri) => Address.Normalize(Uri.UnescapeDataString(uri.AbsolutePath));

    private Destination Resolve(Uri uri, ContentPage? from, string written)
    {
        var path = Decoded(uri);
        var fragment = Uri.UnescapeDataString(uri.Fragment.TrimStart('#'));
        if (from is not null && path == from.Url)
        {
            return new Destination(DestinationKind.Page, from, fragment);
        }

        if (Snapshot.Find(path) is { } page)
        {
            return new Destination(DestinationKind.Page, page, fragment);
        }

        if (_hidden.TryGetValue(path, out var hidden) || _hidden.TryGetValue(path + "/", out hidden))
        {
            return new Destination(DestinationKind.Hidden, hidden, fragment, hidden.SourcePath);
        }

        // A page that is hidden itself opens its documents when it is public; another page has the name from a template.
        if (Snapshot.HiddenFiles.ContainsKey(path))
        {
            return new Destination(from is not null && _hidden.ContainsKey(from.Url) ? DestinationKind.File : DestinationKind.Hidden, Better: path);
        }

        // The site makes a home page where the content has none, and a page of the site map for each large section: which ones, only the website knows.
        if (Snapshot.FindFile(path) is not null || path == "/" || OwnAddresses.Contains(path) || path.StartsWith("/css/", StringComparison.Ordinal) || path.StartsWith(SiteMap, StringComparison.Ordinal))
        {
            return new Destination(DestinationKind.File);
        }

        if (Snapshot.FindRedirect(path) is { } redirect)
        {
            return redirect.Target is { } target ? new Destination(DestinationKind.Moved, Better: target) : new Destination(DestinationKind.Gone);
        }

        if (Snapshot.FindAlike(path) is { } alike)
        {
            // An old address that is only nearly right is an old address all the same.
            var isPage = Snapshot.Find(Uri.UnescapeDataString(alike)) is not null;
            return new Destination(isPage ? DestinationKind.Alike : DestinationKind.Moved, Better: Readable(alike) + uri.Query + Uri.UnescapeDataString(uri.Fragment));
        }

        return Missing(path, from, written);
    }

    private Destination Missing(string path, ContentPage? from, string written)
    {
        if (Unpublished(path, from, written) is { } unpublished)
        {
            return new Destination(unpublished.Length == 0 ? DestinationKind.Empty : DestinationKind.Refused, Better: unpublished.Name);
        }

        // A page of the folder without an address (permalink: false), or with another one.
        foreach (var file in new[] { path.Trim('/') + ".md", path.Trim('/') + "/index.md" })
        {
            if (_byFile.TryGetValue(file, out var moved))
            {
                return new Destination(DestinationKind.Nothing, Better: moved.Url);
            }

            if (File.Exists(Path.Combine(_root, file)))
            {
                return new Destination(DestinationKind.Hidden, Better: file);
            }
        }

        return new Destination(DestinationKind.Nothing, Better: Meant(path, from, written));
    }

    // A file of the folder that is not published: at the address itself, or beside the page's own file.
    private FileInfo? Unpublished(string path, ContentPage? from, string written)
    {
        var places = new List<string> { path };
        if (from is not null && !written.StartsWith('/'))
        {
            places.Add(Decoded(new Uri(new Uri(Here + "/" + Address.Encode(from.SourcePath)), Address.Encode(Uri.UnescapeDataString(written.Split('?', '#')[0])))));
        }

        return places.Where(static place => !place.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !place.Contains('\0', StringComparison.Ordinal))
            .Select(place => new FileInfo(Path.Combine(_root, place.TrimStart('/')))).FirstOrDefault(file => file.Exists && Snapshot.FindFile("/" + Path.GetRelativePath(_root, file.FullName)) is null);
    }

    // What was probably meant: the path of a file instead of its address, a file that stands elsewhere, a slip of the finger.
    private string? Meant(string path, ContentPage? from, string written)
    {
        if (written.StartsWith("/http", StringComparison.OrdinalIgnoreCase) && written.Contains("://", StringComparison.Ordinal))
        {
            return written[1..];
        }

        var bare = Uri.UnescapeDataString(written.Split('?', '#')[0]);
        if (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return "https://" + written;
        }

        if (Mail().IsMatch(bare))
        {
            return "mailto:" + written;
        }

        var fragment = written.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sign ? written[sign..] : "";
        if (from is not null && bare.Length > 0)
        {
            var below = new Uri(new Uri(Here + "/" + Address.Encode(from.SourcePath)), Address.Encode(bare));
            var file = Decoded(below);
            if (_byFile.TryGetValue(file.TrimStart('/'), out var page) || _byFile.TryGetValue(path.TrimStart('/'), out page))
            {
                return page.Url + Uri.UnescapeDataString(fragment);
            }

            if (Snapshot.FindFile(file) is not null)
            {
                return file;
            }

            if (Snapshot.FindAlike(file) is { } alike)
            {
                return Readable(alike);
            }
        }

        var name = Path.GetFileName(path);
        return name.Contains('.', StringComparison.Ordinal)
            ? (_filesByName[name].Take(2).ToArray() is [var only] ? only : NearestName.Find(path, Snapshot.Files.Select(file => file.Url), mostEdits: 3))
            : NearestName.Find(path, Snapshot.Pages.Select(page => page.Url), mostEdits: 3);
    }

    private static string Readable(string address) => address.StartsWith('/') ? Uri.UnescapeDataString(address) : address;

    [GeneratedRegex(@"^[^/\s@:]+@[^/\s@]+\.[a-z]{2,}$", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex("""\s(?:id|name)=(?:"(?<id>[^"]*)"|'(?<id>[^']*)'|(?<id>[^\s"'>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}

/// <summary>Where an address leads.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Page">The page, where it is one that readers see.</param>
/// <param name="Fragment">What stands behind <c>#</c>, decoded; empty without.</param>
/// <param name="Better">An address that would be right, or the file that is meant, as text for the advice.</param>
internal sealed record Destination(DestinationKind Kind, ContentPage? Page = null, string Fragment = "", string? Better = null)
{
    /// <summary>Another site, or another program.</summary>
    public static Destination Elsewhere { get; } = new(DestinationKind.Elsewhere);
}

/// <summary>What stands at the other end of an address.</summary>
internal enum DestinationKind
{
    /// <summary>Another site, or another program: not looked at.</summary>
    Elsewhere,

    /// <summary>A page.</summary>
    Page,

    /// <summary>An image, a document, or something that the site makes by itself.</summary>
    File,

    /// <summary>An old address that leads on.</summary>
    Moved,

    /// <summary>An address that is only nearly right; the site leads on from it.</summary>
    Alike,

    /// <summary>A page that readers may not see now.</summary>
    Hidden,

    /// <summary>A removed page (410).</summary>
    Gone,

    /// <summary>A file of the folder whose type is not served.</summary>
    Refused,

    /// <summary>A file of the folder without a byte.</summary>
    Empty,

    /// <summary>Nothing.</summary>
    Nothing,
}
