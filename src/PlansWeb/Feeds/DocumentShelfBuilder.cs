using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>Gives each snapshot an empty shelf: a new snapshot makes its documents anew.</summary>
internal sealed class DocumentShelfBuilder : ISnapshotPart
{
    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Problem> problems) => new DocumentShelf();
}
