using System.Text;

namespace PlansWeb.Content.Search;

/// <summary>Puts the nearest known words in the place of words that no page has.</summary>
internal static class Suggestion
{
    /// <summary>Unknown words of a query that a near one is looked for, from the first: each costs a look at all words of the site.</summary>
    public const int MostWords = 4;

    /// <summary>Words that are compared letter by letter with those of one query, all together.</summary>
    public const int MostComparisons = 2_000;

    private const int ShortestWord = 4;

    /// <summary>The query, corrected; <see langword="null"/> where there is nothing to correct, or no word is near.</summary>
    public static string? For(string query, WordIndex index) => For(query, index, out _, out _);

    /// <summary>The same, with what it cost: words that a near one was looked for, and words that were compared.</summary>
    internal static string? For(string query, WordIndex index, out int words, out int compared)
    {
        words = 0;
        var comparisons = MostComparisons;
        var corrections = new List<(int Start, int End, string Word)>();
        var reader = new WordReader(query);
        while (reader.Read())
        {
            var isKnown = StopWords.Contains(reader.Word) || index.FormsOf(reader.Word).Length > 0 || IsPrefix(reader.Word, reader.End == query.Length, index);
            if (reader.IsCompound)
            {
                var start = reader.Start;
                if (isKnown)
                {
                    corrections.RemoveAll(correction => correction.Start >= start);
                }
            }
            else if (!isKnown && reader.Word.Length >= ShortestWord && words < MostWords)
            {
                words++;
                if (NearestWord.Find(reader.Word, index, ref comparisons) is var word and >= 0)
                {
                    corrections.Add((reader.Start, reader.End, index.Display(word)));
                }
            }
        }

        compared = MostComparisons - comparisons;
        return corrections.Count == 0 ? null : Apply(query, corrections);
    }

    private static bool IsPrefix(ReadOnlySpan<char> word, bool isLast, WordIndex index) =>
        isLast && index.StartingWith(word) is var (from, to) && from < to;

    private static string Apply(string query, List<(int Start, int End, string Word)> corrections)
    {
        var corrected = new StringBuilder(query.Length + 16);
        var at = 0;
        foreach (var (start, end, word) in corrections)
        {
            corrected.Append(query, at, start - at).Append(word);
            at = end;
        }

        return corrected.Append(query, at, query.Length - at).ToString();
    }
}
