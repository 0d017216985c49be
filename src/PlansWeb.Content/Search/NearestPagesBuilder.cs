using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>Gives each snapshot what its error pages propose. Nothing is read until an unknown address is asked for.</summary>
internal sealed class NearestPagesBuilder : ISnapshotPart
{
    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Problem> problems) => new NearestPages(Proposed(content));

    /// <inheritdoc/>
    public object? Update(object before, SiteContent content, IReadOnlyList<PageEdit> edits) =>
        edits.All(static edit => edit.Before.Title == edit.After.Title && edit.Before.IsListed == edit.After.IsListed)
            ? ((NearestPages)before).With(Proposed(content))
            : null;

    private static ContentPage[] Proposed(SiteContent content) => [.. content.Pages.Where(static page => page.IsListed && page.Url != Address.NotFoundPage)];
}
