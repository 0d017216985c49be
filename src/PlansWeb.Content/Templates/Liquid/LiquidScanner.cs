using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Finds the tokens of a body, in one pass and in time that grows with its length. Liquid does not know Markdown: braces inside code spans and
/// fences are tokens too, as in Eleventy; only <c>{% raw %}</c> protects.
/// </summary>
internal sealed class LiquidScanner(string body)
{
    private readonly List<LiquidToken> _tokens = [];

    // The next closing delimiter at or after the last place asked. Without this memory a body of opening braces would be read to its end for each.
    private int _nextOutputEnd = -1;
    private int _nextTagEnd = -1;
    private int _nextCommentEnd = -1;

    /// <summary>Whether a body has anything to find. Most have not.</summary>
    public static bool HasTokens(string body) =>
        body.Contains("{{", StringComparison.Ordinal) || body.Contains("{%", StringComparison.Ordinal)
        || (body.Contains("{#", StringComparison.Ordinal) && body.Contains("#}", StringComparison.Ordinal));

    /// <summary>The tokens, in order.</summary>
    /// <exception cref="LiquidLimitException">There are too many.</exception>
    public IReadOnlyList<LiquidToken> Scan()
    {
        var position = 0;
        while (position < body.Length - 1)
        {
            var brace = body.IndexOf('{', position);
            if (brace < 0 || brace == body.Length - 1)
            {
                break;
            }

            position = body[brace + 1] switch
            {
                '{' => ReadOutput(brace),
                '%' => ReadTag(brace),
                '#' => ReadNunjucksComment(brace),
                _ => brace + 1,
            };
            if (_tokens.Count > LiquidLimits.Tokens)
            {
                throw new LiquidLimitException($"la page a plus de {LiquidLimits.Tokens} balises");
            }
        }

        return _tokens;
    }

    private int ReadOutput(int start)
    {
        var end = NextEnd("}}", start + 2, ref _nextOutputEnd);
        if (end < 0)
        {
            return Unclosed(start);
        }

        var inner = body.AsSpan(start + 2, end - start - 2);
        var nested = inner.IndexOf("{{", StringComparison.Ordinal);
        if (nested >= 0 && !IsQuoted(inner[..nested]))
        {
            return Unclosed(start);
        }

        var content = TrimDashes(inner, out var left, out var right);
        _tokens.Add(new LiquidToken(LiquidTokenKind.Output, start, end + 2, "", content.ToString(), left, right));
        return end + 2;
    }

    private int ReadTag(int start)
    {
        if (TagAt(start) is not { } tag)
        {
            return Unclosed(start);
        }

        switch (tag.Name)
        {
            case "raw" or "verbatim":
                return ReadRegion(tag, LiquidTokenKind.Raw, nests: false);
            case "comment":
                return ReadRegion(tag, LiquidTokenKind.Comment, nests: true);
            default:
                _tokens.Add(tag.Name == "#" ? tag with { Kind = LiquidTokenKind.Comment } : tag);
                return tag.End;
        }
    }

    private int ReadRegion(LiquidToken open, LiquidTokenKind kind, bool nests)
    {
        var depth = 1;
        var position = open.End;
        while (body.IndexOf("{%", position, StringComparison.Ordinal) is var start and >= 0 && TagAt(start) is { } tag)
        {
            if (nests && tag.Name == open.Name)
            {
                depth++;
            }
            else if (tag.Name.Length == open.Name.Length + 3 && tag.Name.StartsWith("end", StringComparison.Ordinal)
                && tag.Name.EndsWith(open.Name, StringComparison.Ordinal) && --depth == 0)
            {
                var content = kind == LiquidTokenKind.Raw ? Inside(open, tag) : "";
                _tokens.Add(new LiquidToken(kind, open.Start, tag.End, open.Name, content, open.TrimLeft, tag.TrimRight));
                return tag.End;
            }

            // A tag that is not the end may hide the end of another: `{% raw %}{% x {% endraw %}`.
            position = start + 2;
        }

        _tokens.Add(open with { Kind = LiquidTokenKind.UnclosedRegion });
        return body.Length;
    }

    private string Inside(LiquidToken open, LiquidToken close)
    {
        var inner = body.AsSpan(open.End, close.Start - open.End);
        if (open.TrimRight)
        {
            inner = inner.TrimStart();
        }

        return (close.TrimLeft ? inner.TrimEnd() : inner).ToString();
    }

    // White space after the mark tells a comment from Markdown's `{#id}`.
    private int ReadNunjucksComment(int start)
    {
        if (start + 2 >= body.Length || !char.IsWhiteSpace(body[start + 2]) || NextEnd("#}", start + 3, ref _nextCommentEnd) is not (>= 0 and var end))
        {
            return start + 2;
        }

        _tokens.Add(new LiquidToken(LiquidTokenKind.NunjucksComment, start, end + 2, "", "", false, false));
        return end + 2;
    }

    private LiquidToken? TagAt(int start)
    {
        var end = NextEnd("%}", start + 2, ref _nextTagEnd);
        if (end < 0)
        {
            return null;
        }

        var content = TrimDashes(body.AsSpan(start + 2, end - start - 2), out var left, out var right);
        var length = 0;
        while (length < content.Length && (char.IsLetterOrDigit(content[length]) || content[length] is '_' or '-'))
        {
            length++;
        }

        if (length == 0 && content.StartsWith('#'))
        {
            length = 1;
        }

        return new LiquidToken(
            LiquidTokenKind.Tag, start, end + 2, content[..length].ToString(), content[length..].Trim().ToString(), left, right);
    }

    private int Unclosed(int start)
    {
        _tokens.Add(new LiquidToken(LiquidTokenKind.Unclosed, start, start + 2, "", "", false, false));
        return start + 2;
    }

    private int NextEnd(string delimiter, int from, ref int known)
    {
        if (known < from && known != int.MaxValue)
        {
            var found = body.IndexOf(delimiter, from, StringComparison.Ordinal);
            known = found < 0 ? int.MaxValue : found;
        }

        return known == int.MaxValue ? -1 : known;
    }

    private static bool IsQuoted(ReadOnlySpan<char> before)
    {
        var quote = '\0';
        foreach (var c in before)
        {
            if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
            }
        }

        return quote != '\0';
    }

    private static ReadOnlySpan<char> TrimDashes(ReadOnlySpan<char> inner, out bool left, out bool right)
    {
        left = inner.StartsWith('-');
        inner = left ? inner[1..] : inner;
        right = inner.EndsWith('-');
        return (right ? inner[..^1] : inner).Trim();
    }
}
