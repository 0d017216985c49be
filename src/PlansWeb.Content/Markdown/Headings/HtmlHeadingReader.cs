using System.Net;
using System.Text;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Markdown.Headings;

/// <summary>
/// Finds ids, and headings that have one, in raw HTML: enough for a table of contents, no HTML parser. What it cannot read it leaves out.
/// </summary>
internal static class HtmlHeadingReader
{
    /// <summary>The ids of all elements, in order.</summary>
    public static IEnumerable<string> Ids(string html)
    {
        for (var tag = NextTag(html, 0); tag is var (start, end) && start >= 0; tag = NextTag(html, end))
        {
            if (Id(html[start..end]) is { } id)
            {
                yield return id;
            }
        }
    }

    /// <summary>The headings that have an id, in order.</summary>
    public static IEnumerable<Heading> Headings(string html)
    {
        // Levels whose closing tag is not in the rest of the text: looking again would cost the square of their number.
        var unclosed = 0;
        for (var tag = NextTag(html, 0); tag is var (start, end) && start >= 0; tag = NextTag(html, end))
        {
            var level = Level(html, start);
            if (level == 0 || (unclosed & (1 << level)) != 0 || Id(html[start..end]) is not { } id)
            {
                continue;
            }

            var close = html.IndexOf($"</h{level}", end, StringComparison.OrdinalIgnoreCase);
            if (close < 0)
            {
                unclosed |= 1 << level;
            }
            else if (ToText(html[end..close]) is { Length: > 0 } text)
            {
                yield return new Heading(level, id, text);
            }
        }
    }

    /// <summary>HTML without its tags, entities resolved, white space collapsed.</summary>
    public static string ToText(string html)
    {
        var builder = new StringBuilder(html.Length);
        var at = 0;
        for (var tag = NextTag(html, 0); tag is var (start, end) && start >= 0; tag = NextTag(html, end))
        {
            builder.Append(html, at, start - at);
            at = end;
        }

        builder.Append(html, at, html.Length - at);
        return HeadingText.Collapse(WebUtility.HtmlDecode(builder.ToString()));
    }

    private static int Level(string html, int start) =>
        start + 3 < html.Length && html[start + 1] is 'h' or 'H' && html[start + 2] is >= '1' and <= '6' && !char.IsAsciiLetterOrDigit(html[start + 3])
            ? html[start + 2] - '0'
            : 0;

    // From « < » to after « > »; comments are passed over.
    private static (int Start, int End) NextTag(string html, int from)
    {
        var start = html.IndexOf('<', from);
        if (start < 0)
        {
            return (-1, -1);
        }

        var isComment = html.AsSpan(start).StartsWith("<!--");
        var end = isComment ? html.IndexOf("-->", start, StringComparison.Ordinal) + 2 : html.IndexOf('>', start);
        return end <= start ? (-1, -1) : (start, end + 1);
    }

    private static string? Id(string tag)
    {
        if (tag.StartsWith("<!", StringComparison.Ordinal) || tag.StartsWith("</", StringComparison.Ordinal))
        {
            return null;
        }

        for (var at = tag.IndexOf("id", StringComparison.OrdinalIgnoreCase); at > 0; at = tag.IndexOf("id", at + 2, StringComparison.OrdinalIgnoreCase))
        {
            if (char.IsWhiteSpace(tag[at - 1]) && Value(tag.AsSpan(at + 2)) is { Length: > 0 } id)
            {
                return id;
            }
        }

        return null;
    }

    private static string? Value(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.IsEmpty || text[0] != '=')
        {
            return null;
        }

        text = text[1..].TrimStart();
        if (text.Length > 1 && text[0] is '"' or '\'')
        {
            var close = text[1..].IndexOf(text[0]);
            return close < 0 ? null : WebUtility.HtmlDecode(text.Slice(1, close).ToString());
        }

        var end = text.IndexOfAny(" \t\r\n>");
        return end < 0 ? null : text[..end].ToString();
    }
}
