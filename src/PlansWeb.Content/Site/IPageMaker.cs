namespace PlansWeb.Content.Site;

/// <summary>A part that has pages of its own, which no file holds. It is built before the other parts, which see its pages among all others.</summary>
internal interface IPageMaker : ISnapshotPart
{
    /// <summary>The pages of a part that this maker built. Their addresses are taken by no page of the content.</summary>
    IReadOnlyList<ContentPage> PagesOf(object part);
}
