using System.Globalization;
using System.Runtime.CompilerServices;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>An entry of the site map, in no language: its links become texts when a page is written.</summary>
/// <param name="Title">Its title; <see langword="null"/> for what is no page: the pages outside the menus, a run of pages.</param>
/// <param name="Href">Address in links; <see langword="null"/> where the entry is none.</param>
/// <param name="Children">The entries below.</param>
internal sealed record SiteMapEntry(string? Title, string? Href, IReadOnlyList<SiteMapEntry> Children)
{
    /// <summary>Language of the title.</summary>
    public string? Lang { get; init; }

    /// <summary>The entries of a list that is too long for one page: the number of its first one, from 1; 0 for any other entry.</summary>
    public int First { get; init; }

    /// <summary>Itself, where it is a page, and all below it.</summary>
    public int Count { get; } = (Title is null ? 0 : 1) + Children.Sum(static child => child.Count);
}

/// <summary>A page of the site map.</summary>
/// <param name="Url">Its decoded address.</param>
/// <param name="Entry">What it is the map of.</param>
/// <param name="Above">The page that leads to it; <see langword="null"/> for the first page, that of the whole site.</param>
internal sealed record SiteMapPage(string Url, SiteMapEntry Entry, SiteMapPage? Above)
{
    /// <summary>What is listed, in order.</summary>
    public IReadOnlyList<SiteMapEntry> Items { get; init; } = [];

    /// <summary>The pages that list what is below an item; without any, all of it is listed here.</summary>
    public IReadOnlyDictionary<SiteMapEntry, SiteMapPage> Parts { get; init; } = new Dictionary<SiteMapEntry, SiteMapPage>();
}

/// <summary>
/// Every listed page as a tree of links: the navigation, then by folder what no menu leads to (RGAA 12.1 and 12.3). A large site's map is divided, so that no
/// page of it weighs more because the site is large: the first lists the first level, each section has a page of its own, divided again where it is large.
/// </summary>
internal sealed class SiteMap
{
    /// <summary>The most links of a page that lists all below its entries: with them it weighs some 7 kB.</summary>
    public const int MostLinks = 500;

    private const string OutsideSlug = "hors-menus";

    // Routing asks before a request has its snapshot, and for addresses without end: made once for all who ask of one content.
    private static readonly ConditionalWeakTable<Snapshot, SiteMap> s_maps = [];

    // Asked for by the menus of every page.
    private static readonly ConditionalWeakTable<Snapshot, Dictionary<NavigationNode, string>> s_addresses = [];

    private readonly Dictionary<string, SiteMapPage> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<SiteMapEntry, string> _sections = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<NavigationNode> _opened = [];
    private readonly Snapshot _snapshot;

    private SiteMap(Snapshot snapshot)
    {
        _snapshot = snapshot;

        // An entry of a menu that is no page and leads to one of the site: the page stands in its own place.
        var hrefs = snapshot.Listed.Select(static page => page.Href).ToHashSet(StringComparer.Ordinal);
        var roots = snapshot.Part<NavigationTree>().Roots.Where(root => root.Page.Url.Length > 0 || root.Children.Count > 0 || !hrefs.Contains(root.Href)).ToArray();
        SiteMapEntry[] menus = [.. roots.Select(root => Entry(root, 1))];

        // By address, so that a folder's pages stand together below the page that has the folder's address.
        Outside = new SiteMapEntry(null, null, Below(snapshot, [.. snapshot.Listed.Where(page => !_shown.Contains(page.Href)).OrderBy(static page => page.Url, StringComparer.Ordinal)]));
        var whole = new SiteMapEntry(null, null, Outside.Children.Count > 0 ? [.. menus, Outside] : menus);
        var addresses = SectionAddresses(snapshot);
        _sections[Outside] = SitePages.SiteMap + OutsideSlug + "/";
        for (var i = 0; i < roots.Length; i++)
        {
            if (addresses.TryGetValue(roots[i], out var address))
            {
                _sections[menus[i]] = address;
            }
        }

        IsDivided = whole.Count > MostLinks;
        First = Page(SitePages.SiteMap, whole, null);

        // The menu leads to the map of a section that has more entries than the menu shows, however small the site is.
        foreach (var section in IsDivided ? [] : menus.Where(static section => section.Children.Count > FrameBuilder.MostOfABranch))
        {
            Page(_sections[section], section, First);
        }
    }

    /// <summary>The site is too large for one page.</summary>
    public bool IsDivided { get; }

    /// <summary>The first page, at the map's own address.</summary>
    public SiteMapPage First { get; }

    /// <summary>What no menu leads to, by folder.</summary>
    public SiteMapEntry Outside { get; }

    /// <summary>All pages of the map, by their decoded addresses.</summary>
    public IReadOnlyDictionary<string, SiteMapPage> Pages => _pages;

