using Fluid.Ast;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>Reads the variables and filters that one token names.</summary>
internal sealed class TokenReader : AstVisitor
{
    /// <summary>Paths of the variables, such as <c>metadata.title</c>.</summary>
    public List<string> Variables { get; } = [];

    /// <summary>Names of the filters.</summary>
    public List<string> Filters { get; } = [];

    /// <summary>The path of a variable, as an editor would write it.</summary>
    public static string PathOf(IReadOnlyList<MemberSegment> segments, int count)
    {
        var path = new System.Text.StringBuilder();
        for (var i = 0; i < count; i++)
        {
            switch (segments[i])
            {
                case IdentifierSegment { Identifier: var name }:
                    path.Append(i == 0 ? "" : ".").Append(Identifiers.Decode(name));
                    break;
                case IndexerSegment { Expression: LiteralExpression literal }:
                    path.Append("['").Append(literal.Value.ToStringValue()).Append("']");
                    break;
                default:
                    path.Append("[…]");
                    break;
            }
        }

        return path.ToString();
    }

    /// <inheritdoc/>
    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        Variables.Add(PathOf(memberExpression.Segments, memberExpression.Segments.Count));
        foreach (var segment in memberExpression.Segments)
        {
            if (segment is IndexerSegment indexer)
            {
                Visit(indexer.Expression);
            }
        }

        return memberExpression;
    }

    /// <inheritdoc/>
    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        Filters.Add(Identifiers.Decode(filterExpression.Name));
        return base.VisitFilterExpression(filterExpression);
    }

    /// <inheritdoc/>
    protected override Statement VisitParserTagStatement<T>(Fluid.Parser.ParserTagStatement<T> parserTagStatement)
    {
        VisitArguments(parserTagStatement.Value);
        return base.VisitParserTagStatement(parserTagStatement);
    }

    /// <inheritdoc/>
    protected override Statement VisitParserBlockStatement<T>(Fluid.Parser.ParserBlockStatement<T> parserBlockStatement)
    {
        VisitArguments(parserBlockStatement.Value);
        return base.VisitParserBlockStatement(parserBlockStatement);
    }

    private void VisitArguments(object? arguments)
    {
        foreach (var argument in arguments as IReadOnlyList<FilterArgument> ?? [])
        {
            Visit(argument.Expression);
        }
    }
}
