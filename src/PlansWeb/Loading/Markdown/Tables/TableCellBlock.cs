using Markdig.Syntax;

namespace PlansWeb.Loading.Markdown.Tables;

/// <summary>A cell of a pipe table.</summary>
internal sealed class TableCellBlock() : LeafBlock(null);
