using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>
/// Mends one outermost entry of a YAML text, one fault at a time: after each change the parser is asked again. Each remedy is tried in
/// the order of how sure it is, and one that was used up is not tried again, so that mending ends.
/// </summary>
/// <param name="entries">The lines, which mending changes.</param>
/// <param name="firstLine">Line of the file on which they begin.</param>
internal sealed class YamlEntryMender(YamlEntries entries, int firstLine)
{
    private readonly YamlSpaceMender _spaces = new(entries, firstLine);
    private readonly HashSet<int> _mended = [];
    private readonly HashSet<int> _moved = [];
    private bool _bracketsMended;

    /// <summary>Changes a line of an entry so that it can be read, or gives <see langword="null"/> when nothing is left to try.</summary>
    /// <param name="start">First line of the entry.</param>
    /// <param name="end">The line after its last.</param>
    /// <param name="fault">Why it cannot be read.</param>
    public Diagnostic? Mend(int start, int end, YamlFaultException fault)
    {
        if (fault.Kind is YamlFaultKind.TooDeep or YamlFaultKind.TooManyNodes)
        {
            return null;
        }

        var line = Math.Clamp(fault.Line - firstLine, start, end - 1);
        return _spaces.MendTabs(start, end)
            ?? _spaces.MendInvisible(start, end)
            ?? MendMissingSpace(start, line)
            ?? MendValue(line, end, fault)
            ?? MendStray(start, line)
            ?? MendBrackets(start, end)
            ?? MendIndent(start, end, line)
            ?? Drop(start, end, line);
    }

    /// <summary>An entry that is left out.</summary>
    public Diagnostic Dropped(int start, int end, YamlFaultException fault)
    {
        var line = Math.Clamp(fault.Line - firstLine, start, end - 1);
        return fault.Kind switch
        {
            YamlFaultKind.TooDeep => Diagnostic.Here(
                DiagnosticRules.TooLarge, line + firstLine, fault.Column, "Des listes sont imbriquées trop profondément ici\u00A0; cette clé n’est pas lue.", "Simplifiez la valeur\u00A0: quelques niveaux suffisent."),
            YamlFaultKind.TooManyNodes => Diagnostic.Here(
                DiagnosticRules.TooLarge, line + firstLine, fault.Column, "Les renvois «\u00A0*\u00A0» représentent trop de valeurs\u00A0; cette clé n’est pas lue.", "Écrivez les valeurs en toutes lettres, sans renvois."),
            YamlFaultKind.UnknownTag => Diagnostic.Here(
                DiagnosticRules.Yaml, line + firstLine, fault.Column, "Ce type de valeur, annoncé par «\u00A0!\u00A0», n’est pas accepté\u00A0; cette clé n’est pas lue.", "Supprimez le mot qui commence par «\u00A0!\u00A0», ou mettez toute la valeur entre guillemets."),
            YamlFaultKind.Merge => Diagnostic.Here(
                DiagnosticRules.Yaml, line + firstLine, fault.Column, "La clé «\u00A0<<\u00A0» n’est pas suivie d’un groupe de clés\u00A0; elle n’est pas lue.", "Écrivez après «\u00A0<<:\u00A0» un renvoi vers un groupe de clés, ou supprimez la ligne."),
            _ => Finding(line, 1, $"La clé commencée ici n’a pas pu être lue\u00A0: {Wording.Quoted(entries.Lines[start].AsSpan().Trim())}.", "Vérifiez le décalage des lignes, les guillemets et les deux-points\u00A0; en cas de doute, mettez le texte entre guillemets."),
        };
    }

    /// <summary>Every entry can be read alone, so that nothing is lost; only their order or their alignment is wrong.</summary>
    public Diagnostic Unexplained(YamlFaultException fault)
    {
        var line = Math.Clamp(fault.Line - firstLine, 0, entries.Lines.Count - 1);
        return fault.Kind == YamlFaultKind.SecondDocument
            ? Finding(line, fault.Column, "Une ligne «\u00A0...\u00A0» ou «\u00A0---\u00A0» placée avant celle-ci sépare les clés en deux groupes.", "Supprimez cette ligne de séparation.")
            : Finding(
                line,
                fault.Column,
                "Cette ligne n’est pas alignée avec les autres.",
                "Faites commencer toutes les clés principales au bord gauche, sans espace devant, et les clés d’un même groupe à la même distance du bord.");
    }

    private Diagnostic? MendMissingSpace(int start, int line)
    {
        for (var index = line; index >= start && index >= line - 1; index--)
        {
            if (YamlLineMender.MendMissingSpace(entries.Lines[index]) is { } mend)
            {
                return Replace(index, mend);
            }
        }

        return null;
    }

