using Markdig.Syntax.Inlines;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>
/// Lays the tree of a paragraph's inlines out as a row, as markdown-it has it: the quotes of a text look for their neighbours across
/// the elements between.
/// </summary>
internal static class InlineFlow
{
    /// <summary>The row of what <paramref name="root"/> holds.</summary>
    public static List<FlowItem> Of(ContainerInline root)
    {
        var items = new List<FlowItem>();
        Append(root, 0, items);
        return items;
    }

    private static void Append(ContainerInline container, int level, List<FlowItem> items)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case TextInline { Guarded: null, Text.Length: > 0 } text:
                    items.Add(new FlowItem(FlowKind.Text, level, '\0', '\0', text));
                    break;
                case TextInline text:
                    items.Add(Fixed(level, text.Text));
                    break;
                case LineBreakInline:
                    items.Add(new FlowItem(FlowKind.Break, level, '\0', '\0', null));
                    break;
                case CodeInline code:
                    items.Add(Fixed(level, code.Content));
                    break;
                case HtmlInline html:
                    items.Add(Fixed(level, html.Tag));
                    break;
                case AutolinkInline link:
                    items.Add(Fixed(level, link.Url));
                    break;
                case LinkInline { IsImage: true } or LinkInline { IsAutoLink: true }:
                    items.Add(Fixed(level, Headings.HeadingText.Of((ContainerInline)inline)));
                    break;
                case ContainerInline inner:
                    items.Add(new FlowItem(FlowKind.Boundary, level, '\0', '\0', null));
                    Append(inner, level + 1, items);
                    items.Add(new FlowItem(FlowKind.Boundary, level, '\0', '\0', null));
                    break;
            }
        }
    }

    private static FlowItem Fixed(int level, string content) => content.Length > 0
        ? new FlowItem(FlowKind.Fixed, level, content[0], content[^1], null)
        : new FlowItem(FlowKind.Fixed, level, '\0', '\0', null);
}
