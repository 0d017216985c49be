using Markdig.Parsers;
using Markdig.Syntax;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>A pipe table: its children are rows, the first one the header.</summary>
/// <param name="parser">The parser that made it.</param>
/// <param name="alignments">One for each column.</param>
internal sealed class TableBlock(BlockParser parser, IReadOnlyList<CellAlignment> alignments) : ContainerBlock(parser)
{
    /// <summary>How each column's text is aligned.</summary>
    public IReadOnlyList<CellAlignment> Alignments { get; } = alignments;

    /// <summary>The name of the box in which it scrolls, unlike that of every other table of the page.</summary>
    public string Name { get; set; } = "";

    /// <summary>Cells that rows left out and that were added empty; see <see cref="TableParser"/>.</summary>
    public int AddedCells { get; set; }
}
