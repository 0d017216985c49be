using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>Mends what separates the pieces of YAML and cannot be seen: tabs, no-break spaces. Each remedy is used once for an entry.</summary>
/// <param name="entries">The lines, which mending changes.</param>
/// <param name="firstLine">Line of the file on which they begin.</param>
internal sealed class YamlSpaceMender(YamlEntries entries, int firstLine)
{
    private bool _tabsMended;
    private bool _spacesMended;

    /// <summary>Replaces tabs that indent lines of an entry by spaces.</summary>
    public Diagnostic? MendTabs(int start, int end)
    {
        if (_tabsMended)
        {
            return null;
        }

        _tabsMended = true;
        Diagnostic? first = null;
        var width = WidthOfTab(start, end);
        for (var index = start; index < end; index++)
        {
            var text = entries.Lines[index];
            var line = YamlLine.Split(text);
            var tab = text.AsSpan(0, line.ContentStart).IndexOf('\t');
            if (tab < 0 || line.IsBlank)
            {
                continue;
            }

            first ??= Finding(index, tab + 1, "La ligne est décalée avec une tabulation, que YAML n’accepte pas.", "Remplacez chaque tabulation par deux espaces.");
            var spaces = text[..line.ContentStart].Replace("\t", width, StringComparison.Ordinal);
            entries.Lines[index] = spaces + text[line.ContentStart..];
        }

        return first;
    }

    /// <summary>Replaces no-break and invisible spaces beside keys of an entry by spaces.</summary>
    public Diagnostic? MendInvisible(int start, int end)
    {
        if (_spacesMended)
        {
            return null;
        }

        _spacesMended = true;
        Diagnostic? first = null;
        for (var index = start; index < end; index++)
        {
            var mended = YamlLineMender.WithPlainSpaces(entries.Lines[index], out var column);
            if (column > 0)
            {
                first ??= Finding(index, column, "Une espace insécable ou invisible se trouve à côté de la clé, et YAML la prend pour une lettre.", "Effacez cette espace et tapez une espace ordinaire, après le «\u00A0:\u00A0» seulement.");
                entries.Lines[index] = mended;
            }
        }

        return first;
    }

    // A tab is as wide as the space indentation beside it, so that keys of one group stay one group.
    private string WidthOfTab(int start, int end)
    {
        var narrowest = int.MaxValue;
        for (var index = start; index < end; index++)
        {
            var text = entries.Lines[index];
            var spaces = text.AsSpan().IndexOfAnyExcept(' ');
            if (spaces > 0 && text[spaces] != '\t')
            {
                narrowest = Math.Min(narrowest, spaces);
            }
        }

        return new string(' ', narrowest is > 0 and <= 8 ? narrowest : 2);
    }

    private Diagnostic Finding(int line, int column, string message, string advice) =>
        Diagnostic.Here(DiagnosticRules.Yaml, line + firstLine, column, message, advice);
}
