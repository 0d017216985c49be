using PlansWeb.Store;

namespace PlansWeb.Search;

/// <summary>Gives each snapshot its search index, of the listed pages only: what no list shows, no search finds.</summary>
internal sealed class SearchIndexBuilder : ISnapshotPart
{
    /// <inheritdoc/>
    public object Build(Content content, ICollection<Problem> problems) => new SearchIndex([.. content.Pages.Where(page => page.IsListed)]);
}
