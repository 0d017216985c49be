using Markdig.Syntax;

namespace PlansWeb.Loading.Markdown.Tables;

/// <summary>A row of a pipe table: its children are cells.</summary>
internal sealed class TableRowBlock() : ContainerBlock(null);
