using System.Text;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>
/// markdown-it's <c>replacements</c> as of version 13: <c>(c)</c>, <c>(r)</c>, <c>(tm)</c>, <c>+-</c>, ellipses, dashes, and marks repeated
/// too often. Each expression runs in time that grows with the text: it has no choice to go back to.
/// </summary>
internal static partial class Replacements
{
    /// <summary>The text with its replacements.</summary>
    public static string Apply(string text)
    {
        if (text.Contains('('))
        {
            text = Scoped().Replace(text, static match => match.ValueSpan[1] switch
            {
                'c' or 'C' => "©",
                'r' or 'R' => "®",
                _ => "™",
            });
        }

        if (!Rare().IsMatch(text))
        {
            return text;
        }

        text = text.Replace("+-", "±", StringComparison.Ordinal);
        text = Dots().Replace(text, "…");
        text = MarkAndEllipsis().Replace(text, "$1..");
        text = ManyMarks().Replace(text, "$1$1$1");
        text = Commas().Replace(text, ",");
        return Dashes(text);
    }

    // --- between other characters is an em dash; -- an en dash, with spaces on both sides or on none. Longer rows stay.
    private static string Dashes(string text)
    {
        if (!text.Contains("--", StringComparison.Ordinal))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            while (i + length < text.Length && text[i + length] == '-')
            {
                length++;
            }

            if (length == 0)
            {
                builder.Append(text[i++]);
                continue;
            }

            builder.Append(length switch
            {
                3 => "—",
                2 when IsEnDash(text, i) => "–",
                _ => new string('-', length),
            });
            i += length;
        }

        return builder.ToString();
    }

    private static bool IsEnDash(string text, int start)
    {
        var atStart = start == 0;
        var atEnd = start + 2 == text.Length;
        var spaceBefore = !atStart && char.IsWhiteSpace(text[start - 1]);
        var spaceAfter = !atEnd && char.IsWhiteSpace(text[start + 2]);
        return ((atStart || spaceBefore) && (atEnd || spaceAfter)) || ((atStart || !spaceBefore) && (atEnd || !spaceAfter));
    }

    [GeneratedRegex(@"\((?:c|tm|r)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scoped();

    [GeneratedRegex(@"\+-|\.\.|\?\?\?\?|!!!!|,,|--")]
    private static partial Regex Rare();

    [GeneratedRegex(@"\.{2,}")]
    private static partial Regex Dots();

    [GeneratedRegex("([?!])…")]
    private static partial Regex MarkAndEllipsis();

    [GeneratedRegex("([?!]){4,}")]
    private static partial Regex ManyMarks();

    [GeneratedRegex(",{2,}")]
    private static partial Regex Commas();
}
