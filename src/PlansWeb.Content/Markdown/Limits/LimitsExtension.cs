using Markdig;
using Markdig.Renderers;

namespace PlansWeb.Content.Markdown.Limits;

/// <summary>Puts <see cref="InlineBudgetParser"/> before every other inline parser, and <see cref="LineNote"/> before every other block parser.</summary>
internal sealed class LimitsExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new InlineBudgetParser());
        pipeline.BlockParsers.Insert(0, new LineNote());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
