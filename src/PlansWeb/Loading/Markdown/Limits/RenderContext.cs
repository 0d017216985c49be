using Markdig;

namespace PlansWeb.Loading.Markdown.Limits;

/// <summary>What one rendering has spent so far; passed to Markdig with the text, so that the parsers stay free of state.</summary>
internal sealed class RenderContext : MarkdownParserContext
{
    /// <summary>See <see cref="InlineBudgetParser"/>.</summary>
    public long InlineCost { get; set; }
}
