using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter.Repair;

/// <summary>
/// Lines that two people changed, between the markers that Git leaves for somebody to decide (git-merge, « HOW CONFLICTS ARE PRESENTED »).
/// </summary>
/// <param name="Line">Line of the first marker, from 1.</param>
/// <param name="Resolved">The text with the first version of each conflict and without markers.</param>
/// <param name="Disputed">All lines that stand in conflict, of both versions.</param>
internal sealed record GitConflict(int Line, string Resolved, string Disputed)
{
    private const int Length = 7;

    /// <summary>Looks for markers.</summary>
    /// <param name="text">A file.</param>
    /// <param name="isMarkdown">What stands in fenced code is shown as it is, and seven <c>&gt;</c> may be a quotation.</param>
    public static GitConflict? Find(string text, bool isMarkdown)
    {
        if (!text.Contains("<<<<<<<", StringComparison.Ordinal) && !text.Contains(">>>>>>>", StringComparison.Ordinal))
        {
            return null;
        }

        var lines = text.Split('\n');
        var kept = new List<string>(lines.Length);
        var disputed = new List<string>();
        var first = 0;
        string? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            fence = isMarkdown ? Fence(fence, lines[i]) : null;
            var isOpening = fence is null && IsMarker(lines[i], '<');
            var separator = isOpening ? Next(lines, i + 1, '=') : fence is null && IsMarker(lines[i], '=') ? i : -1;
            var end = separator >= 0 ? Next(lines, separator + 1, '>') : -1;
            if (end >= 0)
            {
                // A third part, of the common ancestor, may stand before the second.
                first = first == 0 ? i + 1 : first;
                var ancestor = isOpening ? Next(lines, i + 1, '|') : -1;
                var ours = ancestor >= 0 && ancestor < separator ? ancestor : separator;
                kept.AddRange(lines[Math.Min(i + 1, ours)..ours]);
                disputed.AddRange(lines[i..end]);
                i = end;
            }
            else if (isOpening || (fence is null && IsStrayEnd(lines, i, isMarkdown)))
            {
                first = first == 0 ? i + 1 : first;
            }
            else
            {
                kept.Add(lines[i]);
            }
        }

        return first == 0 ? null : new GitConflict(first, string.Join('\n', kept), string.Join('\n', disputed));
    }

    /// <summary>Reports it.</summary>
    public void ReportTo(DiagnosticLog problems) => problems.Report(DiagnosticRules.GitConflict, Line, 1,
        "Deux personnes ont modifié ces lignes\u00a0; Git a gardé les deux versions, et attend que quelqu’un choisisse.",
        "Gardez l’une des deux, puis supprimez les trois lignes «\u00a0<<<<<<<\u00a0», «\u00a0=======\u00a0» et «\u00a0>>>>>>>\u00a0».");

    // The next marker of a kind, in the same conflict.
    private static int Next(string[] lines, int from, char mark)
    {
        for (var i = from; i < lines.Length && !IsMarker(lines[i], '<'); i++)
        {
            if (IsMarker(lines[i], mark))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsMarker(string line, char mark)
    {
        var text = line.AsSpan().TrimEnd('\r');
        return text.Length >= Length && text[..Length].IndexOfAnyExcept(mark) < 0 && (text.Length == Length || (text[Length] == ' ' && mark != '='));
    }

    // The last marker of a conflict of which the others were removed. In Markdown it could be a quotation, which has more than one word.
    private static bool IsStrayEnd(string[] lines, int at, bool isMarkdown) => IsMarker(lines[at], '>') && lines[at].Trim().Length > Length
        && (!isMarkdown || (!lines[at].Trim()[(Length + 1)..].Trim().Contains(' ', StringComparison.Ordinal) && !(at > 0 && lines[at - 1].StartsWith('>'))));

    private static string? Fence(string? open, string line)
    {
        var text = line.AsSpan().Trim();
        if (open is not null)
        {
            return text.StartsWith(open) && text.Trim(open[0]).IsEmpty ? null : open;
        }

        var length = text.Length - text.TrimStart(text.IsEmpty ? ' ' : text[0]).Length;
        return length >= 3 && text[0] is '`' or '~' && length >= 3 ? new string(text[0], length) : null;
    }
}
