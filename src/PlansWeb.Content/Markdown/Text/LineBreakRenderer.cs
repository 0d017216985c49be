using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace PlansWeb.Content.Markdown.Text;

/// <summary>Writes a line break without the slash that HTML does not know.</summary>
internal sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LineBreakInline obj)
    {
        if (renderer.IsLastInContainer)
        {
            return;
        }

        if (renderer.EnableHtmlForInline && obj.IsHard)
        {
            renderer.Write("<br>");
        }

        renderer.WriteLine();
    }
}
