using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>A row of a table, its cells by column name. What is wrong with it is reported at its line and cell.</summary>
/// <param name="table">The table that it stands in.</param>
/// <param name="line">Its first line in the file, from 1.</param>
/// <param name="cells">The cells as they are written, trimmed.</param>
internal sealed class CsvRow(CsvTable table, int line, string[] cells)
{
    /// <summary>The line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>What separates the cells of its file.</summary>
    public char Separator => table.Separator;

    /// <summary>The text of a cell; empty where the column or the cell is missing.</summary>
    public string this[string column] => table.Columns.TryGetValue(column, out var i) && i < cells.Length ? cells[i] : "";

    /// <summary>Reports what is wrong with a cell.</summary>
    public void Report(DiagnosticRule rule, string column, string message, string advice) =>
        table.Problems.Add(new Diagnostic(rule, table.File.Path, line, table.ColumnAt(line, table.Columns.GetValueOrDefault(column, -1)), message, advice));
}

/// <summary>
/// A file of the register as a table, read as the spreadsheets of French offices write it: separated by « ; », « , » or tabs, whichever gives the
/// most columns that are known; columns in any order, empty lines and rows of separators anywhere, the line « sep=; » before all.
/// </summary>
internal sealed class CsvTable
{
    // A cell that is longer was swallowed by a quote that is never closed.
    private const int LongestCell = 20_000;

    private static readonly char[] s_separators = [';', ',', '\t'];

    // What a spreadsheet takes for the beginning of a formula. An apostrophe before it says that it is text.
    private const string FormulaStarts = "=+-@";

    // Decoded once: each fault looks for its place in it.
    private readonly string _text;

    private int _width;

