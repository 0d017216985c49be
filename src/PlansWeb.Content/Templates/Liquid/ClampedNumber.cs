using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A count of turns, such as a loop's <c>limit</c>: Fluid takes only what fits an <see cref="int"/>, and nothing negative.</summary>
internal sealed class ClampedNumber(Expression inner) : Expression
{
    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context) =>
        NumberValue.Create(Math.Clamp(decimal.Truncate((await inner.EvaluateAsync(context)).ToNumberValue()), 0, LiquidLimits.Steps));
}
