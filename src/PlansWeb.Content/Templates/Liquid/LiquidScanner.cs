namespace PlansWeb.Content.Templates.Liquid;

/// <summary>What stands between two delimiters of a body.</summary>
/// <param name="Name">What it is: the name of a tag, or one of the marks below. <c>raw</c> and <c>comment</c> hold all up to their end.</param>
/// <param name="Start">Offset of the first brace.</param>
/// <param name="End">Offset after the last brace.</param>
/// <param name="Content">The expression, the tag's arguments, or the text that <c>raw</c> protects.</param>
/// <param name="TrimLeft">The opening delimiter has a dash: white space before it goes.</param>
/// <param name="TrimRight">The closing delimiter has a dash: white space after it goes.</param>
internal readonly record struct LiquidToken(string Name, int Start, int End, string Content = "", bool TrimLeft = false, bool TrimRight = false)
{
    /// <summary><c>{{ … }}</c>.</summary>
    public const string Output = "{{";

    /// <summary><c>{# … #}</c>, which only Nunjucks knows.</summary>
    public const string NunjucksComment = "{#";

    /// <summary>An opening delimiter without its closing one; it is the content.</summary>
    public const string Unclosed = "{";

    /// <summary><c>raw</c> or <c>comment</c> without its end: the content says which.</summary>
    public const string UnclosedRegion = "{%";
}

/// <summary>
/// Finds the tokens of a body, in one pass and in time that grows with its length. Liquid does not know Markdown: braces inside code spans and
/// fences are tokens too, as in Eleventy; only <c>{% raw %}</c> protects.
/// </summary>
internal sealed class LiquidScanner(string body)
{
    // The next closing delimiter at or after the last place asked. Without this memory a body of opening braces would be read to its end for each.
    private readonly Dictionary<string, int> _ends = new(StringComparer.Ordinal);

    /// <summary>Whether a body has anything to find. Most have not.</summary>
    public static bool HasTokens(string body) =>
        body.Contains("{{", StringComparison.Ordinal) || body.Contains("{%", StringComparison.Ordinal)
        || (body.Contains("{#", StringComparison.Ordinal) && body.Contains("#}", StringComparison.Ordinal));

    /// <summary>The tokens, in order.</summary>
    /// <exception cref="LiquidLimitException">There are too many.</exception>
    public IReadOnlyList<LiquidToken> Scan()
    {
        var tokens = new List<LiquidToken>();
        for (var at = body.IndexOf('{', StringComparison.Ordinal); at >= 0; at = body.IndexOf('{', at))
        {
            if (Read(at) is not { } token)
            {
                at++;
                continue;
            }

            token = token.Name is "raw" or "verbatim" or "comment" ? Region(token) : token;
            tokens.Add(token);
            at = token.End;
            if (tokens.Count > LiquidLimits.Tokens)
            {
                throw new LiquidLimitException($"la page a plus de {LiquidLimits.Tokens} balises");
            }
        }

        return tokens;
    }

    private LiquidToken? Read(int start)
    {
        // White space after its mark tells a comment from Markdown's `{#id}`.
        var close = body.AsSpan(start + 1) switch { ['{', ..] => "}}", ['%', ..] => "%}", ['#', var next, ..] when char.IsWhiteSpace(next) => "#}", _ => null };
        var end = close is null ? -1 : NextEnd(close, start + 2);
        if (close is null or "#}")
        {
            return end < 0 ? null : new LiquidToken(LiquidToken.NunjucksComment, start, end + 2);
        }

        if (end < 0 || (close == "}}" && body.AsSpan(start + 2, end - start - 2).IndexOf("{{") is var nested and >= 0
            && !NunjucksSyntax.EndsInQuotes(body.Substring(start + 2, nested))))
        {
            return new LiquidToken(LiquidToken.Unclosed, start, start + 2, body.Substring(start, 2));
        }

        var inner = body.AsSpan(start + 2, end - start - 2);
        var (left, right) = (inner.StartsWith('-'), inner.Length > 1 && inner.EndsWith('-'));
        var content = inner[(left ? 1 : 0)..(inner.Length - (right ? 1 : 0))].Trim();
        var length = content.StartsWith('#') ? 1 : 0;
        while (length < content.Length && content[0] != '#' && (char.IsLetterOrDigit(content[length]) || content[length] is '_' or '-'))
        {
            length++;
        }

        return close == "}}"
            ? new LiquidToken(LiquidToken.Output, start, end + 2, content.ToString(), left, right)
            : new LiquidToken(content[..length].ToString(), start, end + 2, content[length..].Trim().ToString(), left, right);
    }

    private LiquidToken Region(LiquidToken open)
    {
        var (depth, close) = (1, "end" + open.Name);

        // A tag that is not the end may hide the end of another: `{% raw %}{% x {% endraw %}`.
        for (var at = open.End; (at = body.IndexOf("{%", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            var tag = Read(at)!.Value;
            depth += tag.Name == close ? -1 : open.Name == "comment" && tag.Name == open.Name ? 1 : 0;
            if (depth == 0)
            {
                var inner = body.AsSpan(open.End, tag.Start - open.End);
                inner = open.TrimRight ? inner.TrimStart() : inner;
                inner = tag.TrimLeft ? inner.TrimEnd() : inner;
                return open with { Name = open.Name == "comment" ? open.Name : "raw", End = tag.End, Content = inner.ToString(), TrimRight = tag.TrimRight };
            }
        }

        return new LiquidToken(LiquidToken.UnclosedRegion, open.Start, body.Length, open.Name);
    }

    private int NextEnd(string delimiter, int from)
    {
        var known = _ends.GetValueOrDefault(delimiter, -1);
        if (known < from && known != int.MaxValue)
        {
            var found = body.IndexOf(delimiter, from, StringComparison.Ordinal);
            _ends[delimiter] = known = found < 0 ? int.MaxValue : found;
        }

        return known == int.MaxValue ? -1 : known;
    }
}
