using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A value that is read to its end, printed or looped over: what that costs is counted before.</summary>
internal sealed class ChargedExpression(Expression inner) : Expression
{
    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var value = await inner.EvaluateAsync(context);
        ((LiquidRun)context).Charge(value);
        return LiquidJsFilters.Printed(value);
    }
}
