using System.Globalization;
using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Makes a body fit for Fluid, whose parser refuses a whole page for one tag that it does not know: what only Nunjucks understands is dropped,
/// what nobody understands is kept as text, and the rest is served.
/// </summary>
internal sealed class LiquidPreparer(string body, LiquidGrammar grammar, LiquidFilters filters, LiquidReporter reporter)
{
    private readonly List<string> _literals = [];
    private readonly StringBuilder _source = new();
    private readonly LineKeeper _lines = new();
    private int _depth;

    // Offset up to which white space was already counted as trimmed, for a stretch of it between two dashes.
    private int _trimmed;

    /// <summary>The body made fit, or <see langword="null"/> when it has no tokens or its blocks do not nest: then it stays text.</summary>
    /// <exception cref="LiquidLimitException">The body has too many tokens or too deep blocks.</exception>
    public PreparedBody? Prepare()
    {
        var tokens = WithShortcodes(new LiquidScanner(body).Scan());
        var blocks = LiquidBlocks.Pair(tokens);
        if (blocks.Fault is (var at, var problem))
        {
            reporter.Report(
                DiagnosticRules.Liquid, tokens[at].Start, "structure", $"{problem} Le texte de la page est laissé tel quel.",
                "Vérifiez que chaque « {% if %} », « {% for %} » ou « {% raw %} » a sa balise de fin, dans le bon ordre.");
            return null;
        }

        if (tokens.Count == 0)
        {
            return null;
        }

        var judge = new TokenJudge(body, grammar, filters, reporter);
        Write(tokens, blocks, judge.Judge(tokens, blocks));
        return new PreparedBody(_source.ToString(), _literals, judge.Variables, judge.Filters, judge.Silent, tokens[0].Start);
    }

    // The tag of eleventy-plugin-syntaxhighlight takes bare words, in Liquid alone: `{% highlight js 0 2 %}`.
    private static string Quoted(string words) => words.AsSpan().IndexOfAny('\'', '"') >= 0 ? words : $"'{words.Trim()}'";

    // Of any name, a shortcode of the project is one tag to Fluid.
    private IReadOnlyList<LiquidToken> WithShortcodes(IReadOnlyList<LiquidToken> tokens) => filters.Shortcodes.Count + filters.PairedShortcodes.Count == 0 ? tokens
        : [.. tokens.Select(token => token.Kind != LiquidTokenKind.Tag ? token
            : filters.PairedShortcodes.Contains(token.Name) ? token with { Name = LiquidTags.PairedShortcode, Content = $"'{token.Name}' {(token.Name == "highlight" ? Quoted(token.Content) : token.Content)}" }
            : LiquidTags.EndedBy(token.Name) is { } ended && filters.PairedShortcodes.Contains(ended) ? token with { Name = "end" + LiquidTags.PairedShortcode }
            : filters.Shortcodes.Contains(token.Name) ? token with { Name = LiquidTags.Shortcode, Content = $"'{token.Name}' {token.Content}" }
            : token)];

    private void Write(IReadOnlyList<LiquidToken> tokens, LiquidBlocks blocks, Fate[] fates)
    {
        var position = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var (token, fate) = (tokens[i], fates[i]);
            if (fate != Fate.Kept && blocks.EndOf(i) is var end and >= 0 && TokenJudge.SwallowsContent(token))
            {
                token = token with { End = tokens[end].End, TrimRight = tokens[end].TrimRight };
                i = end;
            }

            var (start, after) = IsForeign(token, fate) ? WholeLine(token, position) : (token.Start, token.End);
            _lines.Append(body.AsSpan(position, start - position), _depth == 0, _trimmed > position, _source);
            WriteToken(token, fate);
            if (_depth == 0 && fate != Fate.Literal)
            {
                Owe(token, position);
                _lines.Owe(body.AsSpan(token.End..after).Count('\n'));
            }

            position = after;
        }

