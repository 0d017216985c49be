using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>Puts this site's expressions, which report and are bounded, in the place of Fluid's.</summary>
internal sealed class LiquidRewriter : AstRewriter
{
    private bool _isQuiet;

    /// <inheritdoc/>
    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        var segments = memberExpression.Segments
            .Select(segment => segment is IndexerSegment indexer ? new IndexerSegment(Visit(indexer.Expression)) : segment);
        return new TrackedVariable([.. segments], _isQuiet);
    }

    /// <inheritdoc/>
    protected override Expression VisitLiteralExpression(LiteralExpression literalExpression) => literalExpression.Value is NumberValue number
        ? new LiteralExpression(JsNumber.Create(JsNumber.ReadStrictly(number)))
        : literalExpression;

    /// <inheritdoc/>
    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) =>
        new BoundedRange(Visit(rangeExpression.From), Visit(rangeExpression.To));

    /// <inheritdoc/>
    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        var input = filterExpression.Name == "default" ? Quietly(filterExpression.Input) : Visit(filterExpression.Input);
        return new FilterExpression(input, filterExpression.Name, Rewrite(filterExpression.Parameters));
    }

    /// <inheritdoc/>
    protected override Statement VisitOutputStatement(OutputStatement outputStatement) =>
        new OutputStatement(new ChargedExpression(Visit(outputStatement.Expression)));

    /// <inheritdoc/>
    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement) =>
        new BoundedCapture(captureStatement.Identifier, Rewrite(captureStatement.Statements));

    /// <inheritdoc/>
    protected override Statement VisitIfStatement(IfStatement ifStatement) => new IfStatement(
        Quietly(ifStatement.Condition), Rewrite(ifStatement.Statements), (ElseStatement?)Visit(ifStatement.Else), Rewrite(ifStatement.ElseIfs));

    /// <inheritdoc/>
    protected override Statement VisitElseIfStatement(ElseIfStatement elseIfStatement) =>
        new ElseIfStatement(Quietly(elseIfStatement.Condition), Rewrite(elseIfStatement.Statements));

    /// <inheritdoc/>
    protected override Statement VisitUnlessStatement(UnlessStatement unlessStatement) => new UnlessStatement(
        Quietly(unlessStatement.Condition), Rewrite(unlessStatement.Statements), (ElseStatement?)Visit(unlessStatement.Else));

    /// <inheritdoc/>
    protected override Statement VisitCaseStatement(CaseStatement caseStatement) => new CaseStatement(
        Quietly(caseStatement.Expression), (ElseStatement?)Visit(caseStatement.Else), [.. Rewrite(caseStatement.Whens)]);

    /// <inheritdoc/>
    protected override Statement VisitForStatement(ForStatement forStatement) => new ForStatement(
        Rewrite(forStatement.Statements),
        forStatement.Identifier,
        // Fluid finds where `offset: continue` goes on by the name of its own kind of variable: TokenJudge refuses it.
        new ChargedExpression(Visit(forStatement.Source)),
        Clamp(forStatement.Limit),
        Clamp(forStatement.Offset),
        forStatement.Reversed,
        (ElseStatement?)Visit(forStatement.Else));

    /// <inheritdoc/>
    protected override Statement VisitTableRowStatement(TableRowStatement tableRowStatement) => new TableRows(
        Rewrite(tableRowStatement.Statements),
        tableRowStatement.Identifier,
        new ChargedExpression(Visit(tableRowStatement.Source)),
        Clamp(tableRowStatement.Limit),
        Clamp(tableRowStatement.Offset),
        Clamp(tableRowStatement.Cols));

    /// <inheritdoc/>
    protected override Statement VisitParserTagStatement<T>(ParserTagStatement<T> parserTagStatement) =>
        parserTagStatement is ParserTagStatement<IReadOnlyList<FilterArgument>> shortcode
            ? new ParserTagStatement<IReadOnlyList<FilterArgument>>(shortcode.TagName, Rewrite(shortcode.Value), shortcode.Render)
            : parserTagStatement;

    /// <inheritdoc/>
    protected override Statement VisitParserBlockStatement<T>(ParserBlockStatement<T> parserBlockStatement) =>
        parserBlockStatement is ParserBlockStatement<IReadOnlyList<FilterArgument>> shortcode
            ? new ParserBlockStatement<IReadOnlyList<FilterArgument>>(
                shortcode.TagName, Rewrite(shortcode.Value), Rewrite(shortcode.Statements), shortcode.Render)
            : base.VisitParserBlockStatement(parserBlockStatement);

    private ClampedNumber? Clamp(Expression? expression) => expression is null ? null : new ClampedNumber(Visit(expression));

    private Expression Quietly(Expression expression)
    {
        var before = _isQuiet;
        _isQuiet = true;
        var visited = Visit(expression);
        _isQuiet = before;
        return visited;
    }

    private T[] Rewrite<T>(IReadOnlyList<T> statements)
        where T : Statement => [.. statements.Select(statement => (T)Visit(statement))];

    private FilterArgument[] Rewrite(IReadOnlyList<FilterArgument> arguments) =>
        [.. arguments.Select(argument => new FilterArgument(argument.Name, Visit(argument.Expression)))];
}

