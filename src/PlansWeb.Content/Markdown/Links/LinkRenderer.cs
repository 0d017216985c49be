using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Markdown.Links;

/// <summary>Writes links and images with the addresses that markdown-it would write.</summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var url = LinkAddress.Normalize(obj.Url ?? "");
        if (!SafeAddress.IsAllowed(url, obj.IsImage))
        {
            WriteAsText(renderer, obj);
        }
        else if (obj.IsImage)
        {
            WriteImage(renderer, obj, url);
        }
        else
        {
            WriteLink(renderer, obj, url);
        }
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link, string url)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteChildren(link);
            return;
        }

        renderer.Write("<a href=\"").WriteEscape(url).Write('"');
        WriteTitle(renderer, link);
        renderer.WriteAttributes(link).Write('>');
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private static void WriteImage(HtmlRenderer renderer, LinkInline image, string url)
    {
        // Inside another image's alternative text only the text counts.
        var html = renderer.EnableHtmlForInline;
        if (html)
        {
            renderer.Write("<img src=\"").WriteEscape(url).Write("\" alt=\"");
        }

        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = html;
        if (html)
        {
            renderer.Write('"');
            WriteTitle(renderer, image);
            renderer.WriteAttributes(image).Write(">");
        }
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
    {
        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        }
    }

    // As in markdown-it, an address that is refused makes no link: its source stays visible.
    private static void WriteAsText(HtmlRenderer renderer, LinkInline link)
    {
        renderer.Write(link.IsImage ? "![" : "[");
        renderer.WriteChildren(link);
        renderer.Write("](").WriteEscape(link.Url).Write(')');
    }
}
