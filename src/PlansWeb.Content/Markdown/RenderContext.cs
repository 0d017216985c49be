using Markdig;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Markdown.Limits;

namespace PlansWeb.Content.Markdown;

/// <summary>What belongs to one rendering; passed to Markdig with the text, so that the parsers stay free of state.</summary>
/// <param name="firstLine">Line of the file on which the Markdown begins, from 1.</param>
internal sealed class RenderContext(int firstLine) : MarkdownParserContext
{
    // Enough to mend a page; a page of nothing but mistakes must not cost one report a line.
    private const int MaximumProblems = 100;

    private readonly List<Diagnostic> _problems = [];

    /// <summary>What inlines have cost so far; see <see cref="InlineBudgetParser"/>.</summary>
    public long InlineCost { get; set; }

    /// <summary>The line of the Markdown, from 0, that is being parsed.</summary>
    public int Line { get; set; }

    /// <summary>Blocks with an unknown name so far that no line closed yet.</summary>
    public int UnknownBlocks { get; set; }

    /// <summary>Problems found so far, in the order of the text.</summary>
    public IEnumerable<Diagnostic> Problems => _problems.OrderBy(static problem => problem.Line);

    /// <summary>Ids that the writer gave in braces.</summary>
    public HashSet<string> ChosenIds { get; } = [];

    /// <summary>Notes a problem.</summary>
    /// <param name="rule">The kind of problem.</param>
    /// <param name="line">Line of the Markdown, from 0.</param>
    /// <param name="message">What is wrong: one French sentence.</param>
    /// <param name="advice">What to do: one French sentence.</param>
    /// <param name="column">Column, from 1; 0 where only the line is known.</param>
    public void Report(DiagnosticRule rule, int line, string message, string advice, int column = 0)
    {
        if (_problems.Count < MaximumProblems)
        {
            _problems.Add(Diagnostic.Here(rule, firstLine + line, column, message, advice));
        }
    }
}
