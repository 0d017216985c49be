using System.Text.RegularExpressions;
using DiffPlex;

namespace PlansWeb.Content.History;

/// <summary>Finds the words that changed between two texts: first the lines, then the words of those that differ.</summary>
internal static partial class TextComparison
{
    /// <summary>The most that is kept of one comparison, in characters.</summary>
    public const int MostCharacters = 20_000;

    // Comparing word by word takes as long as the words times those that differ.
    private const int MostWords = 4_000;
    private const int LongestPart = 4_000;
    private const int Around = 80;

    private static readonly Chunks s_lines = new(static text => text.Split('\n'));
    private static readonly Chunks s_words = new(static text => [.. Word().EnumerateMatches(text).ToArray(text)]);

    /// <summary>Compares two texts, of one block a line. That spaces break lines or not, and which apostrophe is written, is no difference.</summary>
    /// <returns>The places, in the form of <see cref="RecordedChange.Passages"/>, and whether there were more.</returns>
    public static (IReadOnlyList<IReadOnlyList<string>> Passages, bool IsCut) Compare(string before, string after)
    {
        if (Plain(before) == Plain(after))
        {
            return ([], false);
        }

        string[] old = before.Split('\n'), now = after.Split('\n');
        var passages = new List<IReadOnlyList<string>>();
        var length = 0;
        foreach (var block in Differ.Instance.CreateDiffs(Plain(before), Plain(after), ignoreWhiteSpace: false, ignoreCase: false, s_lines).DiffBlocks)
        {
            var passage = Words(string.Join('\n', old, block.DeleteStartA, block.DeleteCountA), string.Join('\n', now, block.InsertStartB, block.InsertCountB));
            length += passage.Sum(static part => part.Length);
            if (length > MostCharacters)
            {
                return (passages, true);
            }

            if (passage.Count > 0)
            {
                passages.Add(passage);
            }
        }

        return (passages, false);
    }

    /// <summary>A text of the same length in which all spaces and apostrophes are alike.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = text[i] switch
            {
                '\n' => '\n',
                '’' => '\'',
                var c when char.IsWhiteSpace(c) => ' ',
                var c => c,
            };
        }
    });

    private static List<string> Words(string before, string after)
    {
        var edits = Edits(before, after);
        var parts = new List<string>();
        for (var i = 0; i < edits.Count; i++)
        {
            var (kept, gone, came) = edits[i];
            var isLast = gone.Length == 0 && came.Length == 0;
            Add(parts, '=', isLast ? (i == 0 ? "" : Head(kept)) : i == 0 ? Tail(kept) : kept.Length > 2 * Around ? Head(kept) + " " + Tail(kept) : kept);
            Add(parts, '-', Cut(gone));
            Add(parts, '+', Cut(came));
        }

        return parts;
    }

    // Words that stayed, then words that went and came in their place; the last may have only stayed.
    private static List<(string Kept, string Gone, string Came)> Edits(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0 || Word().Count(before) > MostWords || Word().Count(after) > MostWords)
        {
            return [("", before, after)];
        }

        var edits = new List<(string Kept, string Gone, string Came)>();
        var old = s_words.Chunk(before);
        var now = s_words.Chunk(after);
        int oldAt = 0, nowAt = 0;
        foreach (var block in Differ.Instance.CreateDiffs(Plain(before), Plain(after), ignoreWhiteSpace: false, ignoreCase: false, s_words).DiffBlocks)
        {
            var kept = Join(now, nowAt, block.InsertStartB - nowAt);
            var (gone, came) = (Join(old, block.DeleteStartA, block.DeleteCountA), Join(now, block.InsertStartB, block.InsertCountB));

            // Between two changes a space or a comma that stayed would only tear them apart.
            if (edits.Count > 0 && !kept.Any(char.IsLetterOrDigit))
            {
                var last = edits[^1];
                edits[^1] = (last.Kept, last.Gone + Join(old, oldAt, block.DeleteStartA - oldAt) + gone, last.Came + kept + came);
            }
            else
            {
                edits.Add((kept, gone, came));
            }

            (oldAt, nowAt) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        edits.Add((Join(now, nowAt, now.Count - nowAt), "", ""));
        return edits;
    }

    private static string Join(IReadOnlyList<string> words, int start, int count) => string.Concat(words.Skip(start).Take(count));

    private static void Add(List<string> parts, char kind, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(kind + text);
        }
    }

    private static string Tail(string text) => text.Length <= Around || text.AsSpan(text.Length - Around).IndexOfAny(' ', '\n', '\u00A0') is var space && space < 0
        ? text.Length <= Around ? text : "…" : "…" + text[(text.Length - Around + space)..];

    private static string Head(string text) => text.Length <= Around || text.AsSpan(0, Around).LastIndexOfAny(' ', '\n', '\u00A0') is var space && space < 0
        ? text.Length <= Around ? text : "…" : text[..(space + 1)] + "…";

    private static string Cut(string text) => text.Length <= LongestPart ? text
        : text.AsSpan(0, LongestPart).LastIndexOfAny(' ', '\n', '\u00A0') is > 0 and var space ? text[..(space + 1)] + "…" : "…";

    // White space; a word, with its apostrophes and hyphens; a number; any other character.
    [GeneratedRegex(@"\s+|[\p{L}\p{M}\p{N}]+(?:['’\-.,][\p{L}\p{M}\p{N}]+)*|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline)]
    private static partial Regex Word();

    private static string[] ToArray(this Regex.ValueMatchEnumerator matches, string text)
    {
        var words = new List<string>();
        foreach (var match in matches)
        {
            words.Add(text.Substring(match.Index, match.Length));
        }

        return [.. words];
    }

    private sealed class Chunks(Func<string, IReadOnlyList<string>> split) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => split(text);
    }
}
