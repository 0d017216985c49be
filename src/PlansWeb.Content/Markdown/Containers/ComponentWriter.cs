using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>Writes a component of the design system into a page's body, as a layout would.</summary>
internal static class ComponentWriter
{
    /// <summary>Writes one.</summary>
    /// <param name="renderer">What writes the page.</param>
    /// <param name="block">The block that the writer wrote: its braces may give the component an id, classes and attributes.</param>
    /// <param name="component">The component.</param>
    public static void Write(HtmlRenderer renderer, Block block, Component component)
    {
        (component with { Attributes = Attributes(block) }).WriteTo(renderer.Writer);
        renderer.WriteLine();
    }

    private static List<KeyValuePair<string, string?>> Attributes(Block block)
    {
        var list = new List<KeyValuePair<string, string?>>();
        if (block.TryGetAttributes() is not { } attributes)
        {
            return list;
        }

        if (attributes.Id is { } id)
        {
            list.Add(new("id", id));
        }

        if (attributes.Classes is { Count: > 0 } classes)
        {
            list.Add(new("class", string.Join(' ', classes)));
        }

        foreach (var (name, value) in attributes.Properties ?? [])
        {
            list.Add(new(name, value ?? ""));
        }

        return list;
    }
}
