using System.Numerics;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>
/// The pages that an unknown address may have meant, by the words that their addresses and titles share with it. Made when first asked, from
/// listed pages only: what no list shows, no error page names. Whatever an address holds, an answer costs a fraction of a millisecond:
/// strangers may ask for unknown addresses without end.
/// </summary>
internal sealed class NearestPages
{
    /// <summary>The most pages that are proposed.</summary>
    public const int Most = 3;

    // Words of an address that are looked at, from its end: there it says most.
    private const int MostWords = 6;

    // A word on more pages than this says nothing, and would cost.
    private const int MostPagesOfAWord = 500;

    // Words that are compared letter by letter with one that is unknown.
    private const int MostComparisons = 50;

    private const int MostSlips = 2;

    private readonly IReadOnlyList<ContentPage> _pages;
    private readonly Lazy<Index> _index;

    /// <summary>Proposes from pages.</summary>
    /// <param name="pages">The pages that may be named.</param>
    public NearestPages(IReadOnlyList<ContentPage> pages)
    {
        _pages = pages;
        _index = new Lazy<Index>(() => new Index(pages), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The words of an address as people would type them into a search, of its last part that has any; cut at 100 characters.</summary>
    /// <param name="url">A decoded address.</param>
    public static string Words(string url)
    {
        foreach (var part in url.Split('/').Reverse())
        {
            var words = string.Join(' ', Split(WithoutExtension(part)).Take(MostWords));
            if (words.Length > 0)
            {
                return words.Length > SearchQuery.MaxLength ? words[..SearchQuery.MaxLength] : words;
            }
        }

        return "";
    }

    /// <summary>Reads the words of addresses and titles, where that was not done yet.</summary>
    public void Prepare() => _ = _index.Value;

    /// <summary>The nearest pages, the nearest first; none where no word is shared.</summary>
    /// <param name="url">A decoded address.</param>
    public IReadOnlyList<ContentPage> Find(string url)
    {
        var index = _index.Value;
        var scores = new Dictionary<int, double>();
        foreach (var word in Split(WithoutExtension(url)).Reverse().Select(Fold).Where(IsWorthALook).Distinct().Take(MostWords))
        {
            var (on, certainty) = index.PagesOf(word);
            foreach (var page in on)
            {
                scores[page] = scores.GetValueOrDefault(page) + (certainty * index.Weight(on.Count));
            }
        }

        // Of two pages with the same words, the one whose address has fewer others.
        return
        [
            .. scores.OrderByDescending(score => score.Value / Math.Sqrt(4 + index.WordsOf(score.Key))).ThenBy(static score => score.Key)
                .Take(Most).Select(score => _pages[score.Key]),
        ];
    }

    private static bool IsWorthALook(string word) =>
        word.Length <= WordReader.LongestWord && (word.Length > 2 || (word.Length > 0 && char.IsAsciiDigit(word[0]))) && !StopWords.Contains(word);

    private static string Fold(string word) => AddressFolding.Fold(word);

    private static string WithoutExtension(string part)
    {
        var dot = part.LastIndexOf('.');
        return dot > part.LastIndexOf('/') + 1 && part.Length - dot <= 6 ? part[..dot] : part;
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private sealed class Index
    {
        private readonly Dictionary<string, List<int>> _pages = new(StringComparer.Ordinal);
        private readonly ILookup<char, (string Word, uint Letters)> _byFirstLetter;
        private readonly int[] _words;

        public Index(IReadOnlyList<ContentPage> pages)
        {
            _words = new int[pages.Count];
            for (var i = 0; i < pages.Count; i++)
            {
                var address = Words(Split(WithoutExtension(pages[i].Url))).ToHashSet(StringComparer.Ordinal);
                _words[i] = address.Count;
                foreach (var word in address.Union(Words(Split(pages[i].Title))))
                {
                    if (!_pages.TryGetValue(word, out var on))
                    {
                        _pages[word] = on = [];
                    }

                    on.Add(i);
                }
            }

            _byFirstLetter = _pages.Keys.Select(static word => (word, NearestWord.Letters(word))).ToLookup(static word => word.word[0]);

            static IEnumerable<string> Words(IEnumerable<string> words) => words.Select(Fold).Where(IsWorthALook);
        }

        public int WordsOf(int page) => _words[page];

        // Rare words tell pages apart.
        public double Weight(int on) => Math.Log(1 + ((double)_words.Length / on));

        /// <summary>The pages with a word, or with the one that was probably meant.</summary>
        public (IReadOnlyList<int> Pages, double Certainty) PagesOf(string word)
        {
            var certainty = 1.0;
            if (!_pages.TryGetValue(word, out var on))
            {
                // The first letter is rarely the wrong one; one slip changes two letters of the set at most.
                var letters = NearestWord.Letters(word);
                var near = NearestName.Find(
                    word,
                    _byFirstLetter[word[0]].Where(other => Math.Abs(other.Word.Length - word.Length) <= MostSlips && BitOperations.PopCount(letters ^ other.Letters) <= 2 * MostSlips)
                        .Take(MostComparisons).Select(static other => other.Word),
                    MostSlips);
                if (near is null)
                {
                    return ([], 0);
                }

                (on, certainty) = (_pages[near], 0.7);
            }

            return on.Count > MostPagesOfAWord ? ([], 0) : (on, certainty);
        }
    }
}
