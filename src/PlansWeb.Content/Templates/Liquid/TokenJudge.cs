using Fluid.Ast;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>What becomes of a token; of two for one block, the greater counts.</summary>
internal enum Fate
{
    /// <summary>Fluid renders it.</summary>
    Kept,

    /// <summary>Its text comes out as it was written.</summary>
    Literal,

    /// <summary>Nothing comes out.</summary>
    Dropped,
}

/// <summary>
/// Says of each token what becomes of it, and tells the editor why: what only Nunjucks understands is dropped, what nobody understands is kept as text, and
/// the rest is a statement for Fluid.
/// </summary>
internal sealed class TokenJudge(LiquidFilters filters, LiquidReporter reporter)
{
    private readonly Dictionary<string, Statement?> _parsed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _silent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>Names that dropped tags would have made.</summary>
    public IReadOnlySet<string> Silent => _silent;

    /// <summary>Whether Liquid, or a shortcode, gives it a meaning.</summary>
    public bool IsLiquid(string name) => name == LiquidToken.Output || LiquidTags.Singles.Contains(name) || filters.Shortcodes.Contains(name) || IsBlock(name);

    /// <summary>Whether such a tag has an end.</summary>
    public bool IsBlock(string name) => LiquidTags.Blocks.Contains(name) || filters.PairedShortcodes.Contains(name);

    /// <summary>Whether what a tag encloses goes with it. Of a paired tag that Liquid does not know, such as a shortcode, the content is kept.</summary>
    public bool Swallows(string name) => name is "macro" or "set" || IsBlock(name);

    /// <summary>What becomes of a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="isPaired">It has an end, or is one.</param>
    /// <param name="parts">The other tags of its block. One whose opening or middle cannot be understood goes, or stays, as a whole.</param>
    /// <returns>Its statement too, where it is kept; of a block, for <see cref="Build"/>.</returns>
    public (Fate Fate, Statement? Statement) Judge(LiquidToken token, bool isPaired, IEnumerable<LiquidToken> parts)
    {
        if (!IsLiquid(token.Name))
        {
            return token.Name switch
            {
                "raw" => (Fate.Literal, null),
                "comment" or "#" => (Fate.Dropped, null),
                LiquidToken.Unclosed => (ReportUnclosed(token, token.Content), null),
                LiquidToken.NunjucksComment => (ReportComment(token), null),
                "set" => JudgeSet(token),
                _ => (isPaired && LiquidTags.EndedBy(token.Name) is not null ? Fate.Dropped : ReportForeign(token), null),
            };
        }

        var head = Parse(token);
        if (token.Name == LiquidToken.Output && head is OutputStatement { Expression: var printed } && IsOperation(printed))
        {
            // Liquid's `{{ a or b }}` prints true or false, which nobody means: Nunjucks' prints a or b.
            return (ReportNunjucks(token, token.Content), null);
        }

        // Fluid finds where `offset: continue` goes on by the name of its own kind of variable.
        var fate = head is null or ForStatement { Offset: TrackedVariable { Path: "continue" } } ? ReportUnreadable(token) : Fate.Kept;
        foreach (var part in fate == Fate.Kept ? parts.Where(static part => LiquidTags.Canonical(part.Name) is "elsif" or "when") : [])
        {
            if (part.Name != "elsif" && part.Name != "when")
            {
                reporter.Report(
                    DiagnosticRules.Nunjucks, part.Start, part.Name, $"La balise Nunjucks {LiquidReporter.Quote(part.Name)} est lue comme «\u00a0elsif\u00a0».",
                    "Écrivez «\u00a0{% elsif … %}\u00a0».");
            }

            fate = Parse(part) is null && ReportUnreadable(part) is var worse && worse > fate ? worse : fate;
        }

        return (fate, fate == Fate.Kept ? Finish(head!, token) : null);
    }

