namespace PlansWeb.Content.FrontMatter;

/// <summary>Turns byte offsets, asked in rising order, into lines and columns as an editor's program counts them.</summary>
/// <param name="bytes">The text in UTF-8.</param>
/// <param name="firstLine">Line of the file on which it begins.</param>
internal sealed class JsonPositions(byte[] bytes, int firstLine)
{
    private int _offset;
    private int _line = firstLine;
    private int _column = 1;

    /// <summary>Line and column, from 1, of a byte that is not before the one asked last.</summary>
    public (int Line, int Column) At(long offset)
    {
        for (; _offset < offset && _offset < bytes.Length; _offset++)
        {
            var current = bytes[_offset];
            if (current == '\n')
            {
                _line++;
                _column = 1;
            }
            else if ((current & 0xC0) != 0x80)
            {
                // Four bytes are two UTF-16 units, which is what programs count.
                _column += current >= 0xF0 ? 2 : 1;
            }
        }

        return (_line, _column);
    }
}
