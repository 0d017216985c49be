using System.Numerics;

namespace PlansWeb.Content.Search;

/// <summary>Finds the word of the index that was probably meant.</summary>
internal static class NearestWord
{
    private const int LongWord = 9;

    // A shorter word is one slip from too many others; only one that was typed with four letters itself may be meant: not « page » by « péage ».
    private const int ShortestWord = 5;

    // Consonants that are taken for each other by who writes what they hear, or read; p stands for « ph ».
    private const string Alike = "ck cq kq cs cz sz gj fp mn";

    // The rows of the keyboards that French and English are typed on.
    private const string Keyboards = "azertyuiop qsdfghjklm wxcvbn qwertyuiop asdfghjkl zxcvbnm";

    // A word that no title has must stand on so many pages: what stands once may be a slip itself.
    private const int LeastPages = 2;

    /// <summary>
    /// The word that the fewest slips lead to: one in a short word, two in a long one. Of equals, a word with the same first letter,
    /// then the one on most pages. -1 where no word is near. Only words count that a title or a heading has, or several pages; a slip in the first letter
    /// only in a long word, and alone: otherwise words that have nothing in common would be taken for each other.
    /// </summary>
    /// <param name="word">The word as it was typed, folded.</param>
    /// <param name="index">The words that exist.</param>
    /// <param name="comparisons">How many words may still be compared letter by letter; those that were are taken off.</param>
    public static int Find(ReadOnlySpan<char> word, WordIndex index, ref int comparisons)
    {
        var letters = Letters(word);
        var best = -1;
        var bestRank = (Distance: int.MaxValue, OtherFirst: true, Rarity: 0);

        // Words with the same first letter stand side by side, and come first: they are meant more often.
        var (from, to) = index.StartingWith(word[..1]);
        for (var n = 0; n < index.WordCount && comparisons > 0; n++)
        {
            var i = n < to - from ? from + n : n < to ? n - (to - from) : n;

            var most = Math.Max(word.Length, index.Folded(i).Length) < LongWord ? 1 : 2;

            // One slip changes two letters of the set at most: this leaves a few words of a hundred thousand to be compared in full.
            if (BitOperations.PopCount(letters ^ index.Letters(i)) > 2 * most || Math.Abs(index.Folded(i).Length - word.Length) > most
                || index.IsStop(i) || index.Folded(i).Length < Math.Min(word.Length, ShortestWord) || (!index.IsInATitle(i) && index.Postings.Count(i) < LeastPages))
            {
                continue;
            }

            comparisons--;
            var candidate = index.Folded(i);
            var rank = (Distance(word, candidate, most), candidate[0] != word[0], -index.Postings.Count(i));
            if (rank.Item1 <= (rank.Item2 ? word.Length < LongWord ? 0 : 1 : most) && rank.CompareTo(bestRank) < 0)
            {
                (best, bestRank) = (i, rank);
            }
        }

        return best;
    }

    /// <summary>The letters of a word as a set, to tell at a glance that two words are far apart.</summary>
    public static uint Letters(ReadOnlySpan<char> word)
    {
        var set = 0u;
        foreach (var letter in word)
        {
            set |= 1u << (letter & 31);
        }

        return set;
    }

    // A letter for one that sounds otherwise is two slips: « hypothèque » is not « hypothèse », « vote » is not « voie ». In a short word the letter beside it on
    // the keyboard is one: a slip of the finger.
    private static int Change(char a, char b, int most)
    {
        if (a == b)
        {
            return 0;
        }

        return (IsVowel(a) && IsVowel(b)) || Alike.AsSpan().Contains([(char)Math.Min(a, b), (char)Math.Max(a, b)], StringComparison.Ordinal) || (most == 1 && AreNeighbours(a, b)) ? 1 : 2;
    }

    private static bool AreNeighbours(char a, char b) => Keyboards.AsSpan().Contains([a, b], StringComparison.Ordinal) || Keyboards.AsSpan().Contains([b, a], StringComparison.Ordinal);

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter, StringComparison.Ordinal);

    // Letters added, left out, changed, or swapped with their neighbour (optimal string alignment). Ends early where it will be too many.
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        Span<int> beforeLast = stackalloc int[WordReader.LongestWord + 1];
        Span<int> last = stackalloc int[WordReader.LongestWord + 1];
        Span<int> current = stackalloc int[WordReader.LongestWord + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + Change(a[i - 1], b[j - 1], most);
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            // No later row comes below this one: what a swap can jump over, leaving out a letter reaches too.
            if (least > most)
            {
                return least;
            }

            var oldest = beforeLast;
            beforeLast = last;
            last = current;
            current = oldest;
        }

        return last[b.Length];
    }
}
