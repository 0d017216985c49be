using System.Buffers;
using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>Reads a YAML text into nodes and reports, in French and in the file's coordinates, what is wrong with it.</summary>
/// <param name="file">Path below the content folder.</param>
/// <param name="limits">What is refused.</param>
/// <param name="problems">Where problems are reported.</param>
internal sealed class YamlData(string file, DataLimits limits, DiagnosticLog problems)
{
    /// <summary>More would bury the first, and the first is often the cause of the others.</summary>
    private const int MostFindings = 20;

    // Characters of front matter of which the entries that fit are looked for.
    private const int MostFitted = 1024 * 1024;

    // What js-yaml refuses (lib/js-yaml/loader.js), what the parser takes for the end of the text (NUL), and the line breaks of
    // Unicode, which the parser counts as such and editors' programs do not.
    private static readonly SearchValues<char> s_unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Except(['\t', '\n', '\r']), '\u2028', '\u2029', '\uFFFE', '\uFFFF']);

    /// <summary>Something was left out that could neither be read nor mended.</summary>
    public bool HasLost { get; private set; }

    /// <summary>Reads a text whose root should be a map; gives an empty one where it is not.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    /// <remarks>
    /// Of a text that is too long, the entries that fit are read. Where one that hides the page may be among the others, the page is a draft:
    /// in doubt it stays hidden.
    /// </remarks>
    public DataMap ReadMap(string yaml, int firstLine)
    {
        if (yaml.Length <= limits.Length)
        {
            return Read(yaml, firstLine, YamlRoot.Map) as DataMap ?? DataMap.Empty;
        }

        var fitting = Fit(yaml, firstLine, out var mayHide);
        var map = Read(fitting, firstLine, YamlRoot.Map) as DataMap ?? DataMap.Empty;
        return mayHide ? AsDraft(map, file, firstLine) : map;
    }

    /// <summary>Front matter of which a part was not read that may have hidden the page.</summary>
    public static DataMap AsDraft(DataMap read, string file, int line)
    {
        var entries = read.Entries.ToDictionary(StringComparer.Ordinal);
        entries["draft"] = new DataScalar(true, "true", new SourcePosition(file, line, 1));
        return new DataMap(entries, read.Position);
    }

    // The outermost entries, in order, as long as there is room; empty lines stand for the others, so that positions stay.
    private string Fit(string yaml, int firstLine, out bool mayHide)
    {
        // Nobody writes so much by hand; it is not even cut into lines.
        if (yaml.Length > MostFitted)
        {
            ReportTooLong(firstLine);
            mayHide = true;
            return "";
        }

        var cut = YamlEntries.Cut(yaml);
        var (room, reported) = (limits.Length, false);
        mayHide = false;
        for (int start = 0, end; start < cut.Lines.Count; start = end)
        {
            end = cut.EndOf(start);
            var length = 0;
            for (var line = start; line < end; line++)
            {
                length += cut.Lines[line].Length + 1;
            }

            if (length <= room)
            {
                room -= length;
                continue;
            }

            // What stands behind an entry that takes all the room may be anything, and so may lines that belong to no key.
            var key = cut.IsStart(start) ? YamlLine.Split(cut.Lines[start]).Key.ToString() : "";
            mayHide |= length <= limits.Length || key.Length == 0 || FrontMatterReader.HidingKeys.Contains(key);
            for (var line = start; line < end; line++)
            {
                cut.Lines[line] = "";
            }

            room -= end - start;
            if (!reported)
            {
                reported = true;
                ReportTooLong(firstLine + start);
            }
        }

        return cut.TextOf(0, cut.Lines.Count).TrimEnd('\n');
    }

    /// <summary>Reads a text; gives <see langword="null"/> when it is empty.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    /// <param name="expected">What it may be as a whole.</param>
    public DataNode? Read(string yaml, int firstLine, YamlRoot expected)
    {
        if (yaml.Length > limits.Length)
        {
            ReportTooLong(firstLine);
            HasLost = true;
            return null;
        }

        yaml = WithoutUnwanted(yaml, firstLine);
        var reader = new YamlReader(file, limits);
        try
        {
            var root = reader.Read(yaml, firstLine, expected);
            Report(reader.Findings, firstLine);
            return root;
        }
        catch (YamlFaultException fault)
        {
            return Recover(reader, yaml, firstLine, fault, expected);
        }
    }

    /// <summary>Reads a text that may be no YAML at all; reports nothing and gives <see langword="null"/> unless it is a map without fault.</summary>
    public DataMap? TryReadMap(string yaml, int firstLine)
    {
        if (yaml.Length > limits.Length || yaml.AsSpan().ContainsAny(s_unwanted))
        {
            return null;
        }

        var reader = new YamlReader(file, limits);
        try
        {
            var root = reader.Read(yaml, firstLine, YamlRoot.Map) as DataMap ?? DataMap.Empty;
            Report(reader.Findings, firstLine);
            return root;
        }
        catch (YamlFaultException)
        {
            return null;
        }
    }

    private DataNode? Recover(YamlReader reader, string yaml, int firstLine, YamlFaultException fault, YamlRoot expected)
    {
        var entries = YamlEntries.Cut(yaml);
        if (!Enumerable.Range(0, entries.Lines.Count).Any(entries.IsStart) || (expected == YamlRoot.Map && entries.IsList))
        {
            // A text that ends too early has its fault behind its last line.
            HasLost = true;
            problems.Report(
                DiagnosticRules.Yaml, Math.Min(fault.Line, firstLine + Math.Max(1, entries.Lines.Count) - 1), fault.Column, "Aucune ligne n’a la forme «\u00A0clé: valeur\u00A0»\u00A0: rien n’a pu être lu.", "Écrivez une clé par ligne, par exemple «\u00A0title: Mon titre\u00A0».");
            return null;
        }

        var recovery = new YamlRecovery(reader, entries, file, firstLine);
        var root = recovery.Read(yaml.Length, fault);
        HasLost |= recovery.HasLost;
        Report(recovery.Findings, firstLine);
        return root;
    }

    private string WithoutUnwanted(string yaml, int firstLine)
    {
        var first = yaml.AsSpan().IndexOfAny(s_unwanted);
        if (first < 0)
        {
            return yaml;
        }

        var (line, column) = TextPositions.Of(yaml, first, firstLine);
        var code = ((int)yaml[first]).ToString("X4", CultureInfo.InvariantCulture);
        problems.Report(
            DiagnosticRules.Yaml,
            line,
            column,
            $"Un caractère invisible (U+{code}), que YAML n’accepte pas, se trouve ici\u00A0; il est lu comme une espace.",
            "Effacez ce caractère, souvent venu d’un copier-coller, et retapez l’espace ou le retour à la ligne.");
        return string.Create(yaml.Length, yaml, static (target, source) =>
        {
            source.CopyTo(target);
            for (var at = target.IndexOfAny(s_unwanted); at >= 0; at = target.IndexOfAny(s_unwanted))
            {
                target[at] = ' ';
                target = target[(at + 1)..];
            }
        });
    }

    private void Report(IEnumerable<Diagnostic> findings, int firstLine)
    {
        var count = 0;
        foreach (var finding in findings)
        {
            if (count++ == MostFindings)
            {
                problems.Report(DiagnosticRules.Yaml, firstLine, 0, "D’autres erreurs suivent, qui ne sont pas détaillées.", "Corrigez les premières, puis recommencez.");
                return;
            }

            problems.Add(finding);
        }
    }

    private void ReportTooLong(int firstLine)
    {
        var limit = limits.Length.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"));
        problems.Report(
            DiagnosticRules.TooLarge, firstLine, 1, limits == DataLimits.FrontMatter ? $"L’en-tête dépasse {limit}\u00A0caractères\u00A0: il n’est pas lu en entier, et la page reste cachée si ce qui manque pouvait la cacher." : $"Les données dépassent {limit}\u00A0caractères et ne sont pas lues.", "Raccourcissez-les\u00A0: un long texte a sa place dans le corps de la page.");
    }
}
