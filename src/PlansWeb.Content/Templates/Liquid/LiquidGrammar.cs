using System.Diagnostics.CodeAnalysis;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Fluid.Values;
using Parlot.Fluent;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Fluid's grammar for one token at a time, where variables, ranges and numbers are this site's, which report and are bounded. Thread-safe once built, as
/// Fluid's parser is.
/// </summary>
internal sealed class LiquidGrammar : FluidParser
{
    // Building it takes longer than rendering many pages, and most sites have no tags.
    private static readonly Lazy<LiquidGrammar> s_instance = new(static () => new LiquidGrammar());
    private readonly Parser<IReadOnlyList<FilterArgument>> _arguments;

    /// <summary>The grammar.</summary>
    public static LiquidGrammar Instance => s_instance.Value;

    private LiquidGrammar()
        : base(new FluidParserOptions { AllowFunctions = false, AllowLiquidTag = false, AllowParentheses = false })
    {
        Primary.Parser = Primary.Parser!.Then(Own);

        // As people write them for Liquid (`"a" "b"`, `titre: "b"`) and for Nunjucks (`"a", titre="b"`).
        var argument = OneOf(
            Identifier.AndSkip(Colon.Or(Equal)).And(Primary).Then(static named => new FilterArgument(named.Item1, named.Item2)),
            Primary.Then(static value => new FilterArgument(null, value)));
        _arguments = ZeroOrMany(ZeroOrMany(Comma).SkipAnd(argument)).AndSkip(ZeroOrMany(Comma)).Eof();
    }

    /// <summary>Parses one tag or <c>{{ }}</c> on its own, or says that it cannot be.</summary>
    /// <param name="source">The token, made whole: a block with its end.</param>
    /// <param name="expression">What was written inside it, to judge its complexity before the parser, which recurses, sees it.</param>
    public Statement? Parse(string source, string expression) =>
        Try(expression, () => this.TryParse(Identifiers.Encode(source), out var template, out _) && template is IStatementList { Statements: [var only] } ? only : null);

    /// <summary>Parses the arguments of a shortcode, or says that they cannot be.</summary>
    public IReadOnlyList<FilterArgument>? ParseArguments(string content) =>
        Try(content, () => _arguments.TryParse(new FluidParseContext(Identifiers.Encode(content)), out var arguments, out _) ? arguments : null);

    /// <summary>This site's form of an expression of Fluid's.</summary>
    [return: NotNullIfNotNull(nameof(expression))]
    public static Expression? Own(Expression? expression) => expression switch
    {
        MemberExpression variable => new TrackedVariable(variable.Segments),
        RangeExpression range => new BoundedRange(Own(range.From), Own(range.To)),
        LiteralExpression { Value: NumberValue number } => new LiteralExpression(JsNumber.Create(JsNumber.ReadStrictly(number))),
        _ => expression,
    };

    private static T? Try<T>(string expression, Func<T?> parse)
        where T : class
    {
        try
        {
            return IsTooComplex(expression) ? null : parse();
        }
        catch (Exception e) when (e is ParseException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            // A number of 40 digits, for one, is an exception and not a parse error.
            return null;
        }
    }

    private static bool IsTooComplex(string expression)
    {
        if (expression.Length > LiquidLimits.TokenLength)
        {
            return true;
        }

        var signs = NunjucksSyntax.WithoutStrings(expression);
        return signs.Count("([{".Contains) > LiquidLimits.ExpressionBrackets || signs.Count("|., \n\t\r".Contains) > LiquidLimits.ExpressionParts;
    }
}
