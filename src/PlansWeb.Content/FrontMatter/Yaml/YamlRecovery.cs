using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>
/// Reads what can be read of a text that is no valid YAML: each outermost entry for itself, its faulty lines mended where it is clear
/// what the writer meant and left out where it is not. Cost is bounded: every reading counts against a budget in characters.
/// </summary>
/// <param name="reader">The reader, whose limits hold for all entries together.</param>
/// <param name="entries">The text, cut into entries.</param>
/// <param name="file">Path below the content folder.</param>
/// <param name="firstLine">Line of the file on which the text begins.</param>
internal sealed class YamlRecovery(YamlReader reader, YamlEntries entries, string file, int firstLine)
{
    private const int ReadingsOfTheWhole = 8;
    private const int SmallestBudget = 256 * 1024;

    /// <summary>What a fault costs beside its characters: an exception takes as long as reading about this many.</summary>
    private const int CostOfFault = 1000;

    private readonly List<Diagnostic> _findings = [];
    private readonly List<DataNode> _items = [];
    private readonly Dictionary<string, DataNode> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _keyLines = new(StringComparer.Ordinal);
    private int _budget;

    /// <summary>What was found, in the order of the lines.</summary>
    public IEnumerable<Diagnostic> Findings
    {
        get
        {
            // What the reader remarks on a mended line may be the mend itself.
            var mended = _findings.Select(finding => finding.Line).ToHashSet();
            return _findings.Concat(reader.Findings.Where(remark => !mended.Contains(remark.Line))).OrderBy(finding => finding.Line).ThenBy(finding => finding.Column);
        }
    }

    /// <summary>An entry was left out.</summary>
    public bool HasLost { get; private set; }

    /// <summary>Reads the entries.</summary>
    /// <param name="length">Length of the text.</param>
    /// <param name="fault">Why the text cannot be read as a whole.</param>
    public DataNode Read(int length, YamlFaultException fault)
    {
        _budget = (length * ReadingsOfTheWhole) + SmallestBudget;
        var start = 0;
        while (start < entries.Lines.Count && _budget > 0)
        {
            start = ReadEntry(start);
        }

        if (start < entries.Lines.Count)
        {
            HasLost = true;
            _findings.Add(Diagnostic.Here(
                DiagnosticRules.TooLarge, start + firstLine, 1, "Les erreurs sont trop nombreuses\u00A0: à partir de cette ligne, les données ne sont pas lues.", "Corrigez d’abord les erreurs des lignes qui précèdent."));
        }

        if (_findings.Count == 0)
        {
            // Each entry is fine, but not one after the other.
            var mends = new YamlEntryMender(entries, firstLine);
            _findings.Add(mends.Unexplained(fault));
        }

        var position = new SourcePosition(file, firstLine, 1);
        return _items.Count > 0 && _values.Count == 0 ? new DataList(_items, position) : new DataMap(_values, position);
    }

    // Gives the line after the entry.
    private int ReadEntry(int start)
    {
        var mends = new YamlEntryMender(entries, firstLine);
        while (true)
        {
            var end = entries.EndOf(start);
            var text = entries.TextOf(start, end);
            _budget -= text.Length;
            try
            {
                Add(reader.Read(text, firstLine + start, YamlRoot.Collection));
                return end;
            }
            catch (YamlFaultException fault)
            {
                _budget -= CostOfFault;
                if (_budget < 0 || mends.Mend(start, end, fault) is not { } finding)
                {
                    HasLost = true;
                    _findings.Add(mends.Dropped(start, end, fault));
                    return end;
                }

                _findings.Add(finding);
            }
        }
    }

    private void Add(DataNode? node)
    {
        if (node is DataList list)
        {
            _items.AddRange(list.Items);
        }
        else if (node is DataMap map)
        {
            foreach (var (key, value) in map.Entries)
            {
                AddValue(key, value, map.Position);
            }
        }
    }

    private void AddValue(string key, DataNode value, SourcePosition position)
    {
        if (_values.TryAdd(key, value))
        {
            _keyLines[key] = position.Line;
        }
        else
        {
            _findings.Add(YamlRemarks.Duplicate(key, _keyLines[key], position.Line, position.Column));
        }
    }
}
