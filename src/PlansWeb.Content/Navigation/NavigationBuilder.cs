using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>
/// Builds the navigation once per snapshot, from the listed pages in the order of <c>collections.all</c> (date, then path; a page without
/// date comes last), siblings by <c>order</c>. Linear in the number of pages but for the sorting.
/// </summary>
internal sealed class NavigationBuilder : ISnapshotPart
{
    // More edits are not one save but many: building everything anew costs no more then.
    private const int MostEdits = 16;

    private volatile Built? _last;

    /// <summary>
    /// The tree; where a few pages alone changed, and not in what the navigation reads, the last one with these pages in it. That must be what building it
    /// anew gives: it is kept because of 100,000 pages, where building it at each edit took publishing from 0.1 s to 2 s (measured side by side on a busy machine).
    /// </summary>
    public object Build(SiteContent content, ICollection<Diagnostic> problems)
    {
        var last = _last;
        if (last is null || content.MenuEntries.Count > 0 || last.HasMenuEntries || Edits(last.Pages, content.Pages) is not { } edits || last.Tree.With(edits) is not { } tree)
        {
            var found = new List<Diagnostic>();
            tree = BuildAnew(content, found);
            last = new Built([], tree, found, content.MenuEntries.Count > 0);
        }

        _last = last with { Pages = content.Pages, Tree = tree };
        foreach (var problem in last.Problems)
        {
            problems.Add(problem);
        }

        return tree;
    }

    // The pages that were edited; null where more changed than what the navigation does not read of them.
    private static List<(ContentPage Before, ContentPage After)>? Edits(IReadOnlyList<ContentPage> before, IReadOnlyList<ContentPage> after)
    {
        if (before.Count != after.Count)
        {
            return null;
        }

        var edits = new List<(ContentPage Before, ContentPage After)>();
        for (var i = 0; i < after.Count; i++)
        {
            // A page that was not read again is the very same.
            if (ReferenceEquals(before[i], after[i]))
            {
                continue;
            }

            if (edits.Count == MostEdits || !HasSamePlace(before[i], after[i]))
            {
                return null;
            }

            edits.Add((before[i], after[i]));
        }

        return edits;
    }

    // All that the navigation reads of a page.
    private static bool HasSamePlace(ContentPage before, ContentPage after) =>
        before.SourcePath == after.SourcePath && before.Url == after.Url && before.Href == after.Href && before.Navigation == after.Navigation
        && before.Title == after.Title && before.Date == after.Date && before.IsListed == after.IsListed;

    private static NavigationTree BuildAnew(SiteContent content, List<Diagnostic> problems)
    {
        var entries = content.Pages.Concat(content.MenuEntries).Where(page => page.Navigation is not null).ToArray();

        // Pages come by path, and sorting keeps the order of equals: sorting ten thousand paths again would cost each edit some milliseconds.
        var byPath = AreByPath(entries) ? entries : [.. entries.OrderBy(page => page.SourcePath, StringComparer.Ordinal)];
        var nodes = byPath.Where(page => page.IsListed).Select(Node).OrderBy(node => node.Order).ThenBy(node => node.Page.Date ?? DateTimeOffset.MaxValue).ToArray();

        var children = nodes.Where(node => node.Page.Navigation!.Parent is not null)
            .GroupBy(node => node.Page.Navigation!.Parent!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<NavigationNode> (group) => [.. group], StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Key is { } key && children.TryGetValue(key, out var below))
            {
                node.Children = below;
            }
        }

