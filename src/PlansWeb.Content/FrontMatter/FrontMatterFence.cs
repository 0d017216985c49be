using PlansWeb.Content.FrontMatter.Yaml;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.FrontMatter;

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

    /// <summary>Where front matter without closing line ends, and where the body begins: at the first line that cannot be a key.</summary>
    public static (int DataEnd, int BodyStart) GuessEnd(string text, int start)
    {
        var mayHaveChildren = false;
        while (start < text.Length)
        {
            var lineEnd = text.IndexOf('\n', start);
            var next = lineEnd < 0 ? text.Length : lineEnd + 1;
            var line = text[start..next].TrimEnd();
            if (line.Length > 0 && line.AsSpan().Trim().IndexOfAnyExcept("-—–−.") < 0 && !(line == "-" && mayHaveChildren))
            {
                return (start, next);
            }

            var split = YamlLine.Split(line);
            var isChild = mayHaveChildren && (split.Indent > 0 || split.IsItem);
            if (line.Length == 0 || !(isChild || IsKey(split)))
            {
                break;
            }

            // A list or a deeper line belongs to a key; the lines below a key with a value of its own are its continuation.
            mayHaveChildren = true;
            start = next;
        }

        return (start, start);
    }

    /// <summary>Whether the first line that is not empty is no key.</summary>
    public static bool BeginsText(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        var end = rest.IndexOf('\n');
        return !rest.IsEmpty && !IsKey(YamlLine.Split((end < 0 ? rest : rest[..end]).TrimEnd().ToString()));
    }

    private static bool IsKey(YamlLine line) =>
        line is { HasKey: true, Indent: 0, IsItem: false } && !line.Key.IsEmpty && !line.Key.ContainsAnyExcept(Whitespace.AnchorCharacters);
}
