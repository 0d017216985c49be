using Markdig.Syntax;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>Reports the containers that the writer left open, and takes out of a group of accordions the page's rest that ran into it.</summary>
internal static class ContainerRepair
{
    /// <summary>Looks at every container of a page.</summary>
    public static void Apply(MarkdownDocument document, RenderContext context)
    {
        foreach (var container in document.Descendants<DsfrContainer>().Where(container => !container.IsClosedByWriter).ToList())
        {
            var fence = new string(container.Mark, container.Marks);
            context.Report(
                DiagnosticRules.UnclosedContainer,
                container.Line,
                $"Le bloc « {fence}{(container.Fence.Name.Length > 0 ? container.Fence.Name : " " + container.Fence.Title)} » n’est pas fermé.",
                $"Ajoutez une ligne « {fence} » à la fin du bloc.");
            if (container.Fence.Kind == ContainerKind.AccordionsGroup)
            {
                MoveRestAfter(container);
            }
        }
    }

    // When the group's closing line is missing, or closed the last accordion instead, what follows the accordions is the page's text.
    private static void MoveRestAfter(DsfrContainer group)
    {
        var last = group.Count - 1;
        while (last >= 0 && group[last] is not DsfrContainer { Fence.Kind: ContainerKind.Accordion })
        {
            last--;
        }

        if (last < 0 || group.Parent is not { } parent)
        {
            return;
        }

        var rest = group.Skip(last + 1).ToList();
        for (var i = group.Count - 1; i > last; i--)
        {
            group.RemoveAt(i);
        }

        var index = parent.IndexOf(group) + 1;
        foreach (var block in rest)
        {
            parent.Insert(index++, block);
        }
    }
}
