namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>The lines of a YAML text, cut where its outermost keys begin (or its outermost dashes, when it is a list).</summary>
internal sealed class YamlEntries
{
    private readonly int _indent;

    private YamlEntries(List<string> lines, int indent, bool isList)
    {
        Lines = lines;
        _indent = indent;
        IsList = isList;
    }

    /// <summary>The lines, without line breaks. Mending replaces them, and never adds or removes one: positions stay those of the file.</summary>
    public List<string> Lines { get; }

    /// <summary>Whether the text is a list rather than a map.</summary>
    public bool IsList { get; }

    /// <summary>Cuts a text into lines.</summary>
    public static YamlEntries Cut(string yaml)
    {
        var lines = new List<string>();
        var rest = yaml.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny('\n', '\r');
            if (end < 0)
            {
                lines.Add(rest.ToString());
                break;
            }

            lines.Add(rest[..end].ToString());
            rest = rest[(end + (rest[end..].StartsWith("\r\n") ? 2 : 1))..];
        }

        var first = lines.Find(line => !YamlLine.Split(line).IsBlank) ?? "";
        return new YamlEntries(lines, YamlLine.IndentOf(first), YamlLine.Split(first).IsItem);
    }

    /// <summary>Whether an outermost entry begins on a line.</summary>
    public bool IsStart(int index)
    {
        var text = Lines[index];
        var line = YamlLine.Split(text);
        if (line.IsBlank || line.Indent > _indent)
        {
            return false;
        }

        return IsList ? line.IsItem : !line.IsItem && (line.HasKey || YamlLineMender.BareColon(text, line.ContentStart) >= 0);
    }

    /// <summary>The line after the last one of the entry that begins on a line.</summary>
    public int EndOf(int start)
    {
        var end = start + 1;
        while (end < Lines.Count && !IsStart(end))
        {
            end++;
        }

        return end;
    }

    /// <summary>The text of the lines from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public string TextOf(int start, int end) => string.Join('\n', Lines.GetRange(start, end - start)) + "\n";
}
