using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>
/// The search of one snapshot. The words are read when first needed, once, off the start path: a site is up before its search is,
/// and whoever searches meanwhile waits without holding a thread. After an edit of a large site the words that were read last answer until the
/// new ones are there: for the pages that this snapshot lists, with its titles and texts, so that nothing just hidden appears. A snapshot that was
/// replaced answers by the newer words in the same way.
/// </summary>
/// <param name="pages">The pages that may be found.</param>
/// <param name="synonyms">Words that stand for one another; made by the first search, so that publishing does not wait for them.</param>
/// <param name="textBeside">What is shown on a page beside the text of its file: see <see cref="IPageMaker.TextBeside"/>.</param>
/// <param name="last">The words that were read last, of any snapshot.</param>
internal sealed class SearchIndex(IReadOnlyList<ContentPage> pages, OnDemand<Synonyms> synonyms, Func<ContentPage, PageBody?> textBeside, LastWords last)
{
    /// <summary>The most pages whose words are waited for after an edit: reading so many takes some milliseconds.</summary>
    public const int MostWaited = 300;

    /// <summary>Results on one page.</summary>
    public const int PageSize = 10;

    // What a hit in another language than the reader's is worth beside one in it: so little that only a title that is the query comes before.
    private const float OtherLanguage = 0.001f;

    private readonly Lock _starting = new();
    private readonly long _number = last.Next();
    private volatile Task? _reading;

    /// <summary>Reads the words, where that was not done yet.</summary>
    public Task Prepare()
    {
        // A reading that failed is begun again by whoever asks next: its cause, such as a moment without memory, may be over.
        if (_reading is { IsFaulted: false } begun)
        {
            return begun;
        }

        lock (_starting)
        {
            return _reading is { IsFaulted: false } other ? other : _reading = Task.Run(Read);
        }
    }

    /// <summary>Finds the pages for a query.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="page">Page of the results, from 1; one that does not exist means the nearest.</param>
    /// <param name="language">Pages in this language come before others that answer as well; <see langword="null"/> where the language makes no difference.</param>
    public async Task<SearchResults> Search(SearchQuery query, int page, string? language = null)
    {
        var reading = last.Read?.Snapshot >= _number ? Task.CompletedTask : Prepare();
        if (pages.Count <= MostWaited || last.Read is null)
        {
            await reading;
        }

        var read = last.Read!;
        var words = read.Words;
        var places = read.Snapshot == _number ? null : Places(read.Urls);
        var phrases = query.Phrases.Select(words.Sequence).ToArray();
        var (clauses, found) = Answer(query.Text);
        var withAll = found.WithAllWords;

        // Words of another snapshot may be of a page that this one hides.
        var suggestion = withAll > 0 || places is not null ? null
            : phrases.Length > 0 && found.Ranked.Length == 0 ? query.WithoutQuotes
            : Suggestion.For(query.Text, words);
        if (suggestion is not null && phrases.Length == 0)
        {
            // A slip in one word must not leave the others alone: the answer is that of the corrected query, which is shown above it.
            (clauses, found) = Answer(suggestion);
        }

        var pageCount = Math.Max(1, (found.Ranked.Length + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pageCount);
        return new SearchResults
        {
            Query = query,
            Total = found.Ranked.Length,
            WithAllWords = withAll,
            Page = page,
            PageCount = pageCount,
            Hits = [.. found.Ranked.Skip((page - 1) * PageSize).Take(PageSize).Select(PageAt).Select(hit => new SearchHit(hit, Excerpt.Of(hit, textBeside(hit), words, clauses, phrases)))],
            Suggestion = suggestion,
        };

        (IReadOnlyList<QueryClause> Clauses, RankedPages Found) Answer(string text)
        {
            var clauses = QueryClause.Parse(text, words, synonyms.Value);
            return (clauses, Ranking.Find(words, text, clauses, Worth));
        }

        ContentPage PageAt(int at) => pages[places?[at] ?? at];

        bool HasPhrases(int at)
        {
            foreach (var phrase in phrases)
            {
                if (!words.Has(at, phrase))
                {
                    return false;
                }
            }

            return true;
        }

        float Worth(int at) =>
            places?[at] < 0 || !HasPhrases(at) ? 0
            : language is null || PageAt(at).Lang.Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase) ? 1
            : OtherLanguage;
    }

    // Not kept by this snapshot too: whatever still holds it (a check that runs, a slow reader) would hold its words, a third of all memory.
    private void Read() => last.Keep(new ReadWords(WordIndexWriter.Write(pages, textBeside), [.. pages.Select(static page => page.Url)], _number));

    // Where the pages of another snapshot's words stand in this one; -1 for those that it does not list.
    private int[] Places(string[] urls)
    {
        var places = new Dictionary<string, int>(pages.Count, StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            places[pages[i].Url] = i;
        }

        return Array.ConvertAll(urls, url => places.GetValueOrDefault(url, -1));
    }
}

/// <summary>The words that were read last, shared by the snapshots of one site.</summary>
internal sealed class LastWords
{
    private readonly Lock _keeping = new();
    private volatile ReadWords? _read;
    private long _snapshots;

    /// <summary>The words of the newest snapshot whose words were read; <see langword="null"/> until some were.</summary>
    public ReadWords? Read => _read;

    /// <summary>The number of the next snapshot.</summary>
    public long Next() => Interlocked.Increment(ref _snapshots);

    /// <summary>Keeps words, unless those of a newer snapshot are there: several may be read at once, and the oldest may end last.</summary>
    public void Keep(ReadWords words)
    {
        lock (_keeping)
        {
            _read = _read?.Snapshot > words.Snapshot ? _read : words;
        }
    }
}

/// <summary>Words, and the decoded addresses of the pages that they stand on.</summary>
/// <param name="Words">The words.</param>
/// <param name="Urls">The addresses, in the order of the pages.</param>
/// <param name="Snapshot">The number of the snapshot that they were read for.</param>
internal sealed record ReadWords(WordIndex Words, string[] Urls, long Snapshot);
