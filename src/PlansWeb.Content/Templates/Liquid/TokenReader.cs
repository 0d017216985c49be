using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
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

/// <summary>
/// Names with accents, such as <c>{{ année }}</c>. liquidjs takes them; Fluid takes ASCII alone and is given <c>ann_x00e9_e</c>.
/// </summary>
internal static partial class Identifiers
{
    /// <summary>An expression or tag as Fluid can read it. What stands between quotes stays.</summary>
    public static string Encode(string expression)
    {
        if (!expression.AsSpan().ContainsAnyExceptInRange('\0', '\x7f'))
        {
            return expression;
        }

        var encoded = new StringBuilder(expression.Length + 16);
        var quote = '\0';
        foreach (var c in expression)
        {
            if (quote == '\0' && c > '\x7f' && (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:x4}_");
                continue;
            }

            quote = quote == '\0' && c is '"' or '\'' ? c : c == quote ? '\0' : quote;
            encoded.Append(c);
        }

        return encoded.ToString();
    }

    /// <summary>The name as it was written.</summary>
    public static string Decode(string name) => name.Contains("_x", StringComparison.Ordinal)
        ? Code().Replace(name, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : name;

    [GeneratedRegex("_x([0-9a-f]{4})_")]
    private static partial Regex Code();
}
