namespace PlansWeb.Loading.Data;

/// <summary>
/// Where front matter stands in a file, as gray-matter 4.0.3 (index.js, the old site's generator uses it) tells it: the file begins with
/// <c>---</c>, a fourth dash means that there is none, and the first line that begins with <c>---</c> closes it.
/// </summary>
/// <param name="Language">What follows the opening dashes on their line: empty, <c>yaml</c>, <c>json</c>.</param>
/// <param name="DataStart">Where the data begin: on the line after the opening one.</param>
/// <param name="DataEnd">Where the data end.</param>
/// <param name="BodyStart">Where the body begins; the end of the text when nothing closes the front matter.</param>
/// <param name="IsClosed">Whether a closing line was found.</param>
internal readonly record struct FrontMatterFence(string Language, int DataStart, int DataEnd, int BodyStart, bool IsClosed)
{
    private const string Dashes = "---";

    /// <summary>Finds the front matter, or <see langword="null"/> when the file has none.</summary>
    /// <param name="text">The whole file, without byte order mark.</param>
    public static FrontMatterFence? Find(string text)
    {
        if (!text.StartsWith(Dashes, StringComparison.Ordinal) || (text.Length > 3 && text[3] == '-'))
        {
            return null;
        }

        var lineEnd = text.IndexOf('\n', 3);
        if (lineEnd < 0)
        {
            return new FrontMatterFence(text[3..].Trim(), text.Length, text.Length, text.Length, IsClosed: false);
        }

        var language = text.AsSpan(3, lineEnd - 3).Trim();
        var name = language.IsEmpty ? "" : language.ToString();
        var start = lineEnd + 1;
        var close = text.IndexOf("\n" + Dashes, lineEnd, StringComparison.Ordinal);
        if (close < 0)
        {
            return new FrontMatterFence(name, start, text.Length, text.Length, IsClosed: false);
        }

        // One line break after the dashes belongs to them; anything else on their line is body.
        var body = close + 1 + Dashes.Length;
        if (body < text.Length && text[body] == '\r')
        {
            body++;
        }

        if (body < text.Length && text[body] == '\n')
        {
            body++;
        }

        return new FrontMatterFence(name, start, Math.Max(start, close + 1), body, IsClosed: true);
    }
}