        var owners = Owners(nodes, entries, problems);
        ReportUnnamed(nodes, problems);
        ReportParents(entries, owners, problems);
        return new NavigationTree(
            [.. nodes.Where(node => node.Page.Navigation!.Parent is null)],
            nodes.ToDictionary(node => node.Page),
            owners,
            children,
            content.Pages.ToDictionary(page => page.Url, StringComparer.Ordinal),
            hasSharedKeys: nodes.Where(node => node.Key is not null).DistinctBy(node => node.Key, StringComparer.Ordinal).Count() < nodes.Count(node => node.Key is not null));
    }

    private static bool AreByPath(ContentPage[] entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            if (string.CompareOrdinal(entries[i - 1].SourcePath, entries[i].SourcePath) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static NavigationNode Node(ContentPage page)
    {
        var entry = page.Navigation!;
        return new NavigationNode(page, entry.Title ?? entry.Key ?? page.Title, entry.Url is { Length: > 0 } url ? Address.EncodeReference(url) : page.Href);
    }

    // Which page a key means. Of several, the first in order, as in eleventy-navigation's breadcrumb; an excluded page only where no listed one has the key.
    private static Dictionary<string, ContentPage> Owners(NavigationNode[] nodes, ContentPage[] entries, List<Diagnostic> problems)
    {
        var owners = new Dictionary<string, ContentPage>(StringComparer.Ordinal);
        foreach (var page in nodes.Select(node => node.Page))
        {
            if (page.Navigation!.Key is { } key && !owners.TryAdd(key, page))
            {
                problems.Add(new Diagnostic(DiagnosticRules.NavigationDuplicateKey, page.SourcePath, page.Navigation.Line, 0,
                    $"La clé de navigation « {key} » est déjà celle de « {owners[key].SourcePath} ».",
                    "Donnez à chaque page une clé qui n’est qu’à elle."));
            }
        }

        foreach (var page in entries.Where(page => !page.IsListed))
        {
            if (page.Navigation!.Key is { } key)
            {
                owners.TryAdd(key, page);
            }
        }

        return owners;
    }

    private static void ReportUnnamed(NavigationNode[] nodes, List<Diagnostic> problems)
    {
        foreach (var page in nodes.Select(node => node.Page).Where(page => page.Navigation is { Key: null, Title: null }))
        {
            problems.Add(new Diagnostic(DiagnosticRules.NavigationUnnamed, page.SourcePath, page.Navigation!.Line, 0,
                "L’entrée de navigation n’a ni « key » ni « title » : le titre de la page est affiché, et aucune page ne peut se placer dessous.",
                "Ajoutez « title », et « key » si d’autres pages doivent se placer dessous."));
        }
    }

    private static void ReportParents(ContentPage[] entries, Dictionary<string, ContentPage> owners, List<Diagnostic> problems)
    {
        // Pages with others below whose way up is known to end; each is walked once, so that long chains cost no more than their length. The many
        // pages with none below are not noted: this is done at each edit.
        var ends = new HashSet<ContentPage>();
        foreach (var page in entries)
        {
            var entry = page.Navigation!;
            if (entry.Parent is not { } parent)
            {
                continue;
            }

            if (!owners.TryGetValue(parent, out var owner))
            {
                problems.Add(new Diagnostic(DiagnosticRules.NavigationUnknownParent, page.SourcePath, entry.ParentLine, 0,
                    $"Aucune page n’a la clé de navigation « {parent} », que cette page nomme comme parent.",
                    "Corrigez « parent », ou donnez cette clé à la page qui la précède."));
                continue;
            }

            if (owner.Navigation!.Parent is null || ends.Contains(owner))
            {
                continue;
            }

            var path = new List<ContentPage>();
            var onPath = new HashSet<ContentPage>();
            var current = owner;
            while (current is not null && !ends.Contains(current) && onPath.Add(current))
            {
                path.Add(current);
                current = current.Navigation?.Parent is { } above ? owners.GetValueOrDefault(above) : null;
            }

            if (current is not null && onPath.Contains(current))
            {
                foreach (var member in path[path.IndexOf(current)..])
                {
                    problems.Add(new Diagnostic(DiagnosticRules.NavigationCycle, member.SourcePath, member.Navigation!.ParentLine, 0,
                        $"Le parent « {member.Navigation.Parent} » mène, de parent en parent, à la page elle-même : elle n’est dans aucun menu.",
                        "Choisissez pour « parent » une page qui se trouve au-dessus de celle-ci."));
                }
            }

            ends.UnionWith(path);
        }
    }

    private sealed record Built(IReadOnlyList<ContentPage> Pages, NavigationTree Tree, IReadOnlyList<Diagnostic> Problems, bool HasMenuEntries);
}
