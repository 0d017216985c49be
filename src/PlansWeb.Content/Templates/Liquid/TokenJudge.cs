using Fluid.Ast;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Says of each token what becomes of it, and tells the editor why. Each is parsed on its own: so one that cannot be read costs only itself.
/// </summary>
internal sealed class TokenJudge(string body, LiquidGrammar grammar, LiquidFilters filters, LiquidReporter reporter)
{
    private readonly Dictionary<string, Statement?> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _filters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _silent = new(StringComparer.Ordinal);

    /// <summary>Offset of the first token that names a variable, by the variable's path.</summary>
    public IReadOnlyDictionary<string, int> Variables => _variables;

    /// <summary>Offset of the first token that names a filter, by the filter's name.</summary>
    public IReadOnlyDictionary<string, int> Filters => _filters;

    /// <summary>Names that dropped tags would have made.</summary>
    public IReadOnlySet<string> Silent => _silent;

    /// <summary>What becomes of each token.</summary>
    public Fate[] Judge(IReadOnlyList<LiquidToken> tokens, LiquidBlocks blocks)
    {
        var fates = new Fate[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            var judgement = tokens[i].Kind switch
            {
                LiquidTokenKind.Output => JudgeOutput(tokens[i]),
                LiquidTokenKind.Tag => JudgeTag(tokens[i], i, blocks),
                LiquidTokenKind.Unclosed => JudgeUnclosed(tokens[i]),
                LiquidTokenKind.NunjucksComment => JudgeComment(tokens[i]),
                LiquidTokenKind.Comment => Fate.Dropped,
                _ => Fate.Kept,
            };

            // A block whose opening or middle cannot be understood goes, or stays, as a whole.
            var owner = blocks.OwnerOf(i) is var o and >= 0 && LiquidTags.Blocks.Contains(tokens[o].Name) ? o : i;
            fates[owner] = judgement > fates[owner] ? judgement : fates[owner];
            if (fates[i] != Fate.Kept && blocks.EndOf(i) is var end and >= 0 && SwallowsContent(tokens[i]))
            {
                i = end;
            }
        }

        return fates;
    }

    /// <summary>Whether what a tag encloses goes with it. Of a paired tag that Liquid does not know, such as a shortcode, the content is kept.</summary>
    public static bool SwallowsContent(LiquidToken token) => token.Name is "macro" or "set" || LiquidTags.Blocks.Contains(token.Name);

    private Fate JudgeOutput(LiquidToken token)
    {
        if (Parse($"{{{{{token.Content}}}}}", token) is OutputStatement output)
        {
            var expression = output.Expression;
            while (expression is FilterExpression filter)
            {
                expression = filter.Input;
            }

            // Liquid's `{{ a or b }}` prints true or false, which nobody means: Nunjucks' prints a or b.
            return expression is BinaryExpression ? ReportNunjucks(token, token.Content) : Fate.Kept;
        }

        return JudgeUnreadable(token, $"{{{{ {token.Content} }}}}");
    }

    private Fate JudgeTag(LiquidToken token, int index, LiquidBlocks blocks)
    {
        var name = LiquidTags.Canonical(token.Name);
        if (name != token.Name)
        {
            reporter.Report(
                DiagnosticRules.Nunjucks, token.Start, token.Name, $"La balise Nunjucks {LiquidReporter.Quote(token.Name)} est lue comme « elsif ».",
                "Écrivez « {% elsif … %} ».");
        }

        if (LiquidTags.Blocks.Contains(name) || LiquidTags.Singles.Contains(name) || name is "elsif" or "when")
        {
            return Parse(Whole(name, token.Content), token) is not (null or ForStatement { OffsetIsContinue: true })
                ? Fate.Kept
                : JudgeUnreadable(token, $"{{% {name} {token.Content} %}}");
        }

        if (LiquidTags.Dividers.ContainsKey(name) || (LiquidTags.EndedBy(name) is { } ended && LiquidTags.Blocks.Contains(ended)))
        {
            return Fate.Kept;
        }

        return JudgeForeign(token, isEnd: blocks.OwnerOf(index) >= 0);
    }

    private Fate JudgeForeign(LiquidToken token, bool isEnd)
    {
        if (isEnd)
        {
            return Fate.Dropped;
        }

        _silent.UnionWith(NunjucksSyntax.NamesMadeBy(token));
        if (reporter.IsFull)
        {
            return Fate.Dropped;
        }

        var quoted = LiquidReporter.Quote(token.Name);
        if (token.Name.Length == 0)
        {
            reporter.Report(
                DiagnosticRules.Liquid, token.Start, "{%" + token.Content, "Une balise « {% %} » n’a pas de nom\u00a0: elle est laissée telle quelle.",
                "Écrivez le nom de la balise juste après « {% », ou entourez le passage de « {% raw %} » et « {% endraw %} ».");
            return Fate.Literal;
        }

        if (token.Name == "set" && AsAssign(token) is { } assign && Parse(assign, token) is AssignStatement { Value: not BinaryExpression })
        {
            reporter.Report(
                DiagnosticRules.Nunjucks, token.Start, token.Name + token.Content, "La balise Nunjucks « set » est lue comme « assign ».",
                $"Écrivez {LiquidReporter.Quote(assign)}.");
            return Fate.Kept;
        }

        var isNunjucks = LiquidTags.Nunjucks.Contains(token.Name) || LiquidTags.EndedBy(token.Name) is { } ended && LiquidTags.Nunjucks.Contains(ended);
        reporter.Report(
            isNunjucks ? DiagnosticRules.Nunjucks : DiagnosticRules.UnknownTag, token.Start, token.Name + " " + token.Content,
            isNunjucks
                ? $"La balise {quoted} est propre à Nunjucks ou à un gabarit\u00a0: elle n’est pas affichée."
                : $"La balise {quoted} n’existe pas ici\u00a0: elle n’est pas affichée, le texte qu’elle entoure est gardé.",
            AdviceFor(token.Name));
        return Fate.Dropped;
    }

