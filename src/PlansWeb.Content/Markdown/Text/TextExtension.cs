using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace PlansWeb.Content.Markdown.Text;

/// <summary>Registers <see cref="TextInlineRenderer"/>, <see cref="LineBreakRenderer"/> and <see cref="RawInlineRenderer"/>.</summary>
internal sealed class TextExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.AddIfNotAlready<TextInlineRenderer>();
        renderer.ObjectRenderers.ReplaceOrAdd<LineBreakInlineRenderer>(new LineBreakRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new RawInlineRenderer());
    }
}
