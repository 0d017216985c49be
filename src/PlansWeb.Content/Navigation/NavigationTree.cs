using System.Collections.Concurrent;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>
/// The navigation of one snapshot: entries by key and parent as eleventy-navigation reads them, and what it leaves out:
/// a page whose parent is unknown keeps a breadcrumb, and nothing here can hang or throw.
/// </summary>
internal sealed class NavigationTree
{
    // Longer ways to the top are built anew with the rest.
    private const int MostLevels = 32;

    private readonly bool _hasSharedKeys;
    private readonly Dictionary<ContentPage, NavigationNode> _nodes;
    private readonly Dictionary<string, ContentPage> _owners;
    private readonly Dictionary<string, IReadOnlyList<NavigationNode>> _children;
    private readonly Dictionary<string, ContentPage> _byUrl;
    private readonly Lazy<HashSet<ContentPage>> _withListedBelow;

    // The reading order of a section, by its entries: found once for all pages of the section.
    private readonly ConcurrentDictionary<IReadOnlyList<NavigationNode>, ReadingOrder> _orders = new(ReferenceEqualityComparer.Instance);

    /// <summary>Only <see cref="NavigationBuilder"/> makes a tree.</summary>
    internal NavigationTree(
        IReadOnlyList<NavigationNode> roots,
        Dictionary<ContentPage, NavigationNode> nodes,
        Dictionary<string, ContentPage> owners,
        Dictionary<string, IReadOnlyList<NavigationNode>> children,
        Dictionary<string, ContentPage> byUrl,
        bool hasSharedKeys)
    {
        Roots = roots;
        _nodes = nodes;
        _owners = owners;
        _children = children;
        _byUrl = byUrl;
        _hasSharedKeys = hasSharedKeys;
        _withListedBelow = new Lazy<HashSet<ContentPage>>(FindWithListedBelow, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The same navigation, with some of its pages as they are now.</summary>
    /// <param name="edits">Pages that have the place in it that they had.</param>
    /// <returns><see langword="null"/> where several entries share a key or are below themselves: then it must be built anew.</returns>
    internal NavigationTree? With(IReadOnlyList<(ContentPage Before, ContentPage After)> edits)
    {
        if (_hasSharedKeys)
        {
            return null;
        }

        // Who still shows this tree must not see it change: what leads to an edited page is made anew, the rest is shared.
        var tree = new NavigationTree(
            Roots, new(_nodes), new(_owners, StringComparer.Ordinal), new(_children, StringComparer.Ordinal), new(_byUrl, StringComparer.Ordinal), hasSharedKeys: false);
        foreach (var (before, after) in edits)
        {
            tree._byUrl[after.Url] = after;
            if (after.Navigation?.Key is { } key && tree._owners.GetValueOrDefault(key) == before)
            {
                tree._owners[key] = after;
            }

            if (tree._nodes.Remove(before, out var node) && !tree.Replace(node, node with { Page = after }))
            {
                return null;
            }
        }

        return tree;
    }

    private bool Replace(NavigationNode before, NavigationNode after)
    {
        for (var level = 0; ; level++)
        {
            _nodes[after.Page] = after;
            if (after.Page.Navigation!.Parent is not { } parent)
            {
                Roots = Replaced(Roots, before, after);
                return true;
            }

            var siblings = _children[parent] = Replaced(_children[parent], before, after);
            if (!_owners.TryGetValue(parent, out var owner) || !_nodes.TryGetValue(owner, out var above))
            {
                return true;
            }

            // Loops have no end; a chain as long as the site is not worth following.
            if (level == MostLevels)
            {
                return false;
            }

            (before, after) = (above, above with { Children = siblings });
        }
    }

    private static NavigationNode[] Replaced(IReadOnlyList<NavigationNode> nodes, NavigationNode before, NavigationNode after) =>
        [.. nodes.Select(node => ReferenceEquals(node, before) ? after : node)];

    /// <summary>The entries without a parent, in order.</summary>
    public IReadOnlyList<NavigationNode> Roots { get; private set; }

    /// <summary>The entries that name a key as their parent, in order.</summary>
    public IReadOnlyList<NavigationNode> Below(string key) => _children.GetValueOrDefault(key, []);

    /// <summary>The entry of a page, where it is listed in the navigation.</summary>
    public NavigationNode? NodeOf(ContentPage page) => _nodes.GetValueOrDefault(page);

    /// <summary>
    /// The pages above a page, outermost first, without the home page and without the page itself. Follows the navigation as far as it is
    /// known; above that, or for a page outside the navigation, the addresses: the pages that stand at the folders of its own.
    /// </summary>
    public IReadOnlyList<TrailStep> Trail(ContentPage page)
    {
        var steps = new List<TrailStep>();
        var seen = new HashSet<ContentPage> { page };
        var current = page;
        while (Parent(current) is { } parent && seen.Add(parent))
        {
            steps.Add(Step(parent));
            current = parent;
        }

        // A root ends the trail; a page without an entry, or with an unknown parent, goes on by its address.
        if (current.Navigation is null or { Parent: not null })
        {
            for (var url = Above(current.Url); url.Length > 1; url = Above(url))
            {
                if (_byUrl.GetValueOrDefault(url) is { } above && seen.Add(above))
                {
                    steps.Add(Step(above));
                }
            }
        }

        steps.Reverse();
        steps.RemoveAll(static step => step.Page.Url == "/");
        return steps;
    }

    /// <summary>
    /// The page is in the trail of a listed page, other than itself. Found for all pages together when first asked, in time that grows with the
    /// number of pages, however long their trails: whoever asks for a page that has none below costs a look-up.
    /// </summary>
    public bool HasListedBelow(ContentPage page) => _withListedBelow.Value.Contains(page);

    // A way that two listed pages have gone says all that a third could: each page is walked at most twice.
    private HashSet<ContentPage> FindWithListedBelow()
    {
        var walked = new Dictionary<ContentPage, ContentPage?>();
        var found = new Dictionary<ContentPage, ContentPage?>();
        var lastInCircle = new Dictionary<ContentPage, ContentPage>();
        foreach (var page in _byUrl.Values.Where(static page => page.IsListed))
        {
            // As Trail goes.
            var current = page;
            while (Mark(walked, current, page))
            {
                if (Parent(current) is not { } parent)
                {
                    if (current.Navigation is null or { Parent: not null })
                    {
                        AddAbove(current, page, found);
                    }

                    break;
                }

                Mark(found, parent, page);
                current = parent;
            }

            // Whoever enters a circle goes around it, and on by the address of the page before the one that it met first.
            if (Parent(current) is not null && walked[current] == page)
            {
                var member = current;
                do
                {
                    lastInCircle[Parent(member)!] = member;
                    member = Parent(member)!;
                }
                while (member != current);
            }

            if (lastInCircle.TryGetValue(current, out var last))
            {
                AddAbove(last, page, found);
            }
        }

        return [.. found.Where(static mark => mark.Key != mark.Value).Select(static mark => mark.Key)];
    }

    // Notes from which listed page a page was reached, or null for several. False: that says nothing new.
    private static bool Mark(Dictionary<ContentPage, ContentPage?> marks, ContentPage page, ContentPage from)
    {
        if (marks.TryGetValue(page, out var known))
        {
            if (known is null || known == from)
            {
                return false;
            }

            marks[page] = null;
        }
        else
        {
            marks[page] = from;
        }

        return true;
    }

    private void AddAbove(ContentPage page, ContentPage listed, Dictionary<ContentPage, ContentPage?> found)
    {
        for (var url = Above(page.Url); url.Length > 1; url = Above(url))
        {
            if (_byUrl.GetValueOrDefault(url) is { } above)
            {
                Mark(found, above, listed);
            }
        }
    }

    /// <summary>
    /// The section of a page: what its ancestor on the second level of the navigation opens. <see langword="null"/> for the first level,
    /// and for a page without company.
    /// </summary>
    public Section? SectionOf(ContentPage page)
    {
        if (page.Navigation?.Parent is null)
        {
            return null;
        }

        var top = page;
        var seen = new HashSet<ContentPage> { page };
        while (Parent(top) is { Navigation.Parent: not null } parent && seen.Add(parent))
        {
            top = parent;
        }

        // The topmost page names a parent that no page owns: its siblings are the section, and the page above by address its index.
        if (Parent(top) is null)
        {
            var siblings = _children.GetValueOrDefault(top.Navigation!.Parent!, []);
            var index = _byUrl.GetValueOrDefault(Above(top.Url));
            return siblings.Count < 2 && index is null ? null : new Section(index, index?.Title ?? top.Title, siblings);
        }

        var nodes = top.Navigation!.Key is { } key ? _children.GetValueOrDefault(key, []) : [];
        return nodes.Count == 0 ? null : new Section(top, Step(top).Title, nodes);
    }

    /// <summary>The pages before and after a page of a section, as one reads the section from its index to its last page.</summary>
    public (TrailStep? Previous, TrailStep? Next) Neighbours(ContentPage page)
    {
        if (SectionOf(page) is not { } section)
        {
            return default;
        }

        var order = _orders.GetOrAdd(section.Nodes, static nodes => new ReadingOrder(nodes, null));
        if (section.Index is { } index && order.Contains(index))
        {
            // An index that stands among its own entries comes first all the same, and once. Rare enough to be walked for each page.
            order = new ReadingOrder(section.Nodes, index);
        }

        var (previous, next) = page == section.Index ? (null, order.First) : order.Around(page, section.Index);
        return (previous is null ? null : Step(previous), next is null ? null : Step(next));
    }

    /// <summary>
    /// A page and all below it in the navigation, in reading order, each page once: entries may share children, and loops end.
    /// </summary>
    public IReadOnlyList<BranchEntry> Branch(ContentPage page) => NodeOf(page) is { } root ? Walk([root], []) : [];

    // The pages of a section below its index, in the order in which one reads them.
    private sealed class ReadingOrder
    {
        private readonly ContentPage[] _pages;
        private readonly Dictionary<ContentPage, int> _places;

        public ReadingOrder(IReadOnlyList<NavigationNode> nodes, ContentPage? index)
        {
            _pages = [.. Walk(nodes, index is null ? [] : [index]).Select(static entry => entry.Page)];
            _places = new(_pages.Length);
            for (var i = 0; i < _pages.Length; i++)
            {
                _places[_pages[i]] = i;
            }
        }

        public ContentPage? First => _pages.FirstOrDefault();

        public bool Contains(ContentPage page) => _places.ContainsKey(page);

        public (ContentPage? Previous, ContentPage? Next) Around(ContentPage page, ContentPage? index) =>
            _places.TryGetValue(page, out var place)
                ? (place > 0 ? _pages[place - 1] : index, place < _pages.Length - 1 ? _pages[place + 1] : null)
                : default;
    }

    // In reading order, each page once. A stack of our own: a chain of parents may be as long as the site has pages.
    private static List<BranchEntry> Walk(IReadOnlyList<NavigationNode> nodes, HashSet<ContentPage> seen)
    {
        var entries = new List<BranchEntry>();
        var ahead = new Stack<(NavigationNode Node, int Depth)>(nodes.Reverse().Select(static node => (node, 0)));
        while (ahead.TryPop(out var next))
        {
            if (!seen.Add(next.Node.Page))
            {
                continue;
            }

            entries.Add(new BranchEntry(next.Node.Page, next.Depth));
            foreach (var child in next.Node.Children.Reverse())
            {
                ahead.Push((child, next.Depth + 1));
            }
        }

        return entries;
    }

    /// <summary>The page that owns the parent key, where one does: an excluded page too, for it is there although no list shows it.</summary>
    private ContentPage? Parent(ContentPage page) =>
        page.Navigation?.Parent is { } key && _owners.TryGetValue(key, out var owner) && owner != page ? owner : null;

    private TrailStep Step(ContentPage page) =>
        _nodes.TryGetValue(page, out var node)
            ? new TrailStep(page, node.Title, node.Href)
            : new TrailStep(page, page.Navigation?.Title ?? page.Title, page.Href);

    private static string Above(string url)
    {
        var slash = url.AsSpan().TrimEnd('/').LastIndexOf('/');
        return slash < 0 ? "" : url[..(slash + 1)];
    }
}
