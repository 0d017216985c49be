namespace PlansWeb.Content.Search;

/// <summary>One word of a query, and the words of the index that answer it.</summary>
internal sealed class QueryClause
{
    /// <summary>Words of a query that are looked for; a hundred characters have seldom more.</summary>
    public const int MostClauses = 12;

    // One letter begins too many words to mean any.
    private const int ShortestPrefix = 2;

    private const float FormWorth = 0.7f;

    private readonly List<(int Word, float Worth)> _words = [];
    private readonly List<(int From, int To)> _ranges = [];

    private QueryClause(ReadOnlySpan<char> word, bool isLast, WordIndex index) => Add(word, isLast, index);

    /// <summary>What a word is worth that only begins as the one that is looked for.</summary>
    public const float PrefixWorth = 0.4f;

    /// <summary>The word itself and its other forms, with what each is worth.</summary>
    public IReadOnlyList<(int Word, float Worth)> Words => _words;

    /// <summary>Ranges of words that begin as the word does.</summary>
    public IReadOnlyList<(int From, int To)> Ranges => _ranges;

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

        return false;
    }

    /// <summary>Reads a query: stop words left out, forms of each word, and for the last one what begins alike.</summary>
    public static IReadOnlyList<QueryClause> Parse(string text, WordIndex index)
    {
        var clauses = new List<QueryClause>();
        var compound = new List<QueryClause>();
        var reader = new WordReader(text);
        while (reader.Read())
        {
            var isLast = IsLast(text, reader.End);
            if (reader.IsCompound)
            {
                // The whole answers for each of its parts, so that either spelling finds the other.
                foreach (var part in compound)
                {
                    part.Add(reader.Word, isLast, index);
                }

                compound.Clear();
                continue;
            }

            if (reader.Parts <= 1)
            {
                compound.Clear();
            }

            if (clauses.Count < MostClauses && !StopWords.Contains(reader.Word))
            {
                var clause = new QueryClause(reader.Word, isLast, index);
                clauses.Add(clause);
                compound.Add(clause);
            }
        }

        return clauses;
    }

    private static bool IsLast(string text, int end)
    {
        var rest = new WordReader(text.AsSpan(end));
        return !rest.Read();
    }

    private void Add(ReadOnlySpan<char> word, bool isLast, WordIndex index)
    {
        var exact = index.Find(word);
        foreach (var form in index.FormsOf(word))
        {
            _words.Add((form, form == exact ? 1 : FormWorth));
        }

        if (isLast && word.Length >= ShortestPrefix && index.StartingWith(word) is var (from, to) && from < to)
        {
            _ranges.Add((from, to));
        }
    }
}