    private Diagnostic? MendValue(int line, int end, YamlFaultException fault)
    {
        if (!_mended.Add(line))
        {
            return null;
        }

        // Deeper lines without key continue the text, which will stand between quotes on one line.
        var text = entries.Lines[line];
        var indent = YamlLine.IndentOf(text);
        var next = line + 1;
        while (next < end && YamlLine.Split(entries.Lines[next]) is { IsBlank: false, HasKey: false, IsItem: false } split && split.Indent > indent)
        {
            text = $"{text.TrimEnd()} {entries.Lines[next].Trim()}";
            next++;
        }

        if (YamlLineMender.Mend(text, fault.Kind, fault.Column) is not { } mend)
        {
            return null;
        }

        for (var index = line + 1; index < next; index++)
        {
            entries.Lines[index] = "";
        }

        return Replace(line, mend);
    }

    // Text that is neither key nor item; the parser may complain one line further on.
    private Diagnostic? MendStray(int start, int line)
    {
        for (var index = line; index >= start && index >= line - 1; index--)
        {
            var text = entries.Lines[index];
            var split = YamlLine.Split(text);
            if (!split.IsBlank && !split.HasKey && !split.IsItem && (index > start || !entries.IsStart(index)) && !InsideBrackets(start, index))
            {
                entries.Lines[index] = "";
                return Finding(
                    index,
                    split.Indent + 1,
                    $"Cette ligne n’a pas la forme «\u00A0clé: valeur\u00A0» et n’est pas lue\u00A0: {Wording.Quoted(text.AsSpan().Trim())}.",
                    "Ajoutez une clé suivie de «\u00A0:\u00A0», ou supprimez la ligne\u00A0; pour continuer le texte de la ligne précédente, mettez-le entre guillemets sur une seule ligne.");
            }
        }

        return null;
    }

    private bool InsideBrackets(int start, int line) =>
        !_bracketsMended && YamlBrackets.Open(entries.Lines, start, line, out _, out _).Length > 0;

    private Diagnostic? MendBrackets(int start, int end)
    {
        if (_bracketsMended)
        {
            return null;
        }

        _bracketsMended = true;
        var closing = YamlBrackets.Open(entries.Lines, start, end, out var line, out var column);
        if (closing.Length == 0)
        {
            return null;
        }

        var last = end - 1;
        while (last > start && YamlLine.Split(entries.Lines[last]).IsBlank)
        {
            last--;
        }

        entries.Lines[last] += closing;
        var opening = entries.Lines[line].AsSpan(column - 1, 1);
        return Finding(line, column, $"Le signe {Wording.Quoted(opening)} ouvert ici n’est jamais fermé.", $"Ajoutez {Wording.Quoted(closing.AsSpan(closing.Length - 1))} à la fin, ou mettez le texte entre guillemets.");
    }

    // A key that stands deeper or less deep than the one before it joins its group.
    private Diagnostic? MendIndent(int start, int end, int line)
    {
        if (line == start || !_moved.Add(line))
        {
            return null;
        }

        var before = line - 1;
        while (before > start && YamlLine.Split(entries.Lines[before]).IsBlank)
        {
            before--;
        }

        var here = YamlLine.Split(entries.Lines[line]);
        var target = YamlLine.IndentOf(entries.Lines[before]);
        if (here.IsBlank || !(here.HasKey || here.IsItem) || here.Indent == target)
        {
            return null;
        }

        var column = here.Indent + 1;
        var shift = target - here.Indent;
        var index = line;
        do
        {
            var text = entries.Lines[index];
            var indent = YamlLine.IndentOf(text);
            entries.Lines[index] = new string(' ', Math.Max(0, indent + shift)) + text[indent..];
            index++;
        }
        while (index < end && YamlLine.IndentOf(entries.Lines[index]) > column - 1);

        return Finding(
            line,
            column,
            $"Cette ligne n’est pas alignée avec la ligne {before + firstLine}, qui la précède.",
            target == 0 ? "Supprimez les espaces au début de la ligne." : $"Mettez {target} espaces au début de la ligne, comme à la ligne {before + firstLine}.");
    }

    private Diagnostic? Drop(int start, int end, int line)
    {
        if (line == start)
        {
            return null;
        }

        var text = entries.Lines[line];
        var split = YamlLine.Split(text);
        if (split.IsBlank)
        {
            return null;
        }

        entries.Lines[line] = "";
        for (var index = line + 1; index < end && YamlLine.IndentOf(entries.Lines[index]) > split.Indent; index++)
        {
            entries.Lines[index] = "";
        }

        return Finding(
            line,
            split.Indent + 1,
            $"Cette ligne n’a pas pu être lue à cette place\u00A0: {Wording.Quoted(text.AsSpan().Trim())}.",
            "Vérifiez le décalage de la ligne et les guillemets\u00A0; en cas de doute, mettez le texte entre guillemets.");
    }

    private Diagnostic Replace(int line, YamlMend mend)
    {
        entries.Lines[line] = mend.Line;
        return Finding(line, mend.Column, mend.Message, mend.Advice);
    }

    private Diagnostic Finding(int line, int column, string message, string advice) =>
        Diagnostic.Here(DiagnosticRules.Yaml, line + firstLine, column, message, advice);
}
