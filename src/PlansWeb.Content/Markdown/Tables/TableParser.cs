using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>
/// Parses pipe tables as blocks, line by line, as markdown-it does. Markdig's own parser works on inlines and differs on code with a
/// pipe, on rows without one and on what ends a table.
/// </summary>
internal sealed class TableParser : BlockParser
{
    // Rows may be shorter than the header, so a few bytes a row could make thousands of cells; markdown-it 14 has the same limit.
    private const int MaximumAddedCells = 65_536;

    /// <summary>Listens to what may begin a table's second line.</summary>
    public TableParser() => OpeningCharacters = ['|', '-', ':'];

    /// <inheritdoc/>
    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        // The header is the last line of the paragraph above, in the same quote or list item: while Markdig looks for new blocks, a
        // container that this line does not continue counts as closed.
        if (processor.IsCodeIndent
            || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: true, Lines.Count: > 0 } paragraph
            || TableSyntax.Alignments(processor.Line.AsSpan()) is not { } alignments)
        {
            return BlockState.None;
        }

        var header = paragraph.Lines.Lines[paragraph.Lines.Count - 1];
        var text = header.Slice.AsSpan();
        if (!text.Contains('|'))
        {
            return BlockState.None;
        }

        var cells = TableSyntax.Cells(text);
        if (cells.Count != alignments.Count)
        {
            return BlockState.None;
        }

        var table = new TableBlock(this, alignments)
        {
            Column = processor.Column,
            Line = header.Line,
            Span = new SourceSpan(header.Position, processor.Line.End),
        };
        AddRow(table, cells, header.Line, header.Slice);
        if (paragraph.Lines.Count == 1)
        {
            processor.Discard(paragraph);
        }
        else
        {
            paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
            paragraph.Span.End = paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.End;
        }

        processor.NewBlocks.Push(table);
        return BlockState.ContinueDiscard;
    }

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var table = (TableBlock)block;
        if (processor.IsBlankLine || processor.IsCodeIndent || TableSyntax.EndsTable(processor.Line.AsSpan()))
        {
            return BlockState.None;
        }

        var cells = TableSyntax.Cells(processor.Line.AsSpan());
        table.AddedCells += Math.Max(0, table.Alignments.Count - cells.Count);
        if (table.AddedCells > MaximumAddedCells)
        {
            return BlockState.None;
        }

        ReportSurplus(processor, cells, table.Alignments.Count);
        AddRow(table, cells, processor.LineIndex, processor.Line);
        table.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    // As on GitHub, cells beyond the last column are left out; nobody would see them.
    private static void ReportSurplus(BlockProcessor processor, List<string> cells, int columns)
    {
        if (cells.Count > columns && processor.Context is RenderContext context && cells.Skip(columns).FirstOrDefault(static cell => !string.IsNullOrWhiteSpace(cell)) is { } lost)
        {
            var hasCode = cells.Exists(static cell => cell.Count(static letter => letter == '`') % 2 == 1);
            context.Report(
                DiagnosticRules.BadTable, processor.LineIndex,
                $"Cette ligne a {cells.Count} cellules, le tableau {columns} {(columns == 1 ? "colonne" : "colonnes")} : « {lost.Trim()} » n’est pas affiché.",
                hasCode ? "Écrivez « \\| » pour une barre qui fait partie du texte, aussi dans du code." : "Ajoutez une colonne à la première ligne et à la ligne de tirets, ou retirez la cellule de trop ; une barre qui fait partie du texte s’écrit « \\| ».");
        }
    }

    private static void AddRow(TableBlock table, List<string> cells, int line, StringSlice source)
    {
        var span = new SourceSpan(source.Start, source.End);
        var row = new TableRowBlock { Line = line, Span = span, IsOpen = false };
        for (var i = 0; i < table.Alignments.Count; i++)
        {
            var text = i < cells.Count ? cells[i].Trim() : "";
            var cell = new TableCellBlock { Line = line, Span = span, IsOpen = false, ProcessInlines = text.Length > 0 };
            if (text.Length > 0)
            {
                cell.Lines = new StringLineGroup(1);
                cell.Lines.Add(new StringSlice(text));
            }

            row.Add(cell);
        }

        table.Add(row);
    }
}
