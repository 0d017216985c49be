using Fluid.Ast;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A body as Fluid renders it.</summary>
/// <param name="Statements">Its texts and tags.</param>
/// <param name="Silent">Names that dropped tags would have made: that they are missing was said already.</param>
internal sealed record LiquidTemplate(IReadOnlyList<Statement> Statements, IReadOnlySet<string> Silent);

/// <summary>
/// Makes statements of a body. Fluid's parser refuses a whole page for one tag that it does not know: here it is given each tag on its own
/// (<see cref="TokenJudge"/>), so that one that cannot be read costs only itself, and what they enclose is put into them.
/// </summary>
internal sealed class LiquidParser(string body, TokenJudge judge, LiquidReporter reporter)
{
    private readonly IReadOnlyList<LiquidToken> _tokens = new LiquidScanner(body).Scan();
    private readonly LineKeeper _lines = new();

    // Of a tag with an end, the next tag of the same block; of an end, itself; of a tag that stands alone, -1.
    private int[] _next = [];
    private int _depth;

    // Up to where the body was read, whether the white space there goes, and how many line breaks went before.
    private int _position;
    private bool _trims;
    private int _cut;

    /// <summary>Parses the body.</summary>
    /// <returns><see langword="null"/> when it has no tokens, or its blocks do not nest: then it stays text.</returns>
    /// <exception cref="LiquidLimitException">The body has too many tokens or too deep blocks.</exception>
    public LiquidTemplate? Parse()
    {
        _next = new int[_tokens.Count];
        Array.Fill(_next, -1);
        PairOthers();
        return _tokens.Count > 0 && PairBlocks() ? new LiquidTemplate(Between(0, _tokens.Count), judge.Silent) : null;
    }

