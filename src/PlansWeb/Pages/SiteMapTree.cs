using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>Every listed page as a tree of links: the navigation, then by folder what no menu leads to.</summary>
internal sealed class SiteMapTree
{
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<NavigationNode> _opened = [];

    /// <summary>Makes the tree of a snapshot.</summary>
    public SiteMapTree(Snapshot snapshot)
    {
        // An entry of a menu that is no page and leads to one of the site: the page stands in its own place.
        var pages = snapshot.Listed.Select(static page => page.Href).ToHashSet(StringComparer.Ordinal);
        Menus = [.. snapshot.Part<NavigationTree>().Roots.Where(root => root.Page.Url.Length > 0 || !pages.Contains(root.Href)).Select(root => Item(root, 1))];

        // By address, so that a folder's pages stand together below the page that has the folder's address.
        Outside = Below(snapshot, [.. snapshot.Listed.Where(page => !_shown.Contains(page.Href)).OrderBy(static page => page.Url, StringComparer.Ordinal)]);
    }

    /// <summary>The navigation, whole.</summary>
    public IReadOnlyList<MenuItem> Menus { get; }

    /// <summary>The other pages, by folder.</summary>
    public IReadOnlyList<MenuItem> Outside { get; }

    // Entries that share a key share children, and could stand below themselves: each is opened once.
    private MenuItem Item(NavigationNode node, int level)
    {
        _shown.Add(node.Href);
        return new MenuItem(node.Title, MenuItem.LinkOf(node.Href))
        {
            Children = level < LinkTree.MostLevels && _opened.Add(node) ? [.. node.Children.Select(child => Item(child, level + 1))] : [],
        };
    }

    private static MenuItem[] Below(Snapshot snapshot, ContentPage[] pages)
    {
        var groups = new List<(MenuItem Head, List<MenuItem> Children)>();
        var byFolder = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var folder = Folder(page.Url);
            if (folder != page.Url && folder != "/" && snapshot.Find(folder) is { IsListed: true } head)
            {
                if (!byFolder.TryGetValue(folder, out var at))
                {
                    byFolder[folder] = at = groups.Count;
                    groups.Add((new MenuItem(head.Title, head.Href), []));
                }

                groups[at].Children.Add(new MenuItem(page.Title, page.Href));
            }
            else if (!byFolder.ContainsKey(page.Url))
            {
                byFolder[page.Url] = groups.Count;
                groups.Add((new MenuItem(page.Title, page.Href), []));
            }
        }

        return [.. groups.Select(static group => group.Head with { Children = group.Children })];
    }

    // /a/b/c/ is in the folder /a/b/; /a/b.html in /a/.
    private static string Folder(string url) => url[..(url.TrimEnd('/').LastIndexOf('/') + 1)];
}
