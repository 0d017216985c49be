namespace PlansWeb.Content.Search;

/// <summary>All words of the pages in the order of the alphabet, the pages where each stands, and which words are forms of one another.</summary>
internal sealed class WordIndex
{
    private readonly string[] _words;
    private readonly string[] _displays;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly Dictionary<string, int> _families;
    private readonly int[] _familyOf;
    private readonly int[] _familyStarts;
    private readonly int[] _members;
    private readonly uint[] _letters;
    private readonly ulong[] _titles;
    private readonly bool[] _titleWords;
    private readonly bool[] _isStop;

    /// <summary>Only <see cref="WordIndexWriter"/> makes an index.</summary>
    internal WordIndex(int pageCount, string[] words, string[] displays, Postings postings, ulong[] titles, bool[] titleWords)
    {
        PageCount = pageCount;
        Postings = postings;
        _titles = titles;
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
