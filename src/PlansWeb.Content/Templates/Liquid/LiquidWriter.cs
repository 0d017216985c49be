using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Gathers the output, up to a limit, and knows where its last line stands: HTML that a shortcode writes must begin a Markdown block
/// without moving more lines than needed.
/// </summary>
/// <param name="limit">Most characters.</param>
internal sealed class LiquidWriter(int limit) : StringWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _indent = new();
    private char _firstOfLine;
    private char _firstOfPreviousLine;
    private int _missingBreaks;
    private int _lastBreaks = 2;

    /// <inheritdoc/>
    public override void Write(char value) => Put(value);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > limit - GetStringBuilder().Length)
        {
            throw new LiquidLimitException($"ses balises produisent plus de {limit} caractères");
        }

        foreach (var c in buffer)
        {
            Put(c);
        }
    }

    /// <summary>The next text stands after a blank line; where one comes anyway, nothing is added.</summary>
    public void RequireBlankLine() => _missingBreaks = Math.Max(0, 2 - _lastBreaks);

    /// <summary>
    /// Writes HTML as a block of its own. Inside other HTML nothing is added around it: a blank line would end that HTML,
    /// and Markdown would take what follows, when it is indented, for code.
    /// </summary>
    public void WriteBlock(string html)
    {
        var isInHtml = _firstOfLine == '<' || (_firstOfLine == '\0' && _firstOfPreviousLine == '<');
        if (_firstOfLine == '\0')
        {
            // Four spaces, or a tab, would make it code.
            _indent.Clear();
        }
        else if (!isInHtml)
        {
            RequireBlankLine();
        }

        Write(html);
        if (!isInHtml)
        {
            RequireBlankLine();
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        GetStringBuilder().Append(_indent);
        _indent.Clear();
        return base.ToString();
    }

    private void Put(char c)
    {
        var output = GetStringBuilder();
        if (c == '\n')
        {
            output.Append(_indent).Append(c);
            _indent.Clear();
            (_firstOfPreviousLine, _firstOfLine) = (_firstOfLine, '\0');
            _missingBreaks = Math.Max(0, _missingBreaks - 1);
            _lastBreaks++;
        }
        else if (c is ' ' or '\t' or '\r')
        {
            (_firstOfLine == '\0' ? _indent : output).Append(c);
        }
        else
        {
            if (_missingBreaks > 0)
            {
                output.Append('\n', _missingBreaks);
                (_missingBreaks, _firstOfPreviousLine, _firstOfLine) = (0, '\0', '\0');
            }

            output.Append(_indent).Append(c);
            _indent.Clear();
            _lastBreaks = 0;
            _firstOfLine = _firstOfLine == '\0' ? c : _firstOfLine;
        }
    }
}