    private CsvTable(SourceFile file, string text, ICollection<Diagnostic> problems, char separator, Dictionary<string, int> columns)
    {
        File = file;
        _text = text;
        Problems = problems;
        Separator = separator;
        Columns = columns;
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>Where problems are added.</summary>
    public ICollection<Diagnostic> Problems { get; }

    /// <summary>What stands between its cells.</summary>
    public char Separator { get; }

    /// <summary>The columns that are known, by name; their places from 0.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; }

    /// <summary>The rows below the header, those without any text left out.</summary>
    public IReadOnlyList<CsvRow> Rows { get; private set; } = [];

    /// <summary>Reads a file. Never throws; what cannot be read is reported.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">The columns that are known.</param>
    /// <param name="required">Those among them without which nothing can be shown.</param>
    /// <param name="problems">Where problems are added.</param>
    /// <returns><see langword="null"/> where the file is no such table.</returns>
    public static CsvTable? Read(SourceFile file, IReadOnlyList<string> known, IReadOnlyList<string> required, ICollection<Diagnostic> problems)
    {
        var text = file.Text();
        var separator = s_separators.MaxBy(candidate => Header(text, candidate).Count(name => known.Contains(name)));
        using var reader = new StringReader(text);
        using var csv = Parser(reader, separator);
        CsvTable? table = null;
        var rows = new List<CsvRow>();
        var names = new HashSet<string>(known, StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            // The parser tells the last line of a row; each begins where the one before ended.
            var line = csv.RawRow + 1;
            if (Next(csv) is not { } cells)
            {
                break;
            }

            if (Array.TrueForAll(cells, static cell => cell.Length == 0) || (table is null && IsSeparatorLine(cells, separator)))
            {
                continue;
            }

            if (table is not null && names.Contains(cells[0]) && cells.All(cell => cell.Length == 0 || known.Contains(NameOf(cell))))
            {
                // Files that were put one below the other.
                if (table.Columns.All(column => column.Value < cells.Length && NameOf(cells[column.Value]) == column.Key))
                {
                    continue;
                }

                problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, file.Path, line, 1, "La ligne des colonnes revient, dans un autre ordre\u00A0: la suite du fichier n’est pas lue.",
                    "Mettez ces lignes dans un fichier à elles, ou leurs colonnes dans l’ordre de la première ligne."));
                break;
            }

            if (table is null)
            {
                names.UnionWith(cells);
                table = WithHeader(file, text, cells, separator, line, known, required, problems);
                if (table is null)
                {
                    return null;
                }

                continue;
            }

            if (cells.Length > table._width && Array.FindLastIndex(cells, static cell => cell.Length > 0) >= table._width)
            {
                problems.Add(new Diagnostic(DiagnosticRules.RegisterColumn, file.Path, line, table.ColumnAt(line, table._width),
                    $"Cette ligne a {cells.Length} cases pour {table._width} colonnes\u00A0: ce qui dépasse n’est pas lu.",
                    $"Mettez entre guillemets droits (\") une case qui contient le séparateur «\u00A0{Name(separator)}\u00A0»."));
            }

            if (Array.Exists(cells, static cell => cell.Length > LongestCell))
            {
                problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, file.Path, line, 0, "Une case de cette ligne est démesurée\u00A0: la suite du fichier n’est pas lue.",
                    "Un guillemet droit (\") ouvert n’est sans doute pas refermé\u00A0: fermez-le, ou doublez-le s’il fait partie du texte."));
                break;
            }

            rows.Add(new CsvRow(table, line, cells));
        }

        if (table is null)
        {
            problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, file.Path, 0, 0, "Ce fichier du registre ne contient aucune ligne.",
                $"Commencez par la ligne des colonnes\u00A0: {string.Join(';', known)}."));
            return null;
        }

        table.Rows = rows;
        return table;
    }

    private static CsvTable? WithHeader(
        SourceFile file, string text, string[] names, char separator, int line, IReadOnlyList<string> known, IReadOnlyList<string> required, ICollection<Diagnostic> problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var unread = new List<Diagnostic>();
        for (var i = 0; i < names.Length; i++)
        {
            var name = NameOf(names[i]);
            if (name.Length == 0)
            {
                continue;
            }

            if (!known.Contains(name))
            {
                unread.Add(new Diagnostic(DiagnosticRules.RegisterColumn, file.Path, line, 0, $"La colonne {French.Quoted(names[i])} n’est pas connue\u00A0: elle n’est pas lue.",
                    $"Les colonnes de ce fichier sont\u00A0: {string.Join(", ", known)}."));
            }
            else if (!columns.TryAdd(name, i))
            {
                unread.Add(new Diagnostic(DiagnosticRules.RegisterColumn, file.Path, line, 0, $"La colonne {French.Quoted(name)} est là deux fois\u00A0: la seconde n’est pas lue.",
                    "Supprimez l’une des deux."));
            }
        }

        if (required.Where(column => !columns.ContainsKey(column)).ToArray() is { Length: > 0 } missing)
        {
            problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, file.Path, line, 0,
                $"Il manque {(missing.Length == 1 ? "la colonne" : "les colonnes")} {string.Join(", ", missing.Select(French.Quoted))}\u00A0: rien de ce fichier n’est montré.",
                $"La première ligne nomme les colonnes, par exemple\u00A0: {string.Join(';', known)}."));
            return null;
        }

        foreach (var problem in unread)
        {
            problems.Add(problem);
        }

        return new CsvTable(file, text, problems, separator, columns) { _width = names.Length };
    }

    /// <summary>A text as a cell that no spreadsheet takes for a formula; <see cref="Read"/> gives the text back.</summary>
    public static string Shielded(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string NameOf(string cell) => Names.Key(cell).Replace('-', '_');

    private static string Name(char separator) => separator == '\t' ? "tabulation" : separator.ToString();

    private static bool IsSeparatorLine(string[] cells, char separator) =>
        cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && (cells[0].Length == 4 || cells[0] == $"sep={separator}") && cells.Skip(1).All(static cell => cell.Length == 0);

    // The names of the first row that has text, were this the separator.
    private static IEnumerable<string> Header(string text, char separator)
    {
        using var reader = new StringReader(text);
        using var csv = Parser(reader, separator);
        while (Next(csv) is { } cells)
        {
            if (Array.Exists(cells, static cell => cell.Length > 0) && !cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                return cells.Select(NameOf);
            }
        }

        return [];
    }

    private static string[]? Next(CsvParser csv)
    {
        if (!csv.Read())
        {
            return null;
        }

        var cells = new string[csv.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = csv[i].Trim().Trim('\uFEFF', '\u200B');
            cells[i] = cell.Length > 1 && cell[0] == '\'' && FormulaStarts.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
        }

        return cells;
    }

    private static CsvParser Parser(TextReader reader, char separator) => new(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(),
        Mode = CsvMode.RFC4180,

        // A quote in the middle of a cell is a sign of the text, as spreadsheets read it.
        BadDataFound = null,
        IgnoreBlankLines = false,
        MaxFieldSize = 0,
        CountBytes = false,

        // Cells of a column repeat themselves: a text that was just read is taken again instead of made again.
        CacheFields = true,
    });

    /// <summary>Where a cell begins on the first line of its row, from 1; 0 where it stands on a later line, or there is none.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="cell">The place of the cell, from 0.</param>
    public int ColumnAt(int line, int cell)
    {
        // Looked for only where something is wrong with the cell.
        using var reader = new StringReader(_text);
        var text = reader.ReadLine();
        for (var i = 1; i < line && text is not null; i++)
        {
            text = reader.ReadLine();
        }

        var isQuoted = false;
        var seen = 0;
        for (var i = 0; text is not null && i < text.Length && cell > seen; i++)
        {
            isQuoted ^= text[i] == '"';
            if (text[i] == Separator && !isQuoted && ++seen == cell)
            {
                return i + 2;
            }
        }

        return text is not null && cell == 0 ? 1 : 0;
    }
}
