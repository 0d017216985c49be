using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>A container's title: plain text, as in eleventy-dsfr. A block of the tree so that typography reaches it.</summary>
internal sealed class ContainerTitle : LeafBlock
{
    /// <summary>Holds a title.</summary>
    public ContainerTitle(string title)
        : base(null)
    {
        Inline = new ContainerInline();
        Inline.AppendChild(new TextInline(title));
        IsOpen = false;
    }

    /// <summary>The title as readers see it.</summary>
    public string Text => HeadingText.Of(Inline);
}
