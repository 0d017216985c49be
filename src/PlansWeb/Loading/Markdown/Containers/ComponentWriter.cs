using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlansWeb.Dsfr;

namespace PlansWeb.Loading.Markdown.Containers;

/// <summary>Writes a component of the design system into a page's body, as a layout would: the tag helper makes the markup.</summary>
internal static class ComponentWriter
{
    private static readonly TagHelperContext s_context = new([], new Dictionary<object, object>(), "");

    /// <summary>Writes one.</summary>
    /// <param name="renderer">What writes the page.</param>
    /// <param name="block">The block that the writer wrote: its braces may give the component an id, classes and attributes.</param>
    /// <param name="component">The component.</param>
    /// <param name="content">Its content, as HTML.</param>
    public static void Write(HtmlRenderer renderer, Block block, TagHelper component, string content)
    {
        var output = new TagHelperOutput("", Attributes(block), (_, _) => Task.FromResult(new DefaultTagHelperContent().SetHtmlContent(content)));

        // Components wait for their content alone, which is there.
        component.ProcessAsync(s_context, output).GetAwaiter().GetResult();
        if (!output.IsContentModified)
        {
            output.Content.SetHtmlContent(content);
        }

        output.WriteTo(renderer.Writer, HtmlText.Encoder);
        renderer.WriteLine();
    }

    private static TagHelperAttributeList Attributes(Block block)
    {
        var list = new TagHelperAttributeList();
        if (block.TryGetAttributes() is not { } attributes)
        {
            return list;
        }

        if (attributes.Id is { } id)
        {
            list.Add("id", id);
        }

        if (attributes.Classes is { Count: > 0 } classes)
        {
            list.Add("class", string.Join(' ', classes));
        }

        foreach (var (name, value) in attributes.Properties ?? [])
        {
            list.Add(name, value ?? "");
        }

        return list;
    }
}
