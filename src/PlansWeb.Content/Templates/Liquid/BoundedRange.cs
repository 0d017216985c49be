using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A range such as <c>(1..3)</c>. Fluid's makes the whole list before the first turn, however long.</summary>
internal sealed class BoundedRange(Expression from, Expression to) : Expression
{
    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var first = Math.Truncate((await from.EvaluateAsync(context)).ToNumberValue());
        var last = Math.Truncate((await to.EvaluateAsync(context)).ToNumberValue());
        if (last < first)
        {
            return ArrayValue.Empty;
        }

        if (Math.Abs(first) > int.MaxValue || Math.Abs(last) > int.MaxValue || last - first >= LiquidLimits.RangeLength)
        {
            throw new LiquidLimitException($"une boucle fait plus de {LiquidLimits.RangeLength} tours");
        }

        var values = new FluidValue[(int)(last - first) + 1];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = NumberValue.Create(first + i);
        }

        return new ArrayValue(values);
    }
}
