using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>
/// The search of one snapshot. The words are read when first needed, once, off the start path: a site is up before its search is,
/// and whoever searches meanwhile waits without holding a thread.
/// </summary>
/// <param name="pages">The pages that may be found.</param>
/// <param name="synonyms">Words that stand for one another.</param>
internal sealed class SearchIndex(IReadOnlyList<ContentPage> pages, Synonyms synonyms)
{
    /// <summary>Results on one page.</summary>
    public const int PageSize = 10;

    private readonly Lock _starting = new();
    private volatile Task<WordIndex>? _words;

    /// <summary>Reads the words, where that was not done yet.</summary>
    public Task Prepare() => Words();

    /// <summary>Finds the pages for a query.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="page">Page of the results, from 1; one that does not exist means the nearest.</param>
    public async Task<SearchResults> Search(SearchQuery query, int page)
    {
        var words = await Words();
        var clauses = QueryClause.Parse(query.Text, words, synonyms);
        var found = Ranking.Find(words, query.Text, clauses);
        var pageCount = Math.Max(1, (found.Ranked.Length + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pageCount);
        return new SearchResults
        {
            Query = query,
            Total = found.Ranked.Length,
            WithAllWords = found.WithAllWords,
            Page = page,
            PageCount = pageCount,
            Hits = [.. found.Ranked.Skip((page - 1) * PageSize).Take(PageSize).Select(at => new SearchHit(pages[at], Excerpt.Of(pages[at], words, clauses)))],
            Suggestion = found.WithAllWords > 0 ? null : Suggestion.For(query.Text, words),
        };
    }

    // A reading that failed is begun again by whoever asks next: its cause, such as a moment without memory, may be over.
    private Task<WordIndex> Words()
    {
        if (_words is { IsFaulted: false } begun)
        {
            return begun;
        }

        lock (_starting)
        {
            return _words is { IsFaulted: false } other ? other : _words = Task.Run(() => WordIndexWriter.Write(pages));
        }
    }
}
