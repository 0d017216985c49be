namespace PlansWeb.Content.Diagnostics;

/// <summary>
/// Turns offsets into lines and columns and back, as editors' programs count them: both from 1, columns in UTF-16 units. A form feed and Unicode's
/// own separators end no line. Made once where several are asked; the static members answer one.
/// </summary>
/// <param name="text">The text, lines ended by <c>\n</c> or <c>\r\n</c>.</param>
internal sealed class TextPositions(string text)
{
    private readonly string _text = text;
    private readonly List<int> _starts = Starts(text);

    /// <summary>How many lines there are.</summary>
    public int Lines => _starts.Count;

    /// <summary>Line and column of an offset.</summary>
    public (int Line, int Column) At(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found + 1 : ~found;
        return (line, offset - _starts[line - 1] + 1);
    }

    /// <summary>A line without its break; <see langword="null"/> where there is none.</summary>
    public string? LineAt(int line) =>
        line < 1 || line > Lines ? null : _text[_starts[line - 1]..(line < Lines ? _starts[line] : _text.Length)].TrimEnd('\r', '\n');

    /// <summary>Line and column of an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">The offset in it.</param>
    /// <param name="firstLine">The number of its first line.</param>
    public static (int Line, int Column) Of(ReadOnlySpan<char> text, int offset, int firstLine = 1)
    {
        var before = text[..offset];
        return (firstLine + before.Count('\n'), offset - before.LastIndexOf('\n'));
    }

    /// <summary>A line without its break; <see langword="null"/> where there is none. A carriage return alone ends a line too.</summary>
    public static string? LineAt(ReadOnlySpan<char> text, int line)
    {
        for (var current = 1; current < line; current++)
        {
            var end = text.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return null;
            }

            text = text[(end + (text[end..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1))..];
        }

        var length = text.IndexOfAny('\r', '\n');
        return line < 1 ? null : (length < 0 ? text : text[..length]).ToString();
    }

    private static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts;
    }
}
