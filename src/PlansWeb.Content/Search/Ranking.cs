using System.Buffers;

namespace PlansWeb.Content.Search;

/// <summary>Finds the pages that answer a query, and puts the best first.</summary>
internal static class Ranking
{
    private const int PageBits = 28;
    private const float LeastShare = 0.4f;

    // A page with less of the query is found too where it is worth so much of what the best is: « sensibiliser » in its title, but not « collègues ».
    private const float LeastOfBest = 0.2f;

    // Words that stand side by side say more than words that a long page has here and there; looked at for the first pages only.
    private const int PassageLength = 10;
    private const int MostPassages = 50;

    private const float TitleIsQuery = 1_000_000;

    // A part of a page, be it long, that is about the query alone: more than any number of times in a text, less than the words of a title.
    private const float HeadingIsQuery = 1;

    private const ulong PageMask = (1ul << PageBits) - 1;

    /// <summary>
    /// The pages with all words of the query, or with the words that say most of it: two fifths of what all say, by their rarity. A page pays for what
    /// it lacks, but one that is about the query is not left out for one word of a whole question. Words that stand near each other count up to twice.
    /// A page whose title is the query comes first, and one with a part of that title before those that only have the words.
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
            var rarities = new float[clauses.Count];
            for (var i = 0; i < clauses.Count; i++)
            {
                Array.Clear(worths, 0, count);
                Collect(index, clauses[i], worths);
                rarities[i] = Add(worths.AsSpan(0, count), scores, matches, shares);
            }

            var title = WordIndex.TitleKey(query);
            var whole = Math.Max(rarities.Sum(), float.Epsilon);
            for (var page = 0; page < count; page++)
            {
                if (matches[page] == 0)
                {
                    continue;
                }

                var factor = worth(page);
                matches[page] = factor > 0 ? matches[page] : 0;
                shares[page] /= whole;
                scores[page] = factor * ((scores[page] * shares[page]) + (index.HasHeading(page, title) ? HeadingIsQuery * whole : 0) + (index.Titles[page] == title ? TitleIsQuery : 0));
            }

            if (clauses.Count > 1)
            {
                AddPassages(index, clauses, rarities, scores, Sorted(scores.AsSpan(0, count), matches.AsSpan(0, count)));
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

    private static void AddPassages(WordIndex index, IReadOnlyList<QueryClause> clauses, float[] rarities, float[] scores, List<ulong> sorted)
    {
        var masks = ArrayPool<ushort>.Shared.Rent(index.WordCount);
        Array.Clear(masks, 0, index.WordCount);
        for (var i = 0; i < clauses.Count; i++)
        {
            foreach (var word in clauses[i].AllWords(index))
            {
                masks[word] |= (ushort)(1 << i);
            }
        }

        foreach (var key in sorted.Take(MostPassages))
        {
            var page = (int)(key & PageMask);
            scores[page] *= 1 + (BestPassage(index.WordsOf(page), masks, rarities) / Math.Max(rarities.Sum(), float.Epsilon));
        }

        ArrayPool<ushort>.Shared.Return(masks);
    }

    // What the words of the query are worth that stand in the best passage of a page.
    private static float BestPassage(ReadOnlySpan<int> words, ushort[] masks, float[] rarities)
    {
        Span<int> lasts = stackalloc int[QueryClause.MostClauses];
        lasts.Fill(-PassageLength);
        var best = 0f;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] < 0 || masks[words[i]] is not (> 0 and var mask))
            {
                continue;
            }

            var worth = 0f;
            for (var clause = 0; clause < rarities.Length; clause++)
            {
                lasts[clause] = (mask & (1 << clause)) != 0 ? i : lasts[clause];
                worth += i - lasts[clause] < PassageLength ? rarities[clause] : 0;
            }

            best = Math.Max(best, worth);
        }

        return best;
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
        var sorted = Sorted(scores, matches);
        var least = sorted.Count == 0 ? 0 : LeastOfBest * scores[(int)(sorted[0] & PageMask)];
        var ranked = new List<int>(sorted.Count);
        foreach (var key in sorted)
        {
            var page = (int)(key & PageMask);
            if (shares[page] >= LeastShare || matches[page] == clauses || scores[page] >= least)
            {
                ranked.Add(page);
            }
        }

        return new RankedPages([.. ranked], withAll);
    }

    private static List<ulong> Sorted(ReadOnlySpan<float> scores, ReadOnlySpan<int> matches)
    {
        var keys = new List<ulong>(matches.Length - matches.Count(0));
        for (var page = 0; page < matches.Length; page++)
        {
            if (matches[page] > 0)
            {
                keys.Add(Key(scores[page], page));
            }
        }

        keys.Sort();
        return keys;
    }

    // The best score first, then the order of the pages, so that equals always come alike. In one number, for numbers sort several times
    // faster than records; the bits of positive floats are in the order of their values.
    private static ulong Key(float score, int page) => ((ulong)~BitConverter.SingleToUInt32Bits(score) << PageBits) | (uint)page;
}

/// <summary>The pages that answer a query.</summary>
/// <param name="Ranked">Places of the pages, best first.</param>
/// <param name="WithAllWords">How many of them have all the words.</param>
internal sealed record RankedPages(int[] Ranked, int WithAllWords);
