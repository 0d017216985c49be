using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace PlansWeb.Content.Markdown.Links;

/// <summary>Puts our renderers of links in the place of Markdig's.</summary>
internal sealed class LinksExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AutolinkRenderer());
    }
}
