using System.Buffers;

namespace PlansWeb.Content.Markdown.Attributes;

/// <summary>What stands between braces: <c>{.class #id key=value}</c>, in the syntax of markdown-it-attrs.</summary>
/// <param name="Pairs">Names and values in order; a class has the name <c>class</c>, an id the name <c>id</c>.</param>
/// <param name="Start">Index of the opening brace.</param>
/// <param name="End">Index after the closing brace.</param>
internal sealed record BracedAttributes(IReadOnlyList<KeyValuePair<string, string>> Pairs, int Start, int End)
{
    private static readonly SearchValues<char> s_notInNames = SearchValues.Create("\t\n\f/>\"'");

    /// <summary>Reads the braces at the beginning of a text, as after <c>*emphasis*</c>.</summary>
    public static BracedAttributes? AtStart(string text)
    {
        if (text.Length == 0 || text[0] != '{')
        {
            return null;
        }

        var end = text.IndexOf('}', StringComparison.Ordinal);
        return end < 0 || (end + 1 < text.Length && text[end + 1] == '}') ? null : Read(text, 0, end);
    }

    /// <summary>Reads the braces at the end of a text.</summary>
    public static BracedAttributes? AtEnd(string text)
    {
        var start = text.LastIndexOf('{');
        return start < 0 || text.IndexOf('}', start) != text.Length - 1 ? null : Read(text, start, text.Length - 1);
    }

    /// <summary>Reads a text that is nothing but braces.</summary>
    public static BracedAttributes? Whole(string text) => AtEnd(text) is { Start: 0 } braces ? braces : null;

    // markdown-it-attrs takes any word for an attribute. Here « {exemple} » stays text: a writer's words must not vanish.
    private static BracedAttributes? Read(string text, int open, int close)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        for (var at = open + 1; at < close;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var end = EndOfItem(text, at, close);
            if (ReadItem(text[at..end]) is not { } pair)
            {
                return null;
            }

            pairs.Add(pair);
            at = end;
        }

        return pairs.Count > 0 ? new BracedAttributes(pairs, open, close + 1) : null;
    }

    private static int EndOfItem(string text, int start, int close)
    {
        var quoted = false;
        for (var i = start; i < close; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == ' ' && !quoted)
            {
                return i;
            }
        }

        return close;
    }

    private static KeyValuePair<string, string>? ReadItem(string item)
    {
        if (item[0] is '.' or '#')
        {
            return item.Length > 1 ? new(item[0] == '.' ? "class" : "id", item[1..]) : null;
        }

        var equals = item.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !item.AsSpan(0, equals).ContainsAny(s_notInNames)
            ? new(item[..equals].ToLowerInvariant(), item[(equals + 1)..].Trim('"'))
            : null;
    }
}
