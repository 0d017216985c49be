using System.Net;

namespace PlansWeb.Content.Markdown.Headings;

/// <summary>
/// Finds ids in raw HTML, so that those of headings are not given twice. They must be known before the page is written, and parsed: this is no
/// parser, and what it cannot read it leaves out.
/// </summary>
internal static class RawIds
{
    /// <summary>The ids of all elements, in order.</summary>
    public static IEnumerable<string> Of(string html)
    {
        for (var tag = NextTag(html, 0); tag is var (start, end) && start >= 0; tag = NextTag(html, end))
        {
            if (Id(html[start..end]) is { } id)
            {
                yield return id;
            }
        }
    }

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