    /// <summary>The map of a snapshot.</summary>
    public static SiteMap Of(Snapshot snapshot) => s_maps.GetValue(snapshot, static snapshot => new SiteMap(snapshot));

    /// <summary>The address, for a link, of the page of the map that lists a section with more entries than the main menu shows. Found without making the map.</summary>
    public static string AddressOf(Snapshot snapshot, NavigationNode section) => Address.Encode(SectionAddresses(snapshot)[section]);

    private static Dictionary<NavigationNode, string> SectionAddresses(Snapshot snapshot) => s_addresses.GetValue(snapshot, FindSectionAddresses);

    // The addresses of the first level's sections, each once, and none that the content has.
    private static Dictionary<NavigationNode, string> FindSectionAddresses(Snapshot snapshot)
    {
        var addresses = new Dictionary<NavigationNode, string>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<string>(StringComparer.Ordinal) { SitePages.SiteMap + OutsideSlug + "/" };
        foreach (var root in snapshot.Part<NavigationTree>().Roots.Where(static root => root.Children.Count > 0))
        {
            addresses[root] = Free(SitePages.SiteMap, root.Title, address => taken.Contains(address) || snapshot.Find(address) is not null);
            taken.Add(addresses[root]);
        }

        return addresses;
    }

    private static string Free(string above, string title, Func<string, bool> isTaken)
    {
        var slug = Slug.Of(title) is { Length: > 0 } words ? words : "rubrique";
        var address = $"{above}{slug}/";
        for (var i = 2; isTaken(address); i++)
        {
            address = string.Create(CultureInfo.InvariantCulture, $"{above}{slug}-{i}/");
        }

        return address;
    }

    private SiteMapPage Page(string url, SiteMapEntry entry, SiteMapPage? above)
    {
        var page = new SiteMapPage(url, entry, above) { Items = entry.Children };
        _pages[url] = page;
        if (entry.Count <= MostLinks)
        {
            return page;
        }

        if (page.Items.Count > MostLinks)
        {
            page = page with { Items = Runs(entry) };
        }

        var parts = new Dictionary<SiteMapEntry, SiteMapPage>(ReferenceEqualityComparer.Instance);
        foreach (var item in page.Items.Where(static item => item.Children.Count > 0))
        {
            var title = item.Title ?? string.Create(CultureInfo.InvariantCulture, $"{item.First}-{item.First + item.Children.Count - 1}");
            parts[item] = Page(_sections.GetValueOrDefault(item) ?? Free(url, title, address => _pages.ContainsKey(address) || _sections.ContainsValue(address) || _snapshot.Find(address) is not null), item, page);
        }

        return _pages[url] = page with { Parts = parts };
    }

    // A list that is longer than a page, cut into runs. Those of a run that was cut before go on with its numbers.
    private static SiteMapEntry[] Runs(SiteMapEntry entry)
    {
        var length = Math.Max(MostLinks, (entry.Children.Count + MostLinks - 1) / MostLinks);
        return [.. entry.Children.Chunk(length).Select((run, i) => new SiteMapEntry(null, null, run) { First = Math.Max(entry.First, 1) + (i * length) })];
    }

    // Entries that share a key share children, and could stand below themselves: each is opened once.
    private SiteMapEntry Entry(NavigationNode node, int level)
    {
        _shown.Add(node.Href);
        return new SiteMapEntry(
            node.Title,
            MenuItem.LinkOf(node.Href),
            level < LinkTree.MostLevels && _opened.Add(node) ? [.. node.Children.Select(child => Entry(child, level + 1))] : [])
        {
            Lang = node.Page.Lang,
        };
    }

    private static SiteMapEntry[] Below(Snapshot snapshot, ContentPage[] pages)
    {
        var groups = new List<(ContentPage Head, List<ContentPage> Children)>();
        var byFolder = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var folder = Folder(page.Url);
            if (folder != page.Url && folder != "/" && snapshot.Find(folder) is { IsListed: true } head)
            {
                if (!byFolder.TryGetValue(folder, out var at))
                {
                    byFolder[folder] = at = groups.Count;
                    groups.Add((head, []));
                }

                groups[at].Children.Add(page);
            }
            else if (!byFolder.ContainsKey(page.Url))
            {
                byFolder[page.Url] = groups.Count;
                groups.Add((page, []));
            }
        }

        return [.. groups.Select(static group => Of(group.Head, [.. group.Children.Select(static page => Of(page, []))]))];

        static SiteMapEntry Of(ContentPage page, SiteMapEntry[] children) => new(page.Title, page.Href, children) { Lang = page.Lang };
    }

    // /a/b/c/ is in the folder /a/b/; /a/b.html in /a/.
    private static string Folder(string url) => url[..(url.TrimEnd('/').LastIndexOf('/') + 1)];
}
