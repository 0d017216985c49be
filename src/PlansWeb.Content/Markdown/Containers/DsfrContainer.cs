using Markdig.Parsers;
using Markdig.Syntax;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>A container of <c>:::</c> or <c>???</c>. Its first child may be a <see cref="ContainerTitle"/>.</summary>
/// <param name="parser">The parser that made it.</param>
/// <param name="fence">Its opening line.</param>
internal sealed class DsfrContainer(BlockParser parser, ContainerFence fence) : ContainerBlock(parser)
{
    /// <summary>The opening line.</summary>
    public ContainerFence Fence { get; } = fence;

    /// <summary><c>:</c> or <c>?</c></summary>
    public required char Mark { get; init; }

    /// <summary>Number of marks of the opening line.</summary>
    public required int Marks { get; init; }

    /// <summary>Whether no more lines belong to it.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Whether the writer closed it, or opened the next accordion of the group: otherwise it ran to the end of what holds it.</summary>
    public bool IsClosedByWriter { get; set; }

    /// <summary>The title, or <see langword="null"/>.</summary>
    public ContainerTitle? Title => Count > 0 ? this[0] as ContainerTitle : null;
}
