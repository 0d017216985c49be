using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace PlansWeb.Content.Markdown.Text;

/// <summary>Writes text, HTML-encoded.</summary>
internal sealed class TextInlineRenderer : HtmlObjectRenderer<TextInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, TextInline obj) => renderer.WriteEscape(obj.Text);
}
