namespace PlansWeb.Content.Site;

/// <summary>
/// The one predicate that decides what readers may see, for pages, menus, lists, feeds, search and redirects: what is hidden is not in the
/// snapshot at all, so nothing can show it by mistake. Hidden and unlisted pass down the navigation.
/// </summary>
internal static class Visibility
{
    /// <summary>How far a page may be seen.</summary>
    public enum State
    {
        /// <summary>Reachable and listed.</summary>
        Public,

        /// <summary>Reachable, listed nowhere.</summary>
        Unlisted,

        /// <summary>Not there for readers.</summary>
        Hidden,
    }

    /// <summary>Decides for all pages at one instant; linear in their number.</summary>
    /// <param name="pages">All pages, in ordinal order of their files.</param>
    /// <param name="publication">What a page says of its publication.</param>
    /// <param name="entry">Its place in the navigation.</param>
    /// <param name="now">The instant.</param>
    public static State[] At<T>(
        IReadOnlyList<T> pages, Func<T, Publication> publication, Func<T, NavigationEntry?> entry, DateTimeOffset now)
    {
        // The site without any of these keys, which is most sites, pays nothing more than this look.
        var states = new State[pages.Count];
        if (!pages.Any(page => publication(page) != Publication.Always))
        {
            return states;
        }

        var owners = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            if (entry(pages[i])?.Key is { } key)
            {
                if (!owners.TryGetValue(key, out var list))
                {
                    owners[key] = list = [];
                }

                list.Add(i);
            }

            var own = publication(pages[i]);
            states[i] = !own.IsPublicAt(now) ? State.Hidden : own.IsUnlisted ? State.Unlisted : State.Public;
        }

        // A state passes down until nothing changes: from each hidden or unlisted page to those that name it their parent. Each page can
        // change twice at most, so this ends, whatever loops the navigation has.
        var children = Enumerable.Range(0, pages.Count).Where(i => entry(pages[i])?.Parent is not null)
            .ToLookup(i => entry(pages[i])!.Parent!, StringComparer.Ordinal);
        var queue = new Queue<int>(Enumerable.Range(0, pages.Count).Where(i => states[i] != State.Public));
        while (queue.TryDequeue(out var above))
        {
            if (entry(pages[above])?.Key is not { } key)
            {
                continue;
            }

            foreach (var below in children[key])
            {
                // With a double key a page is below each of its owners: it is hidden where all of them are.
                var inherited = owners[key].Min(owner => states[owner]);
                if (states[below] < inherited && !publication(pages[below]).IsForced)
                {
                    states[below] = inherited;
                    queue.Enqueue(below);
                }
            }
        }

        return states;
    }

    /// <summary>The instants at which a window opens or closes, ascending.</summary>
    public static DateTimeOffset[] Boundaries(IEnumerable<Publication> publications) =>
        [.. publications.Where(static page => page.From is not null || page.Until is not null)
            .SelectMany(static page => new[] { page.From, page.Until }).OfType<DateTimeOffset>().Distinct().Order()];
}
