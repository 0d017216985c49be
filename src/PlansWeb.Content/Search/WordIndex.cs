namespace PlansWeb.Content.Search;

/// <summary>All words of the pages in the order of the alphabet, the pages where each stands, and which words are forms of one another.</summary>
internal sealed class WordIndex
{
    /// <summary>Stands in the sequence of a page's words between two texts, and between blocks.</summary>
    public const int EndOfText = -1;

    private const int NoWord = -2;

    private readonly string[] _words;
    private readonly string[] _displays;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly Dictionary<string, int> _families;
    private readonly int[] _familyOf;
    private readonly int[] _familyStarts;
    private readonly int[] _members;
    private readonly uint[] _letters;
    private readonly ulong[] _titles;
    private readonly (ulong[] Keys, int[] Starts) _headings;
    private readonly bool[] _titleWords;
    private readonly bool[] _isStop;
    private readonly int[][] _sequences;

    /// <summary>Only <see cref="WordIndexWriter"/> makes an index.</summary>
    /// <param name="pageCount">The number of pages.</param>
    /// <param name="words">The words, folded, in the order of the alphabet.</param>
    /// <param name="displays">The same as people write them.</param>
    /// <param name="postings">Where they stand.</param>
    /// <param name="titles">For each page, the <see cref="TitleKey"/> of its title.</param>
    /// <param name="headings">The <see cref="TitleKey"/> of each heading, those of many pages left out, and where those of a page begin; one more than there are pages.</param>
    /// <param name="titleWords">For each word, whether a title or a heading has it.</param>
    /// <param name="sequences">For each page, its words in the order of the text, with <see cref="EndOfText"/> between them.</param>
    internal WordIndex(int pageCount, string[] words, string[] displays, Postings postings, ulong[] titles, (ulong[] Keys, int[] Starts) headings, bool[] titleWords, int[][] sequences)
    {
        _sequences = sequences;
        PageCount = pageCount;
        Postings = postings;
        _titles = titles;
        _headings = headings;
        _titleWords = titleWords;
        _isStop = Array.ConvertAll(words, static word => StopWords.Contains(word));
        _words = words;
        _displays = displays;
        var byWord = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        _families = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        _familyOf = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            byWord.Add(words[i], i);
            var stem = StopWords.Stem(words[i]);
            if (!_families.TryGetValue(stem, out var family))
            {
                family = _families.Count;
                _families.Add(stem, family);
            }

            _familyOf[i] = family;
        }

        _letters = Array.ConvertAll(words, static word => NearestWord.Letters(word));
        _byWord = byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        _familyStarts = new int[_families.Count + 1];
        foreach (var family in _familyOf)
        {
            _familyStarts[family + 1]++;
        }

        for (var i = 1; i < _familyStarts.Length; i++)
        {
            _familyStarts[i] += _familyStarts[i - 1];
        }

        var next = _familyStarts.AsSpan(0, _families.Count).ToArray();
        _members = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            _members[next[_familyOf[i]]++] = i;
        }
    }

    /// <summary>The number of pages.</summary>
    public int PageCount { get; }

    /// <summary>The number of words.</summary>
    public int WordCount => _words.Length;

    /// <summary>Where the words stand.</summary>
    public Postings Postings { get; }

    /// <summary>The place of a folded word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => _byWord.TryGetValue(word, out var place) ? place : -1;

    /// <summary>The words with the same stem as a folded word, itself included where it is known.</summary>
    public ReadOnlySpan<int> FormsOf(ReadOnlySpan<char> word)
    {
        var place = Find(word);
        var family = place >= 0 ? _familyOf[place] : _families.GetValueOrDefault(StopWords.Stem(word), -1);
        return family < 0 ? [] : _members.AsSpan(_familyStarts[family].._familyStarts[family + 1]);
    }

    /// <summary>The words that begin with these letters stand side by side: from the first place to before the second.</summary>
    public (int From, int To) StartingWith(ReadOnlySpan<char> letters)
    {
        var from = FirstNotBefore(letters, includeLonger: false);
        return (from, FirstNotBefore(letters, includeLonger: true));
    }

    /// <summary>The titles of the pages, by their <see cref="TitleKey"/>.</summary>
    public ReadOnlySpan<ulong> Titles => _titles;

    /// <summary>A page has a heading of these words.</summary>
    /// <param name="page">The page.</param>
    /// <param name="key">The <see cref="TitleKey"/> of the words.</param>
    public bool HasHeading(int page, ulong key) => _headings.Keys.AsSpan(_headings.Starts[page].._headings.Starts[page + 1]).Contains(key);

    /// <summary>A word stands in the title of a page, or of a part of one.</summary>
    public bool IsInATitle(int word) => _titleWords[word];

    /// <summary>A word is a stop word.</summary>
    public bool IsStop(int word) => _isStop[word];

    /// <summary>
    /// A number that two texts share where they have the same words in the same order, stop words, accents and hyphens apart; 0 for a text without words.
    /// </summary>
    public static ulong TitleKey(ReadOnlySpan<char> text)
    {
        var key = Key(text, withStopWords: false);
        return key != 0 ? key : Key(text, withStopWords: true);

        // FNV-1a, 64 bits.
        static ulong Key(ReadOnlySpan<char> text, bool withStopWords)
        {
            var hash = 0ul;
            var reader = new WordReader(text);
            while (reader.Read())
            {
                if (!reader.IsCompound && (withStopWords || !StopWords.Contains(reader.Word)))
                {
                    foreach (var letter in reader.Word)
                    {
                        hash = ((hash == 0 ? 14695981039346656037ul : hash) ^ letter) * 1099511628211ul;
                    }
                }
            }

            return hash;
        }
    }

    /// <summary>The words of a phrase in order; a word that no page has is a negative number.</summary>
    public int[] Sequence(string phrase)
    {
        var words = new List<int>();
        var reader = new WordReader(phrase);
        while (reader.Read())
        {
            if (!reader.IsCompound)
            {
                words.Add(Find(reader.Word) is var word and >= 0 ? word : NoWord);
            }
        }

        return [.. words];
    }

    /// <summary>The words of a page in the order of its text: title, description, body; <see cref="EndOfText"/> between them.</summary>
    public ReadOnlySpan<int> WordsOf(int page) => _sequences[page];

    /// <summary>Whether a page has a phrase: the words side by side, in one block of its text.</summary>
    /// <param name="page">The page.</param>
    /// <param name="phrase">What <see cref="Sequence"/> gave; an empty one is everywhere.</param>
    public bool Has(int page, ReadOnlySpan<int> phrase) => phrase.IsEmpty || WordsOf(page).IndexOf(phrase) >= 0;

    /// <summary>A word, folded.</summary>
    public string Folded(int word) => _words[word];

    /// <summary>The letters of a word as a set: see <see cref="NearestWord.Letters"/>.</summary>
    public uint Letters(int word) => _letters[word];

    /// <summary>A word as people write it, with its accents, in lower case.</summary>
    public string Display(int word) => _displays[word];

    private int FirstNotBefore(ReadOnlySpan<char> letters, bool includeLonger)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var word = _words[middle].AsSpan();
            var isBefore = word.SequenceCompareTo(letters) < 0 || (includeLonger && word.StartsWith(letters));
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>For each word, the pages where it stands, ascending, and what it is worth in each.</summary>
/// <param name="Starts">Where the pages of a word begin; one more than there are words.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Worths">The worths, beside the pages.</param>
internal sealed record Postings(int[] Starts, int[] Pages, float[] Worths)
{
    /// <summary>The number of pages where a word stands.</summary>
    public int Count(int word) => Starts[word + 1] - Starts[word];
}
