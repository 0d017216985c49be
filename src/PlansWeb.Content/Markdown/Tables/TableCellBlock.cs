using Markdig.Syntax;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>A cell of a pipe table.</summary>
internal sealed class TableCellBlock() : LeafBlock(null);
