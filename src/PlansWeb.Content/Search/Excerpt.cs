using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using PlansWeb.Content.Html;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>Cuts out of a page the passage that says most about a query.</summary>
internal static class Excerpt
{
    private const int Length = 220;

    // So much stands before the first word that was found, that it does not come out of the blue.
    private const int Lead = 60;

    // A word further down is found, but shows in no excerpt: one page must not cost the answer its milliseconds.
    private const int ReadLimit = 60_000;
    private const int MostMatches = 2_000;

    private const string Ellipsis = "…";

    /// <summary>The excerpt of a page: from its text, or its description where that has more of the words or the text none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="beside">What is shown on it beside the text of its file; <see langword="null"/> for nothing.</param>
    /// <param name="index">The words.</param>
    /// <param name="clauses">The query, read.</param>
    /// <param name="phrases">What stands between quotes in it: see <see cref="WordIndex.Sequence"/>.</param>
    public static IReadOnlyList<ExcerptPart> Of(ContentPage page, PageBody? beside, WordIndex index, IReadOnlyList<QueryClause> clauses, int[][] phrases)
    {
        var looked = new Looked(index, clauses, phrases);
        var text = new StringBuilder();
        PlainText.Append(page.Body.Value, text, ReadLimit);
        if (beside is not null)
        {
            text.Append('\n');
            PlainText.Append(beside.Html.Value, text, ReadLimit);
        }

        var body = Passage.Find(text.ToString().AsMemory(), looked);
        if (string.IsNullOrWhiteSpace(page.Description))
        {
            return body.Cut();
        }

        var description = Passage.Find(page.Description.AsMemory(), looked);
        return description.Words > body.Words || body.Words == 0 ? description.Cut() : body.Cut();
    }

    private sealed record Passage(ReadOnlyMemory<char> Text, int Start, int Words, List<Match> Matches)
    {
        /// <summary>The passage of the usual length with most different words of the query; of equals, the one with most matches, then the first.</summary>
        public static Passage Find(ReadOnlyMemory<char> text, Looked looked)
        {
            var matches = MatchesIn(text.Span, looked);
            var (start, words, count) = (0, 0, 0);
            for (var first = 0; first < matches.Count; first++)
            {
                var begin = Math.Max(0, matches[first].Start - Lead);
                var mask = 0u;
                var last = first;
                for (; last < matches.Count && matches[last].End <= begin + Length; last++)
                {
                    mask |= matches[last].Clauses;
                }

                var different = BitOperations.PopCount(mask);
                if (different > words || (different == words && last - first > count))
                {
                    (start, words, count) = (Snap(text.Span, begin, matches[first].Start), different, last - first);
                }
            }

            return new Passage(text, start, words, matches);
        }

        public List<ExcerptPart> Cut()
        {
            var text = Text.Span;
            var end = End(text);
            var parts = new List<ExcerptPart>();
            var at = Start;
            Add(parts, Start > 0 ? Ellipsis + " " : "", isMatch: false);
            foreach (var match in Matches)
            {
                if (match.Start < at || match.End > end)
                {
                    continue;
                }

                Add(parts, OneLine(text[at..match.Start]), isMatch: false);
                Add(parts, text[match.Start..match.End].ToString(), isMatch: true);
                at = match.End;
            }

            Add(parts, OneLine(text[at..end]).TrimEnd(), isMatch: false);
            Add(parts, end < text.TrimEnd().Length ? " " + Ellipsis : "", isMatch: false);
            return parts;
        }

        // The end of a word, not its middle.
        private int End(ReadOnlySpan<char> text)
        {
            var end = Start + Length;
            if (end >= text.Length)
            {
                return text.Length;
            }

            var space = text[Start..end].LastIndexOfAny(' ', '\n');
            return space > 0 ? Start + space : end;
        }

        // The beginning of a block where one is near, else of a word.
        private static int Snap(ReadOnlySpan<char> text, int begin, int match)
        {
            if (begin == 0)
            {
                return 0;
            }

            var lead = text[begin..match];
            var block = lead.LastIndexOf('\n');
            var space = block >= 0 ? block : lead.IndexOf(' ');
            return space >= 0 ? begin + space + 1 : begin;
        }

        private static string OneLine(ReadOnlySpan<char> text) => text.ToString().Replace('\n', ' ');

        private static void Add(List<ExcerptPart> parts, string text, bool isMatch)
        {
            if (text.Length > 0)
            {
                parts.Add(new ExcerptPart(text, isMatch));
            }
        }

        private static List<Match> MatchesIn(ReadOnlySpan<char> text, Looked looked)
        {
            var matches = new List<Match>();
            var (read, starts) = (new List<int>(), new List<int>());
            var reader = new WordReader(text);
            while (matches.Count < MostMatches && reader.Read())
            {
                var word = looked.Index.Find(reader.Word);
                var mask = looked.Mask(word);
                if (!reader.IsCompound && looked.Phrases.Length > 0)
                {
                    read.Add(word);
                    starts.Add(reader.Start);
                    if (looked.PhraseAtEnd(read) is { Length: > 0 } phrase)
                    {
                        // The phrase is one match, and worth more than its words.
                        var start = starts[^phrase.Length];
                        matches.RemoveAll(match => match.Start >= start);
                        matches.Add(new Match(start, reader.End, looked.Mask(phrase)));
                        continue;
                    }
                }

                if (mask != 0)
                {
                    if (reader.IsCompound)
                    {
                        var start = reader.Start;
                        if (matches.Count > 0 && matches[^1].End > start && Looked.IsPhrase(matches[^1].Clauses))
                        {
                            continue;
                        }

                        matches.RemoveAll(match => match.Start >= start);
                    }

                    matches.Add(new Match(reader.Start, reader.End, mask));
                }
            }

            return matches;
        }
    }

    /// <summary>What is looked for.</summary>
    private sealed record Looked(WordIndex Index, IReadOnlyList<QueryClause> Clauses, int[][] Phrases)
    {
        // Bits of phrases stand above those of clauses.
        private const uint PhraseBit = 1u << QueryClause.MostClauses;

        public uint Mask(int word)
        {
            var mask = 0u;
            for (var i = 0; word >= 0 && i < Clauses.Count; i++)
            {
                mask |= Clauses[i].Matches(word) ? 1u << i : 0;
            }

            return mask;
        }

        public uint Mask(int[] phrase) => phrase.Aggregate(PhraseBit, (mask, word) => mask | Mask(word));

        public static bool IsPhrase(uint mask) => (mask & PhraseBit) != 0;

        public int[]? PhraseAtEnd(List<int> read) =>
            Array.Find(Phrases, phrase => phrase.Length > 0 && phrase.Length <= read.Count && CollectionsMarshal.AsSpan(read).EndsWith(phrase));
    }

    /// <summary>A word of a text that was looked for.</summary>
    private readonly record struct Match(int Start, int End, uint Clauses);
}