    // Tags that Liquid does not know may stand anyhow: each end belongs to the nearest free tag before it.
    private void PairOthers()
    {
        var open = new Dictionary<string, Stack<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            if (LiquidTags.EndedBy(token.Name) is { } ended)
            {
                if (open.TryGetValue(ended, out var free) && free.TryPop(out var start))
                {
                    (_next[start], _next[i]) = (i, i);
                }
            }
            else if (token.Name is not ("raw" or "comment") && !judge.IsBlock(token.Name) && !NunjucksSyntax.IsInlineSet(token))
            {
                (open.TryGetValue(token.Name, out var free) ? free : open[token.Name] = []).Push(i);
            }
        }
    }

    private bool PairBlocks()
    {
        var open = new Stack<(string Name, int First, int Last)>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            var name = LiquidTags.Canonical(_tokens[i].Name);
            if (name == LiquidToken.UnclosedRegion)
            {
                return Refuse(i, $"La balise {Tag(_tokens[i].Content)} n’a pas de fin.");
            }

            if (name == "macro" && _next[i] >= 0)
            {
                // Its content is dropped with it, and need not be well formed.
                i = _next[i];
                continue;
            }

            if (judge.IsBlock(name))
            {
                open.Push((name, i, i));
                if (open.Count > LiquidLimits.BlockDepth)
                {
                    throw new LiquidLimitException($"plus de {LiquidLimits.BlockDepth} blocs sont imbriqués");
                }

                continue;
            }

            var ended = LiquidTags.EndedBy(name);
            if (!LiquidTags.Dividers.TryGetValue(name, out var divided) && (ended is null || !judge.IsBlock(ended)))
            {
                continue;
            }

            var fault = !open.TryPop(out var block) ? "ne correspond à aucune balise ouverte."
                : (divided is null ? block.Name != ended : !divided.Contains(block.Name)) ? $"ne va pas avec {Tag(block.Name)}, ouverte avant elle."
                : divided is not null && _tokens[block.Last].Name == "else" ? "vient après «\u00a0{% else %}\u00a0»." : null;
            if (fault is not null)
            {
                return Refuse(i, $"La balise {Tag(name)} {fault}");
            }

            if (block.Name == "case" && block.First == block.Last && _tokens.Skip(block.First + 1).Take(i - block.First - 1).Any(token => judge.IsLiquid(token.Name)))
            {
                return Refuse(block.First, $"Entre {Tag("case")} et son premier {Tag("when")}, il y a une autre balise.", "Déplacez-la avant «\u00a0{% case %}\u00a0».");
            }

            _next[block.Last] = i;
            _next[i] = i;
            if (divided is not null)
            {
                open.Push(block with { Last = i });
            }
        }

        return !open.TryPop(out var last) || Refuse(last.First, $"La balise {Tag(last.Name)} n’a pas de fin.");
    }

    private bool Refuse(int token, string problem, string advice = "Vérifiez que chaque «\u00a0{% if %}\u00a0», «\u00a0{% for %}\u00a0» ou «\u00a0{% raw %}\u00a0» a sa balise de fin, dans le bon ordre.")
    {
        reporter.Report(DiagnosticRules.Liquid, _tokens[token].Start, "structure", $"{problem} Le texte de la page est laissé tel quel.", advice);
        return false;
    }

    // The statements from one token to before another, with the text up to that.
    private List<Statement> Between(int from, int to)
    {
        var statements = new List<Statement>();
        for (var i = from; i < to; i++)
        {
            var token = _tokens[i];
            var (fate, head) = judge.Judge(token, _next[i] >= 0, Parts(i).Skip(1).Select(part => _tokens[part]));
            var isBlock = head is not null && judge.IsBlock(token.Name);
            var last = isBlock || (head is null && judge.Swallows(token.Name)) ? Parts(i).Last() : i;
            if (last >= to)
            {
                // Its end stands outside of the block around it: nothing is enclosed.
                last = i;
            }

            if (!isBlock)
            {
                token = token with { End = _tokens[last].End, TrimRight = _tokens[last].TrimRight };
            }

            if (fate == Fate.Literal && token.Name != "raw")
            {
                token = token with { Content = body[token.Start..token.End], TrimLeft = false, TrimRight = false };
            }

            var (start, end) = fate == Fate.Dropped && token.Name is not ("comment" or "#") || token.Name == "set" ? WholeLine(token) : (token.Start, token.End);
            ReadText(start, token.TrimLeft, statements);
            _depth += isBlock ? 1 : 0;
            Pass(token, start, end, fate == Fate.Literal ? token.Content : "");
            if (fate == Fate.Literal)
            {
                statements.Add(new TextSpanStatement(token.Content));
            }
            else if (head is not null)
            {
                statements.Add(new LocatedStatement(token.Start, isBlock ? judge.Build(head, Sections(i)) : head));
            }

            i = last;
        }

        var next = to < _tokens.Count ? _tokens[to] : new LiquidToken("", body.Length, body.Length);
        ReadText(next.Start, next.TrimLeft, statements);
        return statements;
    }

    private List<(LiquidToken Tag, IReadOnlyList<Statement> Statements)> Sections(int block)
    {
        var sections = new List<(LiquidToken Tag, IReadOnlyList<Statement> Statements)>();
        foreach (var part in Parts(block).SkipLast(1))
        {
            sections.Add((_tokens[part], Between(part + 1, _next[part])));
            var tag = _tokens[_next[part]];
            _depth -= _next[_next[part]] == _next[part] ? 1 : 0;
            Pass(tag, tag.Start, tag.End, "");
        }

        return sections;
    }

    private IEnumerable<int> Parts(int block)
    {
        yield return block;
        while (_next[block] > block)
        {
            yield return block = _next[block];
        }
    }

    private void ReadText(int end, bool isTrimmed, List<Statement> statements)
    {
        var text = body.AsSpan(_position..end);
        var kept = _trims ? text.TrimStart() : text;
        if (_depth == 0)
        {
            _lines.Owe(text.Count('\n') - kept.Count('\n'));
        }

        text = isTrimmed ? kept.TrimEnd() : kept;
        _cut = kept.Count('\n') - text.Count('\n');
        if (_lines.Keep(text, _depth == 0) is { Length: > 0 } shown)
        {
            statements.Add(new TextSpanStatement(shown));
        }
    }

    // Goes past a tag. Line breaks that it takes with it are owed, unless it stands in a block.
    private void Pass(LiquidToken token, int start, int end, string shown)
    {
        (_position, _trims) = (end, token.TrimRight);
        if (_depth == 0)
        {
            _lines.Owe(_cut + body.AsSpan(start..end).Count('\n') - shown.AsSpan().Count('\n'));
        }
    }

    /// <summary>
    /// The line of a token that stands alone on it goes with the token, as in Nunjucks with trimBlocks and lstripBlocks. The blank line that it would
    /// leave ends the HTML around it, and Markdown takes what follows, indented, for code.
    /// </summary>
    private (int Start, int End) WholeLine(LiquidToken token)
    {
        var before = body.AsSpan(_position..token.Start).TrimEnd(" \t").Length + _position;
        var after = body.Length - body.AsSpan(token.End).TrimStart(" \t\r").Length;
        var isAlone = (before == 0 || body[before - 1] == '\n') && (after == body.Length || body[after] == '\n');
        return isAlone ? (before, Math.Min(after + 1, body.Length)) : (token.Start, token.End);
    }

    private static string Tag(string name) => $"«\u00a0{{% {name} %}}\u00a0»";
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

    /// <summary>A text of the body as it comes out.</summary>
    /// <param name="text">The text between two tokens.</param>
    /// <param name="mayPay">Whether it comes out exactly once: it stands in no block.</param>
    public string Keep(ReadOnlySpan<char> text, bool mayPay)
    {
        var (kept, lastWritten) = (text.ToString(), text.TrimEnd().Length);
        foreach (var range in text.Split('\n'))
        {
            var start = range.Start.Value;
            var line = text[range];
            if (line.IsWhiteSpace() && start > 0 && start < lastWritten && mayPay && _debt > 0 && _fence == '\0' && _closing is null)
            {
                kept = kept.Insert(start, new string('\n', _debt));
                _debt = 0;
            }

            Follow(line);
        }

        return kept;
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
