namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>
/// A line of YAML as an editor sees it: indentation, dashes, key, value. Used only on text that the parser refused, so it
/// splits where a person would, whether or not YAML agrees.
/// </summary>
internal readonly record struct YamlLine
{
    private readonly string _text;

    private YamlLine(string text, int contentStart, int colon, int valueStart)
    {
        _text = text;
        ContentStart = contentStart;
        Colon = colon;
        ValueStart = valueStart;
    }

    /// <summary>Index of the first character after indentation and dashes.</summary>
    public int ContentStart { get; }

    /// <summary>Index of the colon behind the key; -1 when the line has no key.</summary>
    public int Colon { get; }

    /// <summary>Index of the first character of the value; the length of the line when it has none.</summary>
    public int ValueStart { get; }

    /// <summary>Number of blanks at the beginning.</summary>
    public int Indent => IndentOf(_text);

    /// <summary>Whether nothing but blanks or a comment stands on the line.</summary>
    public bool IsBlank => Indent == _text.Length || _text[Indent] == '#';

    /// <summary>Whether the line begins an item of a list.</summary>
    public bool IsItem => !IsBlank && _text[Indent] == '-' && (Indent + 1 == _text.Length || IsBlankAt(_text, Indent + 1));

    /// <summary>Whether the line has a key.</summary>
    public bool HasKey => Colon >= 0;

    /// <summary>The key as written.</summary>
    public ReadOnlySpan<char> Key => HasKey ? _text.AsSpan(ContentStart, Colon - ContentStart).TrimEnd() : default;

    /// <summary>The value as written, with a comment if there is one.</summary>
    public ReadOnlySpan<char> Value => _text.AsSpan(ValueStart).TrimEnd();

    /// <summary>What stands before the value.</summary>
    public ReadOnlySpan<char> BeforeValue => _text.AsSpan(0, ValueStart);

    /// <summary>Splits a line.</summary>
    public static YamlLine Split(string text)
    {
        var start = IndentOf(text);
        while (start < text.Length && text[start] == '-' && (start + 1 == text.Length || IsBlankAt(text, start + 1)))
        {
            start++;
            while (start < text.Length && IsBlankAt(text, start))
            {
                start++;
            }
        }

        var colon = FindColon(text, start);
        var value = colon < 0 ? start : colon + 1;
        while (value < text.Length && IsBlankAt(text, value))
        {
            value++;
        }

        return new YamlLine(text, start, colon, value);
    }

    /// <summary>Number of blanks at the beginning of a line; a no-break space is one to whoever typed it.</summary>
    public static int IndentOf(string text)
    {
        var index = 0;
        while (index < text.Length && (IsBlankAt(text, index) || Whitespace.IsInvisible(text[index])))
        {
            index++;
        }

        return index;
    }

    /// <summary>Index of the quote that closes the one at the beginning of a text; -1 when none does.</summary>
    public static int ClosingQuote(ReadOnlySpan<char> text)
    {
        var quote = text[0];
        for (var index = 1; index < text.Length; index++)
        {
            if (quote == '"' && text[index] == '\\')
            {
                index++;
            }
            else if (text[index] == quote)
            {
                if (quote == '"' || index + 1 >= text.Length || text[index + 1] != quote)
                {
                    return index;
                }

                index++;
            }
        }

        return -1;
    }

    private static int FindColon(string text, int start)
    {
        var from = start;
        if (start < text.Length && text[start] is '"' or '\'')
        {
            var close = ClosingQuote(text.AsSpan(start));
            from = close < 0 ? text.Length : start + close + 1;

            // A quoted text that no colon follows is a value, whatever stands further on the line.
            var next = from;
            while (next < text.Length && IsBlankAt(text, next))
            {
                next++;
            }

            return next < text.Length && text[next] == ':' ? next : -1;
        }

        for (var index = from; index < text.Length; index++)
        {
            if (text[index] == ':' && index > start && (index + 1 == text.Length || IsBlankAt(text, index + 1)))
            {
                return index;
            }

            if (text[index] == '#' && index > 0 && IsBlankAt(text, index - 1))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsBlankAt(string text, int index) => text[index] is ' ' or '\t';
}
