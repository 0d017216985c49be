using System.Buffers;

namespace PlansWeb.Content.Search;

/// <summary>Finds the pages that answer a query, and puts the best first.</summary>
internal static class Ranking
{
    private const int PageBits = 28;
    private const float LeastShare = 0.4f;
    private const float TitleIsQuery = 1_000_000;
    private const ulong PageMask = (1ul << PageBits) - 1;

    /// <summary>
    /// The pages with all words of the query, or with the words that say most of it: two fifths of what all say, by their rarity. A page pays for what
    /// it lacks, but one that is about the query is not left out for one word of a whole question. A page whose title is the query comes first.
    /// </summary>
    /// <param name="index">The words.</param>
    /// <param name="query">What was typed.</param>
    /// <param name="clauses">The same, read.</param>
    /// <param name="worth">What a page of the index that has some of the words is worth beside others; 0 where it may not be found.</param>
    public static RankedPages Find(WordIndex index, string query, IReadOnlyList<QueryClause> clauses, Func<int, float> worth)
    {
        var count = index.PageCount;
        var scores = ArrayPool<float>.Shared.Rent(count);
        var matches = ArrayPool<int>.Shared.Rent(count);
        var worths = ArrayPool<float>.Shared.Rent(count);
        var shares = ArrayPool<float>.Shared.Rent(count);
        try
        {
            Array.Clear(scores, 0, count);
            Array.Clear(matches, 0, count);
            Array.Clear(shares, 0, count);
            var whole = 0f;
            foreach (var clause in clauses)
            {
                Array.Clear(worths, 0, count);
                Collect(index, clause, worths);
                whole += Add(worths.AsSpan(0, count), scores, matches, shares);
            }

            var title = WordIndex.TitleKey(query);
            for (var page = 0; page < count; page++)
            {
                if (matches[page] == 0)
                {
                    continue;
                }

                var factor = worth(page);
                matches[page] = factor > 0 ? matches[page] : 0;
                var share = shares[page] / Math.Max(whole, float.Epsilon);
                shares[page] = share;
                scores[page] = factor * ((scores[page] * share * share) + (index.Titles[page] == title ? TitleIsQuery : 0));
            }

            return Best(scores.AsSpan(0, count), shares.AsSpan(0, count), matches.AsSpan(0, count), clauses.Count);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<int>.Shared.Return(matches);
            ArrayPool<float>.Shared.Return(worths);
            ArrayPool<float>.Shared.Return(shares);
        }
    }

    private static void Collect(WordIndex index, QueryClause clause, float[] worths)
    {
        foreach (var (word, worth) in clause.Words)
        {
            Collect(index.Postings, word, worth, worths);
        }

        foreach (var (from, to) in clause.Ranges)
        {
            for (var word = from; word < to; word++)
            {
                if (!index.IsStop(word))
                {
                    Collect(index.Postings, word, QueryClause.PrefixWorth, worths);
                }
            }
        }

        foreach (var (parts, factor) in clause.Groups)
        {
            CollectGroup(index, parts, factor, worths);
        }
    }

    // A page has the group where it has all its parts; it is worth its poorest.
    private static void CollectGroup(WordIndex index, IReadOnlyList<int[]> parts, float factor, float[] worths)
    {
        Dictionary<int, float>? all = null;
        foreach (var forms in parts)
        {
            var part = new Dictionary<int, float>();
            foreach (var word in forms)
            {
                for (var i = index.Postings.Starts[word]; i < index.Postings.Starts[word + 1]; i++)
                {
                    var page = index.Postings.Pages[i];
                    var worth = Math.Max(part.GetValueOrDefault(page), index.Postings.Worths[i]);
                    if (all is null || all.ContainsKey(page))
                    {
                        part[page] = worth;
                    }
                }
            }

            all = all is null ? part : part.ToDictionary(static found => found.Key, found => Math.Min(found.Value, all[found.Key]));
        }

        foreach (var (page, worth) in all ?? [])
        {
            worths[page] = Math.Max(worths[page], factor * worth);
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
    private static float Add(ReadOnlySpan<float> worths, float[] scores, int[] matches, float[] shares)
    {
        var found = worths.Length - worths.Count(0f);
        var rarity = MathF.Log(1 + ((worths.Length - found + 0.5f) / (found + 0.5f)));
        for (var page = 0; page < worths.Length; page++)
        {
            if (worths[page] > 0)
            {
                scores[page] += rarity * worths[page];
                matches[page]++;
                shares[page] += rarity;
            }
        }

        // A word that no page has tells no page from another.
        return found == 0 ? 0 : rarity;
    }

    private static RankedPages Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> shares, ReadOnlySpan<int> matches, int clauses)
    {
        var withAll = clauses == 0 ? 0 : matches.Count(clauses);
        var (keys, others) = (new List<ulong>(), new List<ulong>());
        for (var page = 0; page < matches.Length; page++)
        {
            if (matches[page] > 0)
            {
                (shares[page] >= LeastShare || matches[page] == clauses ? keys : others).Add(Key(scores[page], page));
            }
        }

        keys = keys.Count > 0 ? keys : others;
        keys.Sort();
        return new RankedPages([.. keys.Select(static key => (int)(key & PageMask))], withAll);
    }

    // The best score first, then the order of the pages, so that equals always come alike. In one number, for numbers sort several times
    // faster than records; the bits of positive floats are in the order of their values.
    private static ulong Key(float score, int page) => ((ulong)~BitConverter.SingleToUInt32Bits(score) << PageBits) | (uint)page;
}

/// <summary>The pages that answer a query.</summary>
/// <param name="Ranked">Places of the pages, best first.</param>
/// <param name="WithAllWords">How many of them have all the words.</param>
internal sealed record RankedPages(int[] Ranked, int WithAllWords);
