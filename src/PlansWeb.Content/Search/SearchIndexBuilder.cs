using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>Gives each snapshot its search index, of the listed pages only: what no list shows, no search finds.</summary>
internal sealed class SearchIndexBuilder : ISnapshotPart
{
    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems) =>
        new SearchIndex([.. content.Pages.Where(page => page.IsListed)], Synonyms.Of(content.Pages is [var any, ..] ? any.Data : null));
}