    private static string AdviceFor(string name) => name switch
    {
        "set" => "Mettez la valeur dans l’en-tête de la page, ou écrivez « {% assign nom = valeur %} ».",
        "from" or "import" or "macro" or "call" =>
            "Écrivez le composant en Markdown (« :::callout », « ???accordionsgroup »…) ou en HTML, à la place de la balise et de ses appels.",
        "extends" or "layout" or "block" => "Choisissez le gabarit par la clé « layout » de l’en-tête.",
        _ => NearestName.Find(name, [.. LiquidTags.Blocks, .. LiquidTags.Singles]) is { } near
            ? $"Vouliez-vous dire {LiquidReporter.Quote(near)}\u00a0? Sinon, supprimez la balise."
            : "Supprimez la balise, ou écrivez son résultat en Markdown ou en HTML.",
    };

    private Fate JudgeUnclosed(LiquidToken token)
    {
        var delimiter = body.Substring(token.Start, 2);
        reporter.Report(
            DiagnosticRules.Liquid, token.Start, delimiter, $"« {delimiter} » n’est pas fermé\u00a0: le texte est laissé tel quel.",
            $"Ajoutez « {(delimiter == "{{" ? "}}" : "%}")} », ou entourez le passage de « {{% raw %}} » et « {{% endraw %}} » si les accolades doivent s’afficher.");
        return Fate.Literal;
    }

    private Fate JudgeComment(LiquidToken token)
    {
        reporter.Report(
            DiagnosticRules.Nunjucks, token.Start, "{#", "Un commentaire « {# … #} » est propre à Nunjucks\u00a0: il n’est pas affiché.",
            "Écrivez « {% comment %}…{% endcomment %} », ou « <!-- … --> ».");
        return Fate.Dropped;
    }

    private Fate JudgeUnreadable(LiquidToken token, string written)
    {
        if (token.Name is "for" ? NunjucksSyntax.IsLikelyLoop(token.Content) : NunjucksSyntax.IsLikely(token.Content))
        {
            return ReportNunjucks(token, written);
        }

        reporter.Report(
            DiagnosticRules.Liquid, token.Start, written, $"{LiquidReporter.Quote(written)} ne se lit pas comme du Liquid\u00a0: le texte est laissé tel quel.",
            "Corrigez l’expression (un nom, puis des filtres après « | »), ou entourez-la de « {% raw %} » et « {% endraw %} » si elle doit s’afficher.");
        return Fate.Literal;
    }

    private Fate ReportNunjucks(LiquidToken token, string written)
    {
        reporter.Report(
            DiagnosticRules.Nunjucks, token.Start, written, $"{LiquidReporter.Quote(written)} est une expression Nunjucks\u00a0: rien n’est affiché à sa place.",
            "Écrivez-la en Liquid (un nom, puis des filtres après « | »), en Markdown ou en HTML.");
        return Fate.Dropped;
    }

    private Statement? Parse(string source, LiquidToken token)
    {
        if (!_parsed.TryGetValue(source, out var statement))
        {
            grammar.TryParseToken(source, token.Content, out statement);
            _parsed[source] = statement;
            if (statement is not null)
            {
                Note(statement, token);
            }
        }

        return statement;
    }

    private void Note(Statement statement, LiquidToken token)
    {
        var reader = new TokenReader();
        reader.Visit(statement);
        foreach (var path in reader.Variables)
        {
            _variables.TryAdd(path, token.Start);
        }

        foreach (var name in reader.Filters)
        {
            _filters.TryAdd(name, token.Start);
            if (!reporter.IsFull && !filters.Knows(name))
            {
                var near = NunjucksSyntax.LiquidFilter(name) ?? NearestName.Find(name, filters.Names);
                reporter.Report(
                    DiagnosticRules.UnknownFilter, token.Start, name, $"Le filtre {LiquidReporter.Quote(name)} n’existe pas\u00a0: la valeur est affichée sans lui.",
                    near is null ? "Supprimez le filtre." : $"Vouliez-vous dire {LiquidReporter.Quote(near)}\u00a0? Sinon, supprimez le filtre.");
            }
        }
    }

    // The shortest source in which the tag makes sense: what surrounds it on the page does not matter to its own syntax.
    private static string Whole(string name, string content) => name switch
    {
        "elsif" => $"{{% if true %}}{{% elsif {content} %}}{{% endif %}}",
        "when" => $"{{% case 1 %}}{{% when {content} %}}{{% endcase %}}",
        "case" => $"{{% case {content} %}}{{% when 1 %}}{{% endcase %}}",
        _ when LiquidTags.Blocks.Contains(name) => $"{Opening(name, content, 0)}{{% end{name} %}}",
        _ => Opening(name, content, 0),
    };

    /// <summary>A tag as Fluid reads it. A shortcode's first argument is the offset of its tag, for problems that show when it is rendered.</summary>
    public static string Opening(string name, string content, int offset) => name switch
    {
        LiquidTags.Dailymotion or LiquidTags.Transcription or LiquidTags.Shortcode or LiquidTags.PairedShortcode or "include" or "render" => $"{{% {name} {offset}{ShortcodeArguments.Normalise(content)} %}}",
        _ => $"{{% {name} {content} %}}",
    };

    /// <summary>Nunjucks' <c>set</c> as Liquid's <c>assign</c>, where it can be.</summary>
    public static string? AsAssign(LiquidToken token) =>
        NunjucksSyntax.TryReadAssignment(token.Content, out var name, out var value) ? $"{{% assign {name} = {value} %}}" : null;
}

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
