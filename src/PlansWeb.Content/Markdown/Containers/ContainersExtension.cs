using Markdig;
using Markdig.Renderers;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>Registers the parser and the renderer of containers.</summary>
internal sealed class ContainersExtension(IReadOnlySet<string>? own, bool isOpen) : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new ContainerParser(own, isOpen));

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.AddIfNotAlready(new ContainerRenderer());
}
