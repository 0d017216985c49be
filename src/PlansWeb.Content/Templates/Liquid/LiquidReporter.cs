using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>Reports problems at offsets of a body, each thing once, and no more than a reader can use.</summary>
internal sealed class LiquidReporter(string body, int firstLine, DiagnosticLog problems)
{
    private readonly HashSet<(string Rule, string Key)> _reported = [];
    private readonly Lazy<TextPositions> _positions = new(() => new TextPositions(body));

    /// <summary>Offset of a problem that concerns the text as a whole.</summary>
    public const int Nowhere = -1;

    /// <summary>Whether nothing more is reported: then a costly message need not be made.</summary>
    public bool IsFull => _reported.Count > LiquidLimits.Reports;

    /// <summary>Reports a problem, unless it was.</summary>
    /// <param name="rule">The kind of problem.</param>
    /// <param name="offset">Where it is in the body.</param>
    /// <param name="key">What it is about: the second report of a rule and key is dropped.</param>
    /// <param name="message">What is wrong, in French.</param>
    /// <param name="advice">What to do, in French.</param>
    public void Report(DiagnosticRule rule, int offset, string key, string message, string advice)
    {
        if (IsFull || !_reported.Add((rule.Id, key)))
        {
            return;
        }

        var (line, column) = offset == Nowhere ? (1 - firstLine, 0) : _positions.Value.At(offset);
        if (IsFull)
        {
            problems.Report(
                rule, firstLine + line - 1, column, "La page a d’autres problèmes de balises à partir d’ici\u00a0: ils ne sont pas listés.", "Corrigez d’abord les premiers.");
            return;
        }

        problems.Report(rule, firstLine + line - 1, column, message, advice);
    }

    /// <summary>What an editor wrote, fit for a message: on one line, short, between French quotes.</summary>
    public static string Quote(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 80 ? $"«\u00a0{words}\u00a0»" : $"«\u00a0{words.AsSpan(0, 79)}…\u00a0»";
    }
}
