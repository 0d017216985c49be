using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

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
