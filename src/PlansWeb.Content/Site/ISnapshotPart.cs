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

    /// <summary>
    /// Computes the part from the one of the snapshot before, where little changed: it must be what <see cref="Build"/> would give, with the same
    /// problems as before.
    /// </summary>
    /// <param name="before">The part of the snapshot before; it is still in use there.</param>
    /// <param name="content">What was loaded.</param>
    /// <param name="edits">The pages that are not what they were; everything else is, and no address changed.</param>
    /// <returns><see langword="null"/> where the part must be built anew.</returns>
    object? Update(object before, SiteContent content, IReadOnlyList<PageEdit> edits) => null;
}
