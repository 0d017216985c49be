using PlansWeb.Content.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>
/// Turns the parser's events into nodes. Several texts of one file may be read in turn: they share anchors and limits.
/// The events are used rather than the library's deserializer or its representation model: they carry positions, cost
/// less, and let nesting be refused before it costs anything.
/// </summary>
/// <param name="file">Path below the content folder.</param>
/// <param name="limits">What is refused.</param>
internal sealed class YamlReader(string file, DataLimits limits)
{
    private const string CoreTag = "tag:yaml.org,2002:";

    private readonly YamlRemarks _remarks = new();
    private readonly List<(string Key, int Line)> _keys = [];
    private Dictionary<string, Anchored>? _anchors;
    private Parser _parser = null!;
    private string _text = "";
    private int _nodes;
    private int _deepest;
    private int _lineOffset;

    /// <summary>What was found in the texts that could be read.</summary>
    public IReadOnlyList<Diagnostic> Findings => _remarks.Findings;

    /// <summary>Reads a text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    /// <param name="expected">What it may be.</param>
    /// <returns>Its value, or <see langword="null"/> when it is empty.</returns>
    /// <exception cref="YamlFaultException">It cannot be read as it stands; nothing of it counts.</exception>
    public DataNode? Read(string yaml, int firstLine, YamlRoot expected)
    {
        var plain = new PlainMap(file, firstLine);
        if (limits.Depth >= PlainMap.Depth && plain.Read(yaml) is { } map && _nodes + plain.Nodes <= limits.Nodes)
        {
            _nodes += plain.Nodes;
            return map;
        }

        return Parse(yaml, firstLine, expected);
    }

    /// <summary>Reads a text, whatever stands in it; see <see cref="Read"/>.</summary>
    internal DataNode? Parse(string yaml, int firstLine, YamlRoot expected)
    {
        _lineOffset = firstLine - 1;
        _text = yaml;
        _parser = new Parser(new StringReader(yaml));
        _keys.Clear();
        var nodesBefore = _nodes;
        var remarksBefore = _remarks.Findings.Count;
        try
        {
            return ReadDocument(expected);
        }
        catch (Exception exception)
        {
            // The parser answers some texts with exceptions other than its own (InvalidOperationException at a bracket that
            // is never closed), and an editor's file may hold anything: whatever it throws, the text is faulty.
            _nodes = nodesBefore;
            _remarks.Forget(remarksBefore);
            throw exception switch
            {
                YamlFaultException => exception,
                YamlException syntax => Fault(YamlFaultKind.Syntax, syntax.Start),
                _ => Fault(YamlFaultKind.Syntax, _parser.Current?.End ?? Mark.Empty),
            };
        }
    }

    private DataNode? ReadDocument(YamlRoot expected)
    {
        Advance();
        if (Advance() is not DocumentStart)
        {
            return null;
        }

        Advance();
        var root = ReadNode(1);
        Advance();
        if (Advance() is DocumentStart second)
        {
            throw Fault(YamlFaultKind.SecondDocument, second.Start);
        }

        if (root is DataScalar { Value: null })
        {
            return null;
        }

        var fits = expected switch
        {
            YamlRoot.Map => root is DataMap,
            YamlRoot.Collection => root is DataMap or DataList,
            _ => true,
        };
        return fits ? root : throw new YamlFaultException(YamlFaultKind.NotMap, root.Position.Line, root.Position.Column);
    }

    private ParsingEvent Advance() =>
        _parser.MoveNext() ? _parser.Current! : throw Fault(YamlFaultKind.Syntax, _parser.Current?.End ?? Mark.Empty);

    // Reads the node whose first event is the current one, and stays on its last event.
    private DataNode ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (current is AnchorAlias alias)
        {
            return Expand(alias, depth);
        }

        if (depth > limits.Depth)
        {
            throw Fault(YamlFaultKind.TooDeep, current.Start);
        }

        Count(1, current.Start);
        _deepest = Math.Max(_deepest, depth);
        if (current is not NodeEvent node || node.Anchor.IsEmpty)
        {
            return ReadContent(current, depth);
        }