/// <summary>
/// A variable that tells when it does not exist. Fluid itself does not tell a key that is missing from one whose value is empty,
/// and editors leave keys empty on purpose.
/// </summary>
/// <param name="segments">Its path.</param>
/// <param name="isQuiet">It may be missing: a condition or the <c>default</c> filter asks for it.</param>
internal sealed class TrackedVariable(MemberSegment[] segments, bool isQuiet) : Expression
{
    private readonly string _path = TokenReader.PathOf(segments, segments.Length);

    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var run = (LiquidRun)context;
        run.Charge(1);
        var first = ((IdentifierSegment)segments[0]).Identifier;
        var value = context.GetValue(first);
        if (value is UndefinedValue && Identifiers.Decode(first) is var name && (value = context.GetValue(name)) is UndefinedValue)
        {
            return Miss(run, 0, name, run.Names);
        }

        for (var i = 1; i < segments.Length && !value.IsNil(); i++)
        {
            if (value.ToObjectValue() is not IFluidIndexable map)
            {
                var container = value;
                if (container is ArrayValue list && segments[i] is IndexerSegment { Expression: var at } && (await at.EvaluateAsync(context)) is NumberValue index
                    && index.ToNumberValue() is < 0 and >= int.MinValue and var fromEnd)
                {
                    value = list.Values.Count + (int)fromEnd is >= 0 and var found ? list.Values[found] : NilValue.Instance;
                    continue;
                }

                value = segments[i] is IndexerSegment place && Math.Abs((await place.Expression.EvaluateAsync(context)).ToNumberValue()) > int.MaxValue
                    ? NilValue.Instance
                    : await segments[i].ResolveAsync(container, context);
                if (value.IsNil() && container.Type != FluidValues.Array && segments[i] is IdentifierSegment unknown)
                {
                    return Miss(run, i, unknown.Identifier, []);
                }

                continue;
            }

            var key = segments[i] is IndexerSegment indexer
                ? (await indexer.Expression.EvaluateAsync(context)).ToStringValue()
                : Identifiers.Decode(((IdentifierSegment)segments[i]).Identifier);
            if (!map.TryGetValue(key, out value) && (value = OfMap(key, map)).IsNil())
            {
                return Miss(run, i, key, map.Keys);
            }
        }

        if (!isQuiet)
        {
            run.Found(_path);
        }

        if (value is StringValue)
        {
            // Comparisons read a text to its end and count nothing.
            run.Charge(value.ToStringValue().Length / 16);
        }

        return value;
    }

    private static FluidValue OfMap(string key, IFluidIndexable map) => key == "size" ? NumberValue.Create(map.Count) : NilValue.Instance;

    private NilValue Miss(LiquidRun run, int segment, string name, IEnumerable<string> candidates)
    {
        if (!isQuiet && !run.IsSilent(Identifiers.Decode(((IdentifierSegment)segments[0]).Identifier)))
        {
            run.Missing(_path, segment == 0 ? "" : TokenReader.PathOf(segments, segment) + ".", name, candidates);
        }

        return NilValue.Instance;
    }
}
