using Markdig.Syntax;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>A row of a pipe table: its children are cells.</summary>
internal sealed class TableRowBlock() : ContainerBlock(null);
