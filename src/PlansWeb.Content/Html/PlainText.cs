using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Html;

/// <summary>
/// Takes the text out of rendered HTML, in one pass and without a tree: blocks on lines of their own, white space folded. What it makes
/// is read by the encoder again where it is shown, so a tag that it misjudges costs a word, never more.
/// </summary>
internal static partial class PlainText
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("<& \t\r\n\f");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A fragment without the drawings of charts, which say what the tables beside them say.</summary>
    public static string WithoutDrawings(string html) => Drawing().Replace(html, "");

    /// <summary>Appends the text of a fragment.</summary>
    /// <param name="html">The fragment.</param>
    /// <param name="text">Where the text goes.</param>
    /// <param name="limit">The length at which reading ends.</param>
    public static void Append(ReadOnlySpan<char> html, StringBuilder text, int limit = int.MaxValue)
    {
        var i = 0;
        while (i < html.Length && text.Length < limit)
        {
            var run = html[i..].IndexOfAny(s_special);
            if (run != 0)
            {
                run = run < 0 ? html.Length - i : run;
                text.Append(html.Slice(i, run));
                i += run;
                continue;
            }

            i += html[i] switch
            {
                '<' => Tag(html[i..], text),
                '&' => Entity(html[i..], text),
                _ => Break(text, ' '),
            };
        }
    }

    [GeneratedRegex("<svg class=\"site-chart\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    // A break of one character; a line break wins over a space.
    private static int Break(StringBuilder text, char kind)
    {
        if (text.Length > 0)
        {
            var last = text[^1];
            if (last == ' ' && kind == '\n')
            {
                text[^1] = '\n';
            }
            else if (last is not (' ' or '\n'))
            {
                text.Append(kind);
            }
        }

        return 1;
    }

    private static int Tag(ReadOnlySpan<char> html, StringBuilder text)
    {
        if (html.StartsWith("<!--"))
        {
            var end = html.IndexOf("-->");
            return end < 0 ? html.Length : end + 3;
        }

        var nameStart = html.Length > 1 && html[1] == '/' ? 2 : 1;
        var nameLength = 0;
        while (nameStart + nameLength < html.Length && char.IsAsciiLetterOrDigit(html[nameStart + nameLength]))
        {
            nameLength++;
        }

        if (nameLength == 0)
        {
            // A « < » that opens nothing.
            text.Append('<');
            return 1;
        }

        var name = html.Slice(nameStart, nameLength);
        var length = EndOfTag(html);
        if (nameStart == 1 && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
        {
            var close = html[length..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
            length = close < 0 ? html.Length : length + close;
        }

        if (!s_inline.Contains(name))
        {
            Break(text, '\n');
        }

        return length;
    }

    // A « > » in a quoted attribute does not end the tag.
    private static int EndOfTag(ReadOnlySpan<char> html)
    {
        for (var i = 1; i < html.Length; i++)
        {
            switch (html[i])
            {
                case '>':
                    return i + 1;
                case '"' or '\'':
                    var close = html[(i + 1)..].IndexOf(html[i]);
                    if (close < 0)
                    {
                        return html.Length;
                    }

                    i += close + 1;
                    break;
            }
        }

        return html.Length;
    }

    private static int Entity(ReadOnlySpan<char> html, StringBuilder text)
    {
        const int LongestEntity = 32;
        var end = html[..Math.Min(html.Length, LongestEntity)].IndexOf(';');
        if (end < 0)
        {
            text.Append('&');
            return 1;
        }

        text.Append(WebUtility.HtmlDecode(html[..(end + 1)].ToString()));
        return end + 1;
    }
}
