using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// A variable that tells when it does not exist. Fluid itself does not tell a key that is missing from one whose value is empty,
/// and editors leave keys empty on purpose.
/// </summary>
internal sealed class TrackedVariable : Expression
{
    private readonly MemberSegment[] _segments;

    /// <summary>Makes a variable of its path.</summary>
    public TrackedVariable(IEnumerable<MemberSegment> segments)
    {
        _segments = [.. segments.Select(static segment => segment is IdentifierSegment name ? new IdentifierSegment(Identifiers.Decode(name.Identifier)) : segment)];
        Path = PathOf(_segments.Length);
    }

    /// <summary>Its path, as an editor would write it.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var run = (LiquidRun)context;
        run.Charge(1);
        var first = ((IdentifierSegment)_segments[0]).Identifier;
        var value = context.GetValue(first);
        if (value is UndefinedValue)
        {
            return Miss(run, 0, first, run.Names);
        }

        for (var i = 1; i < _segments.Length && !value.IsNil(); i++)
        {
            var index = _segments[i] is IndexerSegment indexer ? await indexer.Expression.EvaluateAsync(context) : null;
            var key = index?.ToStringValue() ?? ((IdentifierSegment)_segments[i]).Identifier;
            var container = value;
            if (container.ToObjectValue() is IFluidIndexable map)
            {
                if (!map.TryGetValue(key, out value))
                {
                    value = NumberValue.Create(map.Count);
                    if (key != "size")
                    {
                        return Miss(run, i, key, map.Keys);
                    }
                }
            }
            else if (index is not null)
            {
                var at = index.ToNumberValue();
                at += at < 0 && container is ArrayValue list ? list.Values.Count : 0;
                value = Math.Abs(at) > int.MaxValue ? NilValue.Instance : await container.GetIndexAsync(NumberValue.Create(at), context);
            }
            else if ((value = await container.GetValueAsync(key, context)).IsNil() && container.Type != FluidValues.Array)
            {
                return Miss(run, i, key, []);
            }
        }

        run.Found(Path);
        if (value is StringValue)
        {
            // Comparisons read a text to its end and count nothing.
            run.Charge(value.ToStringValue().Length / 16);
        }

        return value;
    }

    private NilValue Miss(LiquidRun run, int segment, string name, IEnumerable<string> candidates)
    {
        run.Missing(Path, segment == 0 ? "" : PathOf(segment) + ".", name, candidates);
        return NilValue.Instance;
    }

    private string PathOf(int count)
    {
        var path = new StringBuilder();
        foreach (var segment in _segments.AsSpan(0, count))
        {
            path.Append(segment switch
            {
                IdentifierSegment { Identifier: var name } => path.Length == 0 ? name : "." + name,
                IndexerSegment { Expression: LiteralExpression literal } => $"['{literal.Value.ToStringValue()}']",
                _ => "[…]",
            });
        }

        return path.ToString();
    }
}

/// <summary>What may be missing: a condition or the <c>default</c> filter asks for it.</summary>
internal sealed class QuietExpression(Expression inner) : Expression
{
    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var run = (LiquidRun)context;
        var before = run.IsQuiet;
        run.IsQuiet = true;
        try
        {
            return await inner.EvaluateAsync(context);
        }
        finally
        {
            run.IsQuiet = before;
        }
    }
}

/// <summary>
/// Names with accents, such as <c>{{ année }}</c>. liquidjs takes them; Fluid takes ASCII alone and is given <c>ann_x00e9_e</c>.
/// </summary>
internal static partial class Identifiers
{
    /// <summary>An expression or tag as Fluid can read it. What stands between quotes stays.</summary>
    public static string Encode(string expression) => Ascii.IsValid(expression) ? expression
        : Letter().Replace(expression, static match => match.Groups[1].Success ? $"_x{(int)match.Value[0]:x4}_" : match.Value);

    /// <summary>The name as it was written.</summary>
    public static string Decode(string name) => name.Contains("_x", StringComparison.Ordinal)
        ? Code().Replace(name, static match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : name;

    [GeneratedRegex("""'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|([^\x00-\x7f-[^\p{L}\p{Nd}\p{Mn}]])""", RegexOptions.Singleline)]
    private static partial Regex Letter();

    [GeneratedRegex("_x([0-9a-f]{4})_")]
    private static partial Regex Code();
}
