namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>Reads host names in running text: linkify-it's <c>src_host</c>, <c>src_port</c> and <c>src_host_terminator</c>.</summary>
/// <remarks>
/// Its patterns may step back, but what must follow a host (<see cref="EndsHost"/>) leaves one possible end only: the longest one. So
/// one pass forward gives the same answer, in time that grows with the length.
/// </remarks>
internal static class HostScanner
{
    private const int MaximumLabel = 63;

    /// <summary>Reads the longest host name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the host must begin.</param>
    /// <param name="labels">Number of labels between dots.</param>
    /// <param name="lastLabel">Where the last label begins.</param>
    /// <returns>The index after the host, or -1 when there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, out int labels, out int lastLabel)
    {
        labels = 0;
        lastLabel = start;
        var end = -1;
        for (var at = start; ;)
        {
            var labelEnd = ReadLabel(text, at);
            if (labelEnd < 0)
            {
                return end;
            }

            labels++;
            lastLabel = at;
            end = labelEnd;
            if (labelEnd + 1 >= text.Length || text[labelEnd] != '.')
            {
                return end;
            }

            at = labelEnd + 1;
        }
    }

    /// <summary>Whether a host, and its port if any, may end here: what follows must not look like more of it.</summary>
    public static bool EndsHost(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var c = text[end];
        if ((!LinkChars.IsSeparator(c) && !LinkChars.IsSpacePunctuationOrControl(c)) || c is '-' or '_')
        {
            return false;
        }

        var next = end + 1 < text.Length ? text[end + 1] : ' ';
        return c switch
        {
            ':' => !char.IsAsciiDigit(next),
            '.' => next != '-' && LinkChars.IsSpacePunctuationOrControl(next),
            _ => true,
        };
    }

    /// <summary>The index after a port, <c>:8080</c>, or <paramref name="start"/> when none stands there.</summary>
    public static int SkipPort(ReadOnlySpan<char> text, int start)
    {
        if (start + 1 >= text.Length || text[start] != ':')
        {
            return start;
        }

        var digits = text[(start + 1)..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length - start - 1 : digits;
        return digits is >= 1 and <= 5 && int.Parse(text.Slice(start + 1, digits), provider: null) <= ushort.MaxValue
            ? start + 1 + digits
            : start;
    }

    /// <summary>The index after <c>user:password@</c>, or <paramref name="start"/> when none stands there.</summary>
    public static int SkipUser(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '@')
            {
                return i > start ? i + 1 : start;
            }

            if (c is '/' or '[' or ']' or '(' or ')' || LinkChars.IsSpaceOrControl(c))
            {
                return start;
            }
        }

        return start;
    }

    // A label begins and ends with a letter, a digit or a symbol, and may hold hyphens between.
    private static int ReadLabel(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= MaximumLabel && (text[end] == '-' || LinkChars.IsPseudoLetter(text[end])))
        {
            end++;
        }

        return end == start || end - start > MaximumLabel || text[start] == '-' || text[end - 1] == '-' ? -1 : end;
    }
}
