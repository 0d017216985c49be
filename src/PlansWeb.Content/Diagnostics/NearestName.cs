using PlansWeb.Content.Html.Media.Headers;

namespace PlansWeb.Content.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    private const int LongestName = 60;
    private const int MostCandidates = 2_000;

    /// <summary>The candidate nearest to a name, or <see langword="null"/> when none is near: two letters of three must be right.</summary>
    /// <param name="name">The name as it was written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <param name="mostEdits">The most letters that may differ.</param>
    public static string? Find(string name, IEnumerable<string> candidates, int mostEdits = LongestName)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        string? best = null;
        var bestDistance = Math.Min(Math.Max(name.Length, 3) / 3, mostEdits) + 1;
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            if (Math.Abs(candidate.Length - name.Length) < bestDistance && Distance(name, candidate) is var distance && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    // Edits between two names, where the case of a letter does not count and two swapped neighbours count once.
    private static int Distance(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[LongestName * 2];
        Span<int> last = stackalloc int[LongestName * 2];
        Span<int> current = stackalloc int[LongestName * 2];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            last.CopyTo(beforeLast);
            current.CopyTo(last);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
