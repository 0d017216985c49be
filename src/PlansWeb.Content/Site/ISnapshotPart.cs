using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site;

/// <summary>
/// Something another room derives from the pages, once per snapshot and before it is published: the navigation, a search index.
/// </summary>
internal interface ISnapshotPart
{
    /// <summary>Computes the part; asked for later by its type through <see cref="Snapshot.Part{T}"/>.</summary>
    /// <param name="content">What was loaded, without the pages that readers may not see.</param>
    /// <param name="problems">Where faults that only show across pages are added.</param>
    object Build(SiteContent content, ICollection<Problem> problems);
}