        RefuseDoubtful(node);
        var deepestBefore = _deepest;
        var nodesBefore = _nodes - 1;
        _deepest = depth;
        var value = ReadContent(current, depth);
        _anchors ??= new Dictionary<string, Anchored>(StringComparer.Ordinal);
        _anchors[node.Anchor.Value] = new Anchored(value, _nodes - nodesBefore, _deepest - depth);
        _deepest = Math.Max(_deepest, deepestBefore);
        return value;
    }

    private DataNode ReadContent(ParsingEvent current, int depth) => current switch
    {
        Scalar scalar => ReadScalar(scalar),
        MappingStart mapping => ReadMapping(mapping, depth),
        SequenceStart sequence => ReadSequence(sequence, depth),
        _ => throw Fault(YamlFaultKind.Syntax, current.Start),
    };

    private DataScalar ReadScalar(Scalar scalar)
    {
        var position = At(scalar.Start);
        var text = scalar.Value;
        if (!scalar.Tag.IsEmpty)
        {
            return new DataScalar(ResolveTagged(scalar), text, position);
        }

        if (scalar.Style != ScalarStyle.Plain)
        {
            return new DataScalar(text, text, position);
        }

        var value = YamlScalars.Resolve(text, out var surprise);
        if (surprise is ScalarSurprise.Octal or ScalarSurprise.Base60)
        {
            _remarks.AddSurprise(surprise, text, value, position);
        }

        return new DataScalar(value, text, position) { IsImpossibleDate = surprise == ScalarSurprise.ImpossibleDate };
    }

    private object? ResolveTagged(Scalar scalar)
    {
        var text = scalar.Value;
        var name = CoreName(scalar.Tag);
        var value = name switch
        {
            "str" => text,
            "int" => YamlScalars.AsInteger(text, out _),
            "float" => YamlScalars.AsNumber(text, out _),
            "bool" => YamlScalars.AsBoolean(text),
            "timestamp" => YamlTimestamps.Read(text, out _),
            "null" when YamlScalars.IsNull(text) => null,
            _ => throw Fault(YamlFaultKind.UnknownTag, scalar.Start),
        };
        return value is null && name != "null" ? throw Fault(YamlFaultKind.UnknownTag, scalar.Start) : value;
    }

    private DataList ReadSequence(SequenceStart start, int depth)
    {
        if (!start.Tag.IsEmpty && CoreName(start.Tag) is not ("seq" or "str"))
        {
            throw Fault(YamlFaultKind.UnknownTag, start.Start);
        }

        var items = new List<DataNode>();
        while (Advance() is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return new DataList(items, At(start.Start));
    }

    private DataMap ReadMapping(MappingStart start, int depth)
    {
        if (!start.Tag.IsEmpty && CoreName(start.Tag) is not ("map" or "str"))
        {
            throw Fault(YamlFaultKind.UnknownTag, start.Start);
        }

        var entries = new Dictionary<string, DataNode>(StringComparer.Ordinal);
        List<DataNode>? merged = null;
        var firstKey = _keys.Count;
        while (Advance() is { } current and not MappingEnd)
        {
            var key = ReadKey(current, out var isMerge);
            if (start.Style != MappingStyle.Flow && current.End.Index < _text.Length && _text[(int)current.End.Index] == ' ')
            {
                _remarks.AddSpaceBeforeColon(key, Line(current.End), (int)current.End.Column);
            }

            Advance();
            var value = ReadNode(depth + 1);
            if (isMerge)
            {
                (merged ??= []).Add(value);
            }
            else if (entries.TryAdd(key, value))
            {
                _keys.Add((key, Line(current.Start)));
            }
            else if (_remarks.HasRoom)
            {
                var first = _keys.FindIndex(firstKey, candidate => candidate.Key == key);
                _remarks.AddDuplicate(key, _keys[first].Line, Line(current.Start), (int)current.Start.Column);
            }
        }

        if (merged is not null)
        {
            Merge(merged, entries);
        }

        _keys.RemoveRange(firstKey, _keys.Count - firstKey);
        return new DataMap(entries, At(start.Start));
    }

    private string ReadKey(ParsingEvent current, out bool isMerge)
    {
        isMerge = false;
        if (current is AnchorAlias alias)
        {
            return Expand(alias, 1) is DataScalar named ? named.Text : throw Fault(YamlFaultKind.ComplexKey, current.Start);
        }

        if (current is not Scalar scalar)
        {
            throw Fault(YamlFaultKind.ComplexKey, current.Start);
        }

        if (!scalar.Tag.IsEmpty && CoreName(scalar.Tag) is not ("str" or "int" or "float" or "bool" or "null" or "timestamp"))
        {
            throw Fault(YamlFaultKind.UnknownTag, scalar.Start);
        }

        if (!scalar.Anchor.IsEmpty)
        {
            RefuseDoubtful(scalar);
        }

        Count(1, scalar.Start);
        var key = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain)
        {
            return key;
        }

        if (key.Length > 0 && (Whitespace.IsInvisible(key[0]) || Whitespace.IsInvisible(key[^1])))
        {
            throw Fault(YamlFaultKind.InvisibleSpace, scalar.Start);
        }

        isMerge = key == "<<";
        return key;
    }

    private DataNode Expand(AnchorAlias alias, int depth)
    {
        if (_anchors is null || !_anchors.TryGetValue(alias.Value.Value, out var anchored))
        {
            throw Fault(YamlFaultKind.UnknownAlias, alias.Start);
        }

        // The node is shared, but a template sees it each time: it costs as if it were written out.
        Count(anchored.Nodes, alias.Start);
        if (depth + anchored.Height > limits.Depth)
        {
            throw Fault(YamlFaultKind.TooDeep, alias.Start);
        }

        _deepest = Math.Max(_deepest, depth + anchored.Height);
        return anchored.Node;
    }

    private void Count(int nodes, Mark mark)
    {
        _nodes += nodes;
        if (_nodes > limits.Nodes)
        {
            throw Fault(YamlFaultKind.TooManyNodes, mark);
        }
    }

    // What the map itself says wins over what it merges, and an earlier merge over a later one: https://yaml.org/type/merge.html
    private static void Merge(List<DataNode> merged, Dictionary<string, DataNode> entries)
    {
        foreach (var node in merged)
        {
            IReadOnlyList<DataNode> sources = node is DataList list ? list.Items : [node];
            foreach (var source in sources)
            {
                if (source is not DataMap map)
                {
                    throw new YamlFaultException(YamlFaultKind.Merge, source.Position.Line, source.Position.Column);
                }

                foreach (var (key, value) in map.Entries)
                {
                    entries.TryAdd(key, value);
                }
            }
        }
    }

    // `title: &nbsp;x` is an anchor without a value, so YAML reads nothing at all: surely an editor meant the text.
    private void RefuseDoubtful(NodeEvent node)
    {
        var isEmpty = node is Scalar { Style: ScalarStyle.Plain, Value: "" };
        if (isEmpty || node.Anchor.Value.AsSpan().ContainsAnyExcept(Whitespace.AnchorCharacters))
        {
            throw Fault(YamlFaultKind.DoubtfulAnchor, node.Start);
        }
    }

    // "!" alone means: text, whatever it looks like.
    private static string? CoreName(TagName tag)
    {
        var value = tag.Value;
        return value == "!" ? "str" : value.StartsWith(CoreTag, StringComparison.Ordinal) ? value[CoreTag.Length..] : null;
    }

    private SourcePosition At(Mark mark) => new(file, Line(mark), (int)mark.Column);

    private int Line(Mark mark) => (int)mark.Line + _lineOffset;

    private YamlFaultException Fault(YamlFaultKind kind, Mark mark) => new(kind, Math.Max(1, Line(mark)), Math.Max(1, (int)mark.Column));

    private readonly record struct Anchored(DataNode Node, int Nodes, int Height);
}
