using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Markdown.Links;

/// <summary>Writes <c>&lt;https://…&gt;</c> and <c>&lt;name@host&gt;</c> as markdown-it does: encoded address, readable text.</summary>
internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        var url = LinkAddress.Normalize(obj.IsEmail ? "mailto:" + obj.Url : obj.Url);
        if (!SafeAddress.IsAllowed(url))
        {
            renderer.WriteEscape("<").WriteEscape(obj.Url).WriteEscape(">");
            return;
        }

        var text = LinkAddress.NormalizeText(obj.Url);
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(text);
            return;
        }

        renderer.Write("<a href=\"").WriteEscape(url).Write('"').WriteAttributes(obj).Write('>').WriteEscape(text).Write("</a>");
    }
}
