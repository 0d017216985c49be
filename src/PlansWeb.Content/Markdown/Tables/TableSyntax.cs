using System.Text;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>The lines of a pipe table, as markdown-it 12 and later read them (<c>rules_block/table</c>), which is GitHub's way.</summary>
internal static class TableSyntax
{
    /// <summary>Reads the second line of a table, <c>|:--|--:|</c>; <see langword="null"/> when it is none.</summary>
    public static List<CellAlignment>? Alignments(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \t");

        // « - x » would begin a list.
        if (line.Length < 2 || line.IndexOfAnyExcept("|-: \t") >= 0 || (line[0] == '-' && line[1] is ' ' or '\t') || line[0] is ' ' or '\t')
        {
            return null;
        }

        var alignments = new List<CellAlignment>();
        var count = line.Count('|');
        var index = 0;
        foreach (var range in line.Split('|'))
        {
            var cell = line[range].Trim(" \t");
            if (cell.IsEmpty && (index == 0 || index == count))
            {
                index++;
                continue;
            }

            index++;
            if (cell.IsEmpty || cell.Trim(':').IndexOfAnyExcept('-') >= 0 || cell.Trim(':').IsEmpty || cell.StartsWith("::") || cell.EndsWith("::"))
            {
                return null;
            }

            alignments.Add((cell[0], cell[^1]) switch
            {
                (':', ':') => CellAlignment.Center,
                (_, ':') => CellAlignment.Right,
                (':', _) => CellAlignment.Left,
                _ => CellAlignment.None,
            });
        }

        return alignments.Count > 0 ? alignments : null;
    }

    /// <summary>Splits a row at its pipes. A pipe after a backslash is text, inside code too.</summary>
    public static List<string> Cells(ReadOnlySpan<char> line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        line = line.Trim(" \t");
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '|' && i > 0 && line[i - 1] == '\\')
            {
                cell[^1] = '|';
            }
            else if (line[i] == '|')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());

        // The pipes at both ends of a line are optional.
        if (cells[0].Length == 0)
        {
            cells.RemoveAt(0);
        }

        if (cells.Count > 0 && cells[^1].Length == 0)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return cells;
    }

    /// <summary>Whether a line begins something else and so ends the table above it.</summary>
    public static bool EndsTable(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \t");
        if (line.IsEmpty)
        {
            return true;
        }

        switch (line[0])
        {
            case '>' or '<':
                return line[0] == '>' || (line.Length > 1 && (char.IsAsciiLetter(line[1]) || line[1] is '/' or '!' or '?'));
            case '#':
                var hashes = line.IndexOfAnyExcept('#');
                return hashes is -1 or (> 0 and < 7) && (hashes < 0 || line[hashes] is ' ' or '\t');
            case '`' or '~' or ':' or '?':
                return line.Length >= 3 && line[..3].IndexOfAnyExcept(line[0]) < 0;
            case '-' or '+' or '*':
                return line.Length == 1 || line[1] is ' ' or '\t' || (line.Length >= 3 && line[0] != '+' && line.IndexOfAnyExcept(line[0], ' ') < 0);
            case '1':
                return line.Length > 2 && line[1] is '.' or ')' && line[2] is ' ' or '\t';
            default:
                return false;
        }
    }
}
