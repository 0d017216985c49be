namespace PlansWeb.Content.Search;

/// <summary>One word of a query, and the words of the index that answer it.</summary>
internal sealed class QueryClause
{
    /// <summary>Words of a query that are looked for; a hundred characters have seldom more.</summary>
    public const int MostClauses = 12;

    // One letter begins too many words to mean any.
    private const int ShortestPrefix = 2;

    private const int ShortestUnknownPrefix = 4;

    // Shorter halves of a word that was joined are there by chance.
    private const int ShortestPart = 3;

    // A plural is nearly the same word; other words of the family are about something else (« économiseur », « économie »).
    private const float InflectionWorth = 0.9f;
    private const float FormWorth = 0.7f;
    private const float SynonymWorth = 0.6f;

    private readonly List<(int Word, float Worth)> _words = [];
    private readonly List<(int From, int To)> _ranges = [];
    private readonly List<(IReadOnlyList<int[]> Parts, float Worth)> _groups = [];

    /// <summary>What a word is worth that only begins as the one that is looked for.</summary>
    public const float PrefixWorth = 0.4f;

    /// <summary>The word itself and its other forms, with what each is worth.</summary>
    public IReadOnlyList<(int Word, float Worth)> Words => _words;

    /// <summary>Ranges of words that begin as the word does.</summary>
    public IReadOnlyList<(int From, int To)> Ranges => _ranges;

    /// <summary>Expressions that answer it too: a page must have a form of each of their words.</summary>
    public IReadOnlyList<(IReadOnlyList<int[]> Parts, float Worth)> Groups => _groups;

    /// <summary>Whether a word of the index answers this one.</summary>
    public bool Matches(int word)
    {
        foreach (var (known, _) in _words)
        {
            if (known == word)
            {
                return true;
            }
        }

        foreach (var (from, to) in _ranges)
        {
            if (word >= from && word < to)
            {
                return true;
            }
        }

        return _groups.Exists(group => group.Parts.Any(part => part.Contains(word)));
    }

    /// <summary>All words of the index that answer it, stop words apart where they only begin alike.</summary>
    /// <param name="index">The words.</param>
    public IEnumerable<int> AllWords(WordIndex index) =>
    [
        .. _words.Select(static word => word.Word), .. _groups.SelectMany(static group => group.Parts).SelectMany(static part => part),
        .. _ranges.SelectMany(static range => Enumerable.Range(range.From, range.To - range.From)).Where(word => !index.IsStop(word)),
    ];

    /// <summary>
    /// Reads a query: forms and synonyms of each word, for the last one what begins alike; stop words left out, unless there is nothing else.
    /// Words that are joined in one place and apart in the other answer each other.
    /// </summary>
    public static IReadOnlyList<QueryClause> Parse(string text, WordIndex index, Synonyms synonyms)
    {
        var words = new List<(string Word, int Compound)>();
        var compounds = new List<string>();
        var hasOthers = false;
        var reader = new WordReader(text);
        while (reader.Read())
        {
            if (reader.IsCompound)
            {
                compounds.Add(reader.Word.ToString());
                continue;
            }

            // The parts of a compound are read before it: its place is that of the next one to come.
            hasOthers |= !StopWords.Contains(reader.Word);
            words.Add((reader.Word.ToString(), reader.IsPart ? compounds.Count : -1));
        }

        var clauses = new List<QueryClause>();
        var asked = words.Where(word => !hasOthers || !StopWords.Contains(word.Word)).Take(MostClauses).ToArray();
        foreach (var (word, compound) in asked)
        {
            var clause = new QueryClause();
            clause.AddForms(word, index, 1);
            clause.AddPrefix(word, word == words[^1].Word && hasOthers, index);
            if (compound >= 0 && compound < compounds.Count)
            {
                clause.AddForms(compounds[compound], index, 1);
                clause.AddPrefix(compounds[compound], compound == compounds.Count - 1 && word == words[^1].Word, index);
            }

            foreach (var homograph in hasOthers ? [] : StopWords.Homographs(word))
            {
                clause.AddForms(homograph, index, 1);
            }

            // « clim » begins « climatisation », wherever it stands; shorter beginnings are those of too many words.
            clause.AddPrefix(word, clause._words.Count == 0 && word.Length >= ShortestUnknownPrefix, index);
            if (clause._words.Count == 0 && clause._ranges.Count == 0)
            {
                clause.AddSplit(word, index);
            }

            clauses.Add(clause);
        }

        for (var from = 0; hasOthers && from < asked.Length; from++)
        {
            if (from + 1 < asked.Length)
            {
                clauses[from].AddForms(asked[from].Word + asked[from + 1].Word, index, 1);
                clauses[from + 1].AddForms(asked[from].Word + asked[from + 1].Word, index, 1);
            }

            for (var count = 1; count <= Synonyms.LongestTerm && from + count <= asked.Length; count++)
            {
                var term = asked.AsSpan(from, count).ToArray();
                foreach (var synonym in synonyms.For(string.Join(' ', term.Select(static word => StopWords.Stem(word.Word)))))
                {
                    for (var i = from; i < from + count; i++)
                    {
                        clauses[i].AddSynonym(synonym, index);
                    }
                }
            }
        }

        return clauses;
    }

    private void AddForms(ReadOnlySpan<char> word, WordIndex index, float worth)
    {
        var exact = index.Find(word);
        foreach (var form in index.FormsOf(word))
        {
            _words.Add((form, worth * (form == exact ? 1 : IsInflection(word, index.Folded(form)) ? InflectionWorth : FormWorth)));
        }
    }

    private static bool IsInflection(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.TrimEnd("sxe").SequenceEqual(b.TrimEnd("sxe"));

    private void AddPrefix(ReadOnlySpan<char> word, bool mayGoOn, WordIndex index)
    {
        if (mayGoOn && word.Length >= ShortestPrefix && index.StartingWith(word) is var (from, to) && from < to)
        {
            _ranges.Add((from, to));
        }
    }

    // « lenvironnement » without its apostrophe, « servicepublic » without its space.
    private void AddSplit(string word, WordIndex index)
    {
        for (var at = 1; at <= word.Length - ShortestPart; at++)
        {
            var left = word.AsSpan(0, at);
            var right = word.AsSpan(at);
            if (left is "l" or "d" or "qu" && index.Find(right) >= 0)
            {
                AddForms(right, index, FormWorth);
            }
            else if (at >= ShortestPart && index.Find(left) >= 0 && index.Find(right) >= 0 && !StopWords.Contains(left) && !StopWords.Contains(right))
            {
                _groups.Add(([index.FormsOf(left).ToArray(), index.FormsOf(right).ToArray()], FormWorth));
            }
        }
    }

    private void AddSynonym(string term, WordIndex index)
    {
        if (Synonyms.Words(term) is not { Count: > 0 } words)
        {
            return;
        }

        if (words.Count == 1)
        {
            AddForms(words[0], index, SynonymWorth);
            return;
        }

        _groups.Add(([.. words.Select(word => index.FormsOf(word).ToArray())], SynonymWorth));
    }
}
