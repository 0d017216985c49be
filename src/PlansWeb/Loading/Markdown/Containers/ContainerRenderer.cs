using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace PlansWeb.Loading.Markdown.Containers;

/// <summary>
/// Writes containers as DSFR components. An accordion is a <c>details</c> element, which opens without a script; one that the writer did not
/// close stays open, since it may hold the rest of the page.
/// </summary>
internal sealed class ContainerRenderer : HtmlObjectRenderer<DsfrContainer>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, DsfrContainer obj)
    {
        renderer.EnsureLine();
        switch (obj.Fence.Kind)
        {
            case ContainerKind.Callout:
                Open(renderer, obj, "<div", "fr-callout");
                WriteTitle(renderer, obj, "<h3 class=\"fr-callout__title\">", "</h3>");
                renderer.WriteLine("<div class=\"fr-callout__text\">");
                Close(renderer, obj, "</div></div>");
                break;
            case ContainerKind.Highlight:
                Open(renderer, obj, "<div", "fr-highlight");
                WriteTitle(renderer, obj, "<p><strong>", "</strong></p>");
                Close(renderer, obj, "</div>");
                break;
            case ContainerKind.Quote:
                Open(renderer, obj, "<figure", "fr-quote fr-quote--column");
                renderer.WriteLine("<blockquote>");
                WriteTitle(renderer, obj, "<p>", "</p>");
                Close(renderer, obj, "</blockquote></figure>");
                break;
            case ContainerKind.Alert:
                Open(renderer, obj, "<div", $"fr-alert fr-alert--{obj.Fence.Name}{(obj.Title is null ? " fr-alert--sm" : "")}");
                WriteTitle(renderer, obj, "<h3 class=\"fr-alert__title\">", "</h3>");
                Close(renderer, obj, "</div>");
                break;
            case ContainerKind.AccordionsGroup:
                Open(renderer, obj, "<div", "fr-accordions-group");
                Close(renderer, obj, "</div>");
                break;
            default:
                Open(renderer, obj, obj.IsClosedByWriter ? "<details" : "<details open", "fr-accordion");
                WriteTitle(renderer, obj, "<summary class=\"fr-accordion__btn\">", "</summary>");
                renderer.WriteLine("<div>");
                Close(renderer, obj, "</div></details>");
                break;
        }
    }

    private static void Open(HtmlRenderer renderer, DsfrContainer container, string tag, string classes)
    {
        var attributes = container.TryGetAttributes() ?? new HtmlAttributes();
        var all = new HtmlAttributes { Id = attributes.Id, Properties = attributes.Properties, Classes = [classes, .. attributes.Classes ?? []] };
        renderer.Write(tag).WriteAttributes(all).WriteLine(">");
    }

    private static void WriteTitle(HtmlRenderer renderer, DsfrContainer container, string open, string close)
    {
        if (container.Title is { } title)
        {
            renderer.Write(open).WriteLeafInline(title).WriteLine(close);
        }
    }

    private static void Close(HtmlRenderer renderer, DsfrContainer container, string tags)
    {
        foreach (var block in container)
        {
            if (block is not ContainerTitle)
            {
                renderer.Render(block);
            }
        }

        renderer.EnsureLine();
        renderer.WriteLine(tags);
    }
}
