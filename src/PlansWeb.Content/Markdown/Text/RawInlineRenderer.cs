using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace PlansWeb.Content.Markdown.Text;

/// <summary>Writes a raw tag as it stands, but for the slash at the end of a line break, which HTML does not know.</summary>
internal sealed class RawInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlInline obj)
    {
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write(obj.Tag is "<br/>" or "<br />" ? "<br>" : obj.Tag);
        }
    }
}
