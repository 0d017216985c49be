using Markdig;
using Markdig.Renderers;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>Registers the parser and the renderer of pipe tables.</summary>
internal sealed class TablesExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    /// <remarks>First of all: a table's second line may look like a list or a rule.</remarks>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new TableParser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.AddIfNotAlready<TableRenderer>();
}
