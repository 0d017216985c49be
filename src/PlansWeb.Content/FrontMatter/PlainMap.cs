using System.Collections.Frozen;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter.Yaml;

namespace PlansWeb.Content.FrontMatter;

/// <summary>
/// Reads the front matter that nearly all pages have: lines « key: value » with plain or quoted words, and one level of lines indented below
/// a key. What it reads it reads as the YAML parser does, in a tenth of the time; whatever else stands in a text, it leaves all of it to the parser.
/// </summary>
/// <param name="file">Path below the content folder.</param>
/// <param name="firstLine">Line of the file on which the text begins.</param>
internal sealed class PlainMap(string file, int firstLine)
{
    /// <summary>The depth of the deepest value: root, map, value.</summary>
    public const int Depth = 3;

    // YAML's own limit for a key is 1,024.
    private const int LongestKey = 100;

    // A string each for ten thousand pages would be a megabyte of the same words.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_usual = FrozenSet.ToFrozenSet(
        [.. FrontMatterReader.Keys, "key", "parent", "order", "url", "draft", "unlisted", "publishDate", "expiryDate"],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private string _pending = "";

    /// <summary>How many keys and values were read, the root among them.</summary>
    public int Nodes { get; private set; } = 1;

    /// <summary>Reads a text, or gives <see langword="null"/> where it holds anything that only the parser knows.</summary>
    public DataMap? Read(string yaml)
    {
        var root = new Dictionary<string, DataNode>(StringComparer.Ordinal);
        var place = default(SourcePosition);
        Dictionary<string, DataNode>? inner = null;
        var (indent, line) = (0, firstLine - 1);
        foreach (var range in yaml.AsSpan().Split('\n'))
        {
            line++;
            var text = yaml.AsSpan(range);
            if (text.IsEmpty)
            {
                continue;
            }

            var spaces = text.IndexOfAnyExcept(' ');
            if (spaces < 0 || !TrySplit(text[spaces..], out var key, out var value))
            {
                return null;
            }

            var at = new SourcePosition(file, line, spaces + 1);
            if (spaces == 0)
            {
                if (inner is { Count: 0 })
                {
                    return null;
                }

                inner = null;
                place = root.Count == 0 ? at : place;
            }
            else if (inner is null || (inner.Count > 0 && spaces != indent))
            {
                return null;
            }

            var isMap = value.IsEmpty && spaces == 0;
            if (isMap)
            {
                // Where it stands is known with its first line.
                inner = new Dictionary<string, DataNode>(StringComparer.Ordinal);
                _pending = key;
                Nodes++;
                if (root.ContainsKey(key))
                {
                    return null;
                }

                continue;
            }

            var start = text.Length - value.Length;
            if (value.IsEmpty || ReadValue(value, new SourcePosition(file, line, start + 1)) is not { } scalar)
            {
                return null;
            }

            if (spaces > 0 && inner!.Count == 0)
            {
                indent = spaces;
                root.Add(_pending, new DataMap(inner, at));
                Nodes++;
            }

            if (!(spaces > 0 ? inner! : root).TryAdd(key, scalar))
            {
                return null;
            }

            Nodes += 2;
        }

        return root.Count == 0 || inner is { Count: 0 } ? null : new DataMap(root, place);
    }

    private static bool TrySplit(ReadOnlySpan<char> line, out string key, out ReadOnlySpan<char> value)
    {
        key = "";
        value = default;
        var length = 0;
        while (length < line.Length && (char.IsAsciiLetterOrDigit(line[length]) || line[length] == '_'))
        {
            length++;
        }

        if (length is 0 or > LongestKey || !char.IsAsciiLetter(line[0]) || length == line.Length || line[length] != ':')
        {
            return false;
        }

        key = s_usual.TryGetValue(line[..length], out var usual) ? usual : line[..length].ToString();
        if (length + 1 == line.Length)
        {
            return true;
        }

        if (line[length + 1] != ' ')
        {
            return false;
        }

        value = line[(length + 1)..].TrimStart(' ');
        return !value.IsEmpty;
    }

    private static DataScalar? ReadValue(ReadOnlySpan<char> value, SourcePosition position)
    {
        foreach (var c in value)
        {
            // Nothing that moves a column or ends a line for YAML, or that could be half of a character.
            if (c is < ' ' or '\u007F' or (>= '\u0080' and < '\u00A0') or '\u2028' or '\u2029' or >= '\uD800')
            {
                return null;
            }
        }

        if (value[0] is '"' or '\'')
        {
            var inside = value.Length > 1 && value[^1] == value[0] ? value[1..^1] : "";
            return inside.IsEmpty || inside.ContainsAny(value[0], '\\') ? null : Quoted(inside.ToString(), position);
        }

        if (!char.IsLetter(value[0]) && !char.IsAsciiDigit(value[0]) || value[^1] == ' ' || value.ContainsAny(':', '#'))
        {
            return null;
        }

        var text = value.ToString();
        var resolved = YamlScalars.Resolve(text, out var surprise);
        return surprise == ScalarSurprise.None ? new DataScalar(resolved, text, position) : null;
    }

    private static DataScalar Quoted(string text, SourcePosition position) => new(text, text, position);
}
