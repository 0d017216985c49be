using System.Text;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Reads the arguments of a shortcode as people write them for Liquid (<c>"a" "b"</c>) and for Nunjucks (<c>"a", titre="b"</c>),
/// and writes them as Fluid reads them.
/// </summary>
internal static class ShortcodeArguments
{
    /// <summary>The arguments, each after a comma; nothing when there are none.</summary>
    public static string Normalise(string content)
    {
        var normal = new StringBuilder();
        var position = 0;
        while (position < content.Length)
        {
            var c = content[position];
            if (char.IsWhiteSpace(c) || c == ',')
            {
                position++;
                continue;
            }

            var end = EndOfWord(content, position);
            normal.Append(", ").Append(content, position, end - position);
            position = end;
            var next = SkipSpace(content, position);
            if (next < content.Length && content[next] is '=' or ':' && c is not ('"' or '\''))
            {
                position = SkipSpace(content, next + 1);
                end = EndOfWord(content, position);
                normal.Append(": ").Append(content, position, end - position);
                position = end;
            }
        }

        return normal.ToString();
    }

    private static int EndOfWord(string content, int start)
    {
        if (start < content.Length && content[start] is '"' or '\'')
        {
            var close = content.IndexOf(content[start], start + 1);
            return close < 0 ? content.Length : close + 1;
        }

        var end = start;
        while (end < content.Length && !char.IsWhiteSpace(content[end]) && content[end] is not (',' or '=' or ':'))
        {
            end++;
        }

        // A lone sign is a word too, so that reading goes on.
        return end == start && start < content.Length ? start + 1 : end;
    }

    private static int SkipSpace(string content, int position)
    {
        while (position < content.Length && char.IsWhiteSpace(content[position]))
        {
            position++;
        }

        return position;
    }
}