    /// <summary>A block with what it encloses.</summary>
    /// <param name="head">What <see cref="Judge"/> gave.</param>
    /// <param name="sections">Its opening and dividing tags, each with what comes after it.</param>
    public Statement Build(Statement head, IReadOnlyList<(LiquidToken Tag, IReadOnlyList<Statement> Statements)> sections)
    {
        var main = sections[0].Statements;
        var otherwise = sections[^1].Tag.Name == "else" ? new ElseStatement(sections[^1].Statements) : null;
        var between = sections.Skip(1).SkipLast(otherwise is null ? 0 : 1);
        return head switch
        {
            IfStatement { Condition: var condition } => new IfStatement(new QuietExpression(condition), main, otherwise,
                [.. between.Select(part => new ElseIfStatement(new QuietExpression(((IfStatement)Parse(part.Tag)!).ElseIfs[0].Condition), part.Statements))]),
            UnlessStatement { Condition: var condition } => new UnlessStatement(new QuietExpression(condition), main, otherwise),
            CaseStatement { Expression: var expression } => new CaseStatement(new QuietExpression(expression), otherwise,
                [.. between.Select(part => new WhenStatement(((CaseStatement)Parse(part.Tag)!).Whens[0].Options, part.Statements))]),
            ForStatement loop => new ForStatement(main, Identifiers.Decode(loop.Identifier), new PrintedExpression(LiquidGrammar.Own(loop.Source)),
                ClampedNumber.Of(loop.Limit), ClampedNumber.Of(loop.Offset), loop.Reversed, otherwise),
            TableRowStatement table => new TableRows(new TableRowStatement(main, Identifiers.Decode(table.Identifier), new PrintedExpression(LiquidGrammar.Own(table.Source)),
                ClampedNumber.Of(table.Limit), ClampedNumber.Of(table.Offset), ClampedNumber.Of(table.Cols))),
            CaptureStatement capture => new BoundedCapture(Identifiers.Decode(capture.Identifier), main),
            Shortcode shortcode => shortcode.Around(main),
            _ => throw new InvalidOperationException("This tag has no end."),
        };
    }

    private Statement Finish(Statement head, LiquidToken token) => head switch
    {
        OutputStatement output => new OutputStatement(new PrintedExpression(Filtered(output.Expression, token))),
        AssignStatement assign => new AssignStatement(Identifiers.Decode(assign.Identifier), Filtered(assign.Value, token)),
        IncrementStatement increment => new IncrementStatement(Identifiers.Decode(increment.Identifier)),
        DecrementStatement decrement => new DecrementStatement(Identifiers.Decode(decrement.Identifier)),
        _ => head,
    };

    private Expression Filtered(Expression expression, LiquidToken token)
    {
        if (expression is not FilterExpression filter)
        {
            return expression;
        }

        var name = Identifiers.Decode(filter.Name);
        if (!reporter.IsFull && !filters.Knows(name) && _unknown.Add(name))
        {
            var near = NunjucksSyntax.LiquidFilter(name) ?? NearestName.Find(name, filters.Names);
            reporter.Report(
                DiagnosticRules.UnknownFilter, token.Start, name, $"Le filtre {LiquidReporter.Quote(name)} n’existe pas\u00a0: la valeur est affichée sans lui.",
                near is null ? "Supprimez le filtre." : $"Vouliez-vous dire {LiquidReporter.Quote(near)}\u00a0? Sinon, supprimez le filtre.");
        }

        var input = Filtered(filter.Input, token);
        return new FilterExpression(name == "default" ? new QuietExpression(input) : input, name, filter.Parameters);
    }

    private static bool IsOperation(Expression expression) => expression is FilterExpression filter ? IsOperation(filter.Input) : expression is BinaryExpression;

    // The shortest source in which the tag makes sense: what surrounds it on the page does not matter to its own syntax.
    private Statement? Parse(LiquidToken token)
    {
        var (name, content) = (LiquidTags.Canonical(token.Name), token.Content);
        var isProject = filters.Shortcodes.Contains(name) || filters.PairedShortcodes.Contains(name);
        if (isProject || LiquidTags.Shortcodes.Contains(name))
        {
            return LiquidGrammar.Instance.ParseArguments(name == "highlight" ? NunjucksSyntax.Quoted(content) : content) is { } arguments ? new Shortcode(name, isProject, arguments) : null;
        }

        return Parse(content, name switch
        {
            LiquidToken.Output => $"{{{{ {content} }}}}",
            "elsif" => $"{{% if true %}}{{% elsif {content} %}}{{% endif %}}",
            "when" => $"{{% case 1 %}}{{% when {content} %}}{{% endcase %}}",
            "case" => $"{{% case {content} %}}{{% when 1 %}}{{% endcase %}}",
            _ => $"{{% {name} {content} %}}{(IsBlock(name) ? $"{{% end{name} %}}" : "")}",
        });
    }

    private Statement? Parse(string content, string source)
    {
        if (!_parsed.TryGetValue(source, out var statement))
        {
            _parsed[source] = statement = LiquidGrammar.Instance.Parse(source, content);
        }

        return statement;
    }

    private (Fate Fate, Statement? Statement) JudgeSet(LiquidToken token)
    {
        if (!NunjucksSyntax.TryReadAssignment(token.Content, out var assign) || Parse(token.Content, assign) is not AssignStatement { Value: not BinaryExpression } head)
        {
            return (ReportForeign(token), null);
        }

        reporter.Report(
            DiagnosticRules.Nunjucks, token.Start, token.Name + token.Content, "La balise Nunjucks «\u00a0set\u00a0» est lue comme «\u00a0assign\u00a0».",
            $"Écrivez {LiquidReporter.Quote(assign)}.");
        return (Fate.Kept, Finish(head, token));
    }