        _lines.Append(body.AsSpan(position), _depth == 0, _trimmed > position, _source);
    }

    // What Liquid would have refused: what is left of its line is ours to say.
    private static bool IsForeign(LiquidToken token, Fate fate) =>
        (fate == Fate.Dropped && token.Kind != LiquidTokenKind.Comment) || (token.Kind == LiquidTokenKind.Tag && token.Name == "set");

    /// <summary>
    /// The line of a token that stands alone on it goes with the token, as in Nunjucks with trimBlocks and lstripBlocks. The blank line that it would
    /// leave ends the HTML around it, and Markdown takes what follows, indented, for code.
    /// </summary>
    private (int Start, int End) WholeLine(LiquidToken token, int position)
    {
        var before = body.AsSpan(position..token.Start).TrimEnd(" \t").Length + position;
        var after = body.Length - body.AsSpan(token.End).TrimStart(" \t\r").Length;
        var isAlone = (before == 0 || body[before - 1] == '\n') && (after == body.Length || body[after] == '\n');
        return isAlone ? (before, Math.Min(after + 1, body.Length)) : (token.Start, token.End);
    }

    private void WriteToken(LiquidToken token, Fate fate)
    {
        if (fate == Fate.Literal)
        {
            WriteLiteral(Written(token).ToString(), token with { TrimLeft = false, TrimRight = false });
        }
        else if (fate == Fate.Dropped || token.Kind == LiquidTokenKind.Raw)
        {
            WriteLiteral(token.Content.Length > 0 && token.Kind == LiquidTokenKind.Raw ? token.Content : "", token);
        }
        else if (token.Kind == LiquidTokenKind.Output)
        {
            _source.Append(Identifiers.Encode(Written(token).ToString()));
        }
        else
        {
            WriteTag(token);
        }
    }

    private void WriteTag(LiquidToken token)
    {
        var name = LiquidTags.Canonical(token.Name);
        if (LiquidTags.Blocks.Contains(name))
        {
            _depth++;
        }

        var isEnd = LiquidTags.EndedBy(name) is not null;
        _depth -= isEnd ? 1 : 0;
        var tag = token.Name == "set" ? TokenJudge.AsAssign(token)!
            : isEnd || name == "else" ? $"{{% {name} %}}"
            : TokenJudge.Opening(name, token.Content, token.Start);
        if (name == "for" && NunjucksSyntax.TryReadRange(token.Content, out var item, out var range, out var rest))
        {
            // Fluid knows no `else` for the loop over a range: it gets the range by a name.
            tag = $"{{% assign {LiquidTags.Range} = {range} %}}{{% for {item} in {LiquidTags.Range} {rest} %}}";
        }

        tag = Identifiers.Encode(tag);
        _source.Append(token.TrimLeft ? "{%-" : "{%").Append(tag.AsSpan(2, tag.Length - 4)).Append(token.TrimRight ? "-%}" : "%}");
    }

    private void WriteLiteral(string text, LiquidToken token)
    {
        if (text.Length == 0 && !token.TrimLeft && !token.TrimRight)
        {
            // Fluid wants nothing but text between `case` and its first `when`.
            return;
        }

        _source.Append(token.TrimLeft ? "{%- " : "{% ").Append(LiquidTags.Literal).Append(" n")
            .Append(_literals.Count.ToString(CultureInfo.InvariantCulture)).Append(token.TrimRight ? " -%}" : " %}");
        _literals.Add(text);
    }

    private void Owe(LiquidToken token, int previousEnd)
    {
        _lines.Owe(Written(token).Count('\n') - token.Content.AsSpan().Count('\n') * (token.Kind == LiquidTokenKind.Raw ? 1 : 0));
        if (token.TrimLeft)
        {
            var before = body.AsSpan(Math.Max(previousEnd, _trimmed)..token.Start);
            _lines.Owe(before[before.TrimEnd().Length..].Count('\n'));
        }

        if (token.TrimRight)
        {
            var after = body.AsSpan(token.End);
            _trimmed = body.Length - after.TrimStart().Length;
            _lines.Owe(body.AsSpan(token.End.._trimmed).Count('\n'));
        }
    }

    private ReadOnlySpan<char> Written(LiquidToken token) => body.AsSpan(token.Start..token.End);
}

/// <summary>
/// Makes up for line breaks that tags take with them, so that later problems name lines of the file. A break more is harmless only where a blank
/// line stands already and outside of what shows its blank lines (fences, <c>pre</c>) or ends at one (comments): it is added at the first such place.
/// </summary>
internal sealed class LineKeeper
{
    private static readonly (string Open, string Close)[] s_verbatim =
        [("<pre", "</pre"), ("<script", "</script"), ("<style", "</style"), ("<textarea", "</textarea"), ("<!--", "-->")];

    private int _debt;
    private char _fence;
    private string? _closing;

    /// <summary>Line breaks that will not come out.</summary>
    public void Owe(int breaks) => _debt += breaks;

    /// <summary>Appends a text of the body.</summary>
    /// <param name="text">The text between two tokens.</param>
    /// <param name="mayPay">Whether it comes out exactly once: it stands in no block.</param>
    /// <param name="isTrimmed">White space at its beginning will not come out.</param>
    /// <param name="target">Where it goes.</param>
    public void Append(ReadOnlySpan<char> text, bool mayPay, bool isTrimmed, StringBuilder target)
    {
        var lastWritten = text.TrimEnd().Length;
        var comesOut = !isTrimmed;
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf('\n') is var found and >= 0 ? found + 1 : text.Length - start;
            var line = text.Slice(start, length);
            var isBlank = line.IsWhiteSpace();
            if (isBlank && start > 0 && comesOut && _debt > 0 && mayPay && start < lastWritten && _fence == '\0' && _closing is null)
            {
                target.Append('\n', _debt);
                _debt = 0;
            }

            comesOut |= !isBlank;
            Follow(line);
            target.Append(line);
            start += length;
        }
    }

    private void Follow(ReadOnlySpan<char> line)
    {
        if (_closing is not null)
        {
            _closing = line.Contains(_closing, StringComparison.OrdinalIgnoreCase) ? null : _closing;
            return;
        }

        var content = line.TrimStart();
        if (content.StartsWith("```") || content.StartsWith("~~~"))
        {
            _fence = _fence == '\0' ? content[0] : _fence == content[0] ? '\0' : _fence;
            return;
        }

        foreach (var (open, close) in s_verbatim)
        {
            if (_fence == '\0' && line.LastIndexOf(open, StringComparison.OrdinalIgnoreCase) is var at and >= 0
                && !line[at..].Contains(close, StringComparison.OrdinalIgnoreCase))
            {
                _closing = close;
                return;
            }
        }
    }
}
