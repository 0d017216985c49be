using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>Gives each snapshot what its error pages propose. Nothing is read until an unknown address is asked for.</summary>
internal sealed class NearestPagesBuilder : ISnapshotPart
{
    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems) =>
        new NearestPages([.. content.Pages.Where(static page => page.IsListed && page.Url != Address.NotFoundPage)]);
}
