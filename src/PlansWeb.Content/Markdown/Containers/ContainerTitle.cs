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

    /// <summary>Its level as a heading, from 1 to 6; eleventy-dsfr's unless <see cref="Headings.BlockTitles"/> has set it.</summary>
    public int Level { get; set; } = 3;

    /// <summary>The title as readers see it.</summary>
    public string Text => HeadingText.Of(Inline);
}
