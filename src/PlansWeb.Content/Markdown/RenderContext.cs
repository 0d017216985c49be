using Markdig;
using PlansWeb.Content.Markdown.Limits;

namespace PlansWeb.Content.Markdown;

/// <summary>What belongs to one rendering; passed to Markdig with the text, so that the parsers stay free of state.</summary>
internal sealed class RenderContext : MarkdownParserContext
{
    // Enough to mend a page; a page of nothing but mistakes must not cost one report a line.
    private const int MaximumRemarks = 100;

    private readonly List<Remark> _remarks = [];

    /// <summary>What inlines have cost so far; see <see cref="InlineBudgetParser"/>.</summary>
    public long InlineCost { get; set; }

    /// <summary>The line of the Markdown, from 0, that is being parsed.</summary>
    public int Line { get; set; }

    /// <summary>Problems found so far, in the order of the text.</summary>
    public IEnumerable<Remark> Remarks => _remarks.OrderBy(remark => remark.Line);

    /// <summary>Ids that the writer gave in braces.</summary>
    public HashSet<string> ChosenIds { get; } = [];

    /// <summary>Notes a problem.</summary>
    public void Add(Remark remark)
    {
        if (_remarks.Count < MaximumRemarks)
        {
            _remarks.Add(remark);
        }
    }
}
