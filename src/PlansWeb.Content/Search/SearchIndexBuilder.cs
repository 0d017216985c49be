using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>Gives each snapshot its search index, of the listed pages only: what no list shows, no search finds.</summary>
internal sealed class SearchIndexBuilder : ISnapshotPart
{
    private readonly LastWords _last = new();

    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems)
    {
        // The data of any page: the site's is part of it.
        var data = content.Pages is [var any, ..] ? any.Data.GetValueOrDefault(Synonyms.Key) : null;
        if (content.Sources.FirstOrDefault(static source => Path.GetFileNameWithoutExtension(source.Path) == Synonyms.Key) is { } file)
        {
            Synonyms.Check(data, file, problems);
        }

        // A preview has words of hidden pages: no other snapshot may answer by them.
        return new SearchIndex([.. content.Pages.Where(static page => page.IsListed)], new OnDemand<Synonyms>(() => Synonyms.Of(data)), content.TextBeside, content.IsPreview ? new LastWords() : _last);
    }
}