    private Fate ReportForeign(LiquidToken token)
    {
        _silent.UnionWith(NunjucksSyntax.NamesMadeBy(token));
        if (token.Name.Length == 0)
        {
            reporter.Report(
                DiagnosticRules.Liquid, token.Start, "{%" + token.Content, "Une balise «\u00a0{% %}\u00a0» n’a pas de nom\u00a0: elle est laissée telle quelle.",
                "Écrivez le nom de la balise juste après «\u00a0{%\u00a0», ou entourez le passage de «\u00a0{% raw %}\u00a0» et «\u00a0{% endraw %}\u00a0».");
            return Fate.Literal;
        }

        if (reporter.IsFull)
        {
            return Fate.Dropped;
        }

        var isNunjucks = LiquidTags.Nunjucks.Contains(LiquidTags.EndedBy(token.Name) ?? token.Name);
        reporter.Report(
            isNunjucks ? DiagnosticRules.Nunjucks : DiagnosticRules.UnknownTag, token.Start, token.Name + " " + token.Content,
            isNunjucks
                ? $"La balise {LiquidReporter.Quote(token.Name)} est propre à Nunjucks ou à un gabarit\u00a0: elle n’est pas affichée."
                : $"La balise {LiquidReporter.Quote(token.Name)} n’existe pas ici\u00a0: elle n’est pas affichée, le texte qu’elle entoure est gardé.",
            AdviceFor(token.Name));
        return Fate.Dropped;
    }

    private static string AdviceFor(string name) => name switch
    {
        "set" => "Mettez la valeur dans l’en-tête de la page, ou écrivez «\u00a0{% assign nom = valeur %}\u00a0».",
        "from" or "import" or "macro" or "call" =>
            "Écrivez le composant en Markdown («\u00a0:::callout\u00a0», «\u00a0???accordionsgroup\u00a0»…) ou en HTML, à la place de la balise et de ses appels.",
        "extends" or "layout" or "block" => "Choisissez le gabarit par la clé «\u00a0layout\u00a0» de l’en-tête.",
        _ => NearestName.Find(name, LiquidTags.Blocks.Concat(LiquidTags.Singles)) is { } near
            ? $"Vouliez-vous dire {LiquidReporter.Quote(near)}\u00a0? Sinon, supprimez la balise."
            : "Supprimez la balise, ou écrivez son résultat en Markdown ou en HTML.",
    };

    private Fate ReportUnclosed(LiquidToken token, string delimiter)
    {
        reporter.Report(
            DiagnosticRules.Liquid, token.Start, delimiter, $"«\u00a0{delimiter}\u00a0» n’est pas fermé\u00a0: le texte est laissé tel quel.",
            $"Ajoutez «\u00a0{(delimiter == "{{" ? "}}" : "%}")}\u00a0», ou entourez le passage de «\u00a0{{% raw %}}\u00a0» et «\u00a0{{% endraw %}}\u00a0» si les accolades doivent s’afficher.");
        return Fate.Literal;
    }

    private Fate ReportComment(LiquidToken token)
    {
        reporter.Report(
            DiagnosticRules.Nunjucks, token.Start, "{#", "Un commentaire «\u00a0{# … #}\u00a0» est propre à Nunjucks\u00a0: il n’est pas affiché.",
            "Écrivez «\u00a0{% comment %}…{% endcomment %}\u00a0», ou «\u00a0<!-- … -->\u00a0».");
        return Fate.Dropped;
    }

    private Fate ReportUnreadable(LiquidToken token)
    {
        var written = token.Name == LiquidToken.Output ? $"{{{{ {token.Content} }}}}" : $"{{% {LiquidTags.Canonical(token.Name)} {token.Content} %}}";
        if (token.Name is "for" ? NunjucksSyntax.IsLikelyLoop(token.Content) : NunjucksSyntax.IsLikely(token.Content))
        {
            return ReportNunjucks(token, written);
        }

        reporter.Report(
            DiagnosticRules.Liquid, token.Start, written, $"{LiquidReporter.Quote(written)} ne se lit pas comme du Liquid\u00a0: le texte est laissé tel quel.",
            "Corrigez l’expression (un nom, puis des filtres après «\u00a0|\u00a0»), ou entourez-la de «\u00a0{% raw %}\u00a0» et «\u00a0{% endraw %}\u00a0» si elle doit s’afficher.");
        return Fate.Literal;
    }

    private Fate ReportNunjucks(LiquidToken token, string written)
    {
        reporter.Report(
            DiagnosticRules.Nunjucks, token.Start, written, $"{LiquidReporter.Quote(written)} est une expression Nunjucks\u00a0: rien n’est affiché à sa place.",
            "Écrivez-la en Liquid (un nom, puis des filtres après «\u00a0|\u00a0»), en Markdown ou en HTML.");
        return Fate.Dropped;
    }
}
