using PlansWeb.Content.Site;

namespace PlansWeb.Authoring;

/// <summary>Tells the state of each page of a snapshot, and which page above it is the reason where it is not the page's own.</summary>
internal sealed class PageStates
{
    private readonly ILookup<string, ContentPage> _byKey;
    private readonly HashSet<string> _hidden;
    private readonly DateTimeOffset _now;

    /// <summary>Indexes a snapshot.</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="now">The instant that windows are compared with.</param>
    public PageStates(Snapshot snapshot, DateTimeOffset now)
    {
        _now = now;
        _hidden = [.. snapshot.Hidden.Select(static page => page.SourcePath)];
        _byKey = snapshot.Hidden.Concat(snapshot.Pages).Where(static page => page.Navigation?.Key is not null)
            .ToLookup(static page => page.Navigation!.Key!, StringComparer.Ordinal);
    }

    /// <summary>The state of a page.</summary>
    /// <param name="page">A page of the snapshot, public or not.</param>
    /// <returns>The state, and the page above that it comes from; no page where it is the page's own.</returns>
    public (PageState State, ContentPage? From) Of(ContentPage page)
    {
        var isHidden = _hidden.Contains(page.SourcePath);
        if (!isHidden && page.IsListed)
        {
            return (PageState.Published, null);
        }

        // Up the navigation to the page that says so itself; what leads round in a circle ends where it began.
        var seen = new HashSet<ContentPage>();
        for (var at = page; at is not null && seen.Add(at); at = Above(at, isHidden))
        {
            if (Own(at, isHidden) is { } state)
            {
                return (state, at == page ? null : at);
            }
        }

        return (isHidden ? PageState.Draft : PageState.Unlisted, null);
    }

    private PageState? Own(ContentPage page, bool isHidden) => (isHidden, page.Publication) switch
    {
        (true, { IsDraft: true }) => PageState.Draft,
        (true, { From: { } from }) when _now < from => PageState.Scheduled,
        (true, { Until: { } until }) when until <= _now => PageState.Expired,
        (false, { IsUnlisted: true }) => PageState.Unlisted,
        _ => null,
    };

    private ContentPage? Above(ContentPage page, bool isHidden) => page.Navigation?.Parent is { } parent
        ? _byKey[parent].FirstOrDefault(above => isHidden == _hidden.Contains(above.SourcePath))
        : null;
}
