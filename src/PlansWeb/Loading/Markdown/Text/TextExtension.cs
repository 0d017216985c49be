using Markdig;
using Markdig.Renderers;

namespace PlansWeb.Loading.Markdown.Text;

/// <summary>Registers <see cref="TextInlineRenderer"/>.</summary>
internal sealed class TextExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.AddIfNotAlready<TextInlineRenderer>();
}
