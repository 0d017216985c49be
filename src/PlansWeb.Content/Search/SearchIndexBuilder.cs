using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>Gives each snapshot its search index, of the listed pages only: what no list shows, no search finds.</summary>
internal sealed class SearchIndexBuilder : ISnapshotPart
{
    private readonly LastWords _last = new();

    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems) =>
        new SearchIndex(
            [.. content.Pages.Where(page => page.IsListed)], new OnDemand<Synonyms>(() => Synonyms.Of(content.Pages is [var any, ..] ? any.Data : null)), content.TextBeside, _last);
}
