using System.Buffers;

namespace PlansWeb.Content.Search;

/// <summary>Finds the pages that answer a query, and puts the best first.</summary>
internal static class Ranking
{
    private const int PageBits = 28;
    private const ulong PageMask = (1ul << PageBits) - 1;

    /// <summary>The pages with all words of the query; where there is none, those with some, most words first.</summary>
    public static RankedPages Find(WordIndex index, IReadOnlyList<QueryClause> clauses)
    {
        var count = index.PageCount;
        var scores = ArrayPool<float>.Shared.Rent(count);
        var matches = ArrayPool<int>.Shared.Rent(count);
        var worths = ArrayPool<float>.Shared.Rent(count);
        try
        {
            Array.Clear(scores, 0, count);
            Array.Clear(matches, 0, count);
            foreach (var clause in clauses)
            {
                Array.Clear(worths, 0, count);
                Collect(index.Postings, clause, worths);
                Add(worths.AsSpan(0, count), scores, matches);
            }

            return Best(scores.AsSpan(0, count), matches.AsSpan(0, count), clauses.Count);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<int>.Shared.Return(matches);
            ArrayPool<float>.Shared.Return(worths);
        }
    }

    private static void Collect(Postings postings, QueryClause clause, float[] worths)
    {
        foreach (var (word, worth) in clause.Words)
        {
            Collect(postings, word, worth, worths);
        }

        foreach (var (from, to) in clause.Ranges)
        {
            for (var word = from; word < to; word++)
            {
                Collect(postings, word, QueryClause.PrefixWorth, worths);
            }
        }
    }

    // The best form counts, not their number: a page is not better for having a word in singular and plural.
    private static void Collect(Postings postings, int word, float factor, float[] worths)
    {
        for (var i = postings.Starts[word]; i < postings.Starts[word + 1]; i++)
        {
            ref var worth = ref worths[postings.Pages[i]];
            worth = Math.Max(worth, factor * postings.Worths[i]);
        }
    }

    // Rare words say more about a page than common ones: the usual inverse document frequency.
    private static void Add(ReadOnlySpan<float> worths, float[] scores, int[] matches)
    {
        var found = worths.Length - worths.Count(0f);
        var rarity = MathF.Log(1 + ((worths.Length - found + 0.5f) / (found + 0.5f)));
        for (var page = 0; page < worths.Length; page++)
        {
            if (worths[page] > 0)
            {
                scores[page] += rarity * worths[page];
                matches[page]++;
            }
        }
    }

    private static RankedPages Best(ReadOnlySpan<float> scores, ReadOnlySpan<int> matches, int clauses)
    {
        var hasAll = clauses > 0 && matches.Contains(clauses);
        var least = hasAll ? clauses : 1;
        var keys = new ulong[matches.Length - CountBelow(matches, least)];
        for (int page = 0, at = 0; page < matches.Length; page++)
        {
            if (matches[page] >= least)
            {
                keys[at++] = Key(matches[page], scores[page], page);
            }
        }

        Array.Sort(keys);
        return new RankedPages(Array.ConvertAll(keys, static key => (int)(key & PageMask)), hasAll);
    }

    // Most words first, then the best score, then the order of the pages, so that equals always come alike. In one number, for numbers sort
    // several times faster than records; the bits of positive floats are in the order of their values.
    private static ulong Key(int matches, float score, int page) =>
        ((ulong)(QueryClause.MostClauses - matches) << 60) | ((ulong)~BitConverter.SingleToUInt32Bits(score) << PageBits) | (uint)page;

    private static int CountBelow(ReadOnlySpan<int> values, int limit)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += value < limit ? 1 : 0;
        }

        return count;
    }
}
