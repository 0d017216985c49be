using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using PlansWeb.Dsfr.Components;

namespace PlansWeb.Loading.Markdown.Containers;

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
        var title = obj.Title?.Text;
        switch (obj.Fence.Kind)
        {
            case ContainerKind.Callout:
                ComponentWriter.Write(renderer, obj, new CalloutTagHelper { Title = title }, Content(renderer, obj));
                break;
            case ContainerKind.Highlight:
                ComponentWriter.Write(renderer, obj, new HighlightTagHelper { Title = title }, Content(renderer, obj));
                break;
            case ContainerKind.Quote:
                // A quote has no title: what stands in its place is its first paragraph.
                ComponentWriter.Write(renderer, obj, new QuoteTagHelper(), (title is null ? "" : $"<p>{WebUtility.HtmlEncode(title)}</p>\n") + Content(renderer, obj));
                break;
            case ContainerKind.Alert:
                ComponentWriter.Write(renderer, obj, new AlertTagHelper { Kind = obj.Fence.Name, Title = title }, Content(renderer, obj));
                break;
            case ContainerKind.AccordionsGroup:
                ComponentWriter.Write(renderer, obj, new AccordionsGroupTagHelper(), Content(renderer, obj));
                break;
            default:
                ComponentWriter.Write(renderer, obj, new AccordionTagHelper { Title = title ?? "", IsOpen = !obj.IsClosedByWriter }, $"<div>\n{Content(renderer, obj)}</div>");
                break;
        }
    }

    private static string Content(HtmlRenderer renderer, DsfrContainer container)
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
