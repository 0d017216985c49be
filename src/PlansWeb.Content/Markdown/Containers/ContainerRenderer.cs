using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PlansWeb.Dsfr;
using PlansWeb.Dsfr.Components;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>
/// Writes containers as DSFR components, by the same code that writes those of the layouts. An accordion that the writer did not close stays
/// open, since it may hold the rest of the page.
/// </summary>
internal sealed class ContainerRenderer : HtmlObjectRenderer<DsfrContainer>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, DsfrContainer obj)
    {
        renderer.EnsureLine();
        if (obj.Fence.Kind == ContainerKind.Own)
        {
            // As markdown-it-container writes it by itself: the project's own function runs only in the project's markdown-it.
            renderer.WriteLine($"<div class=\"{WebUtility.HtmlEncode(obj.Fence.Name)}\">");
            renderer.Write(Content(renderer, obj)).WriteLine("</div>");
            return;
        }

        var title = obj.Title?.Text;
        var level = obj.Title?.Level ?? 3;
        var html = Content(renderer, obj);
        var content = new TrustedHtml(html);
        switch (obj.Fence.Kind)
        {
            case ContainerKind.Callout:
                ComponentWriter.Write(renderer, obj, new Callout { Title = title, TitleLevel = level, Content = content });
                break;
            case ContainerKind.Highlight:
                ComponentWriter.Write(renderer, obj, new Highlight { Title = title, Content = content });
                break;
            case ContainerKind.Quote:
                // A quote has no title: what stands in its place is its first paragraph.
                ComponentWriter.Write(renderer, obj, new Quote { Content = new TrustedHtml((title is null ? "" : $"<p>{WebUtility.HtmlEncode(title)}</p>\n") + html) });
                break;
            case ContainerKind.Alert:
                ComponentWriter.Write(renderer, obj, new Alert { Kind = obj.Fence.Name, Title = title, TitleLevel = level, Content = content });
                break;
            case ContainerKind.AccordionsGroup:
                ComponentWriter.Write(renderer, obj, new AccordionsGroup { Content = content });
                break;
            default:
                ComponentWriter.Write(renderer, obj, new Accordion { Title = title ?? "", IsOpen = !obj.IsClosedByWriter, Content = new TrustedHtml($"<div>\n{html}</div>") });
                break;
        }
    }

    /// <summary>What a block holds, written apart from the page; without its title, which its component writes.</summary>
    public static string Content(HtmlRenderer renderer, ContainerBlock container)
    {
        using var content = new StringWriter();
        var page = renderer.Writer;
        renderer.Writer = content;
        foreach (var block in container)
        {
            if (block is not ContainerTitle)
            {
                renderer.Render(block);
            }
        }

        renderer.EnsureLine();
        renderer.Writer = page;
        return content.ToString();
    }
}
