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
    object Build(SiteContent content, ICollection<Diagnostic> problems);
}

/// <summary>
/// A part that has pages of its own, which no file holds, or text of its own on pages of the content. It is built before the other parts, which see
/// its pages among all others.
/// </summary>
internal interface IPageMaker : ISnapshotPart
{
    /// <summary>The pages of a part that this maker built. Their addresses are taken by no page of the content.</summary>
    IReadOnlyList<ContentPage> PagesOf(object part);

    /// <summary>What is shown on a page beside the text of its file, in plain HTML: for the search. <see langword="null"/> for nothing.</summary>
    /// <param name="page">Any page.</param>
    /// <param name="part">A part that this maker built.</param>
    PageBody? TextBeside(ContentPage page, object part) => null;
}
