using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A tag, whose place in the body every problem of its rendering has.</summary>
internal sealed class LocatedStatement(int offset, Statement inner) : Statement
{
    /// <inheritdoc/>
    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        ((LiquidRun)context).Place = offset;
        return inner.WriteToAsync(writer, encoder, context);
    }
}

/// <summary>A value that is read to its end, printed or looped over: what that costs is counted before.</summary>
internal sealed class PrintedExpression(Expression inner) : Expression
{
    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var value = await inner.EvaluateAsync(context);
        ((LiquidRun)context).Charge(value);
        return LiquidJsFilters.Printed(value);
    }
}

/// <summary><c>{% capture %}</c>. Fluid's writes without limit, and a capture in a loop can double its text at each turn.</summary>
internal sealed class BoundedCapture(string name, IReadOnlyList<Statement> statements) : Statement
{
    /// <inheritdoc/>
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        using var captured = new LiquidWriter(LiquidLimits.TextLength);
        var completion = await ((LiquidRun)context).Write(statements, captured, encoder);

        var text = captured.ToString();
        ((LiquidRun)context).Charge(text.Length);
        context.SetValue(name, new StringValue(text, encode: false));
        return completion;
    }
}

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

/// <summary>A count of turns, such as a loop's <c>limit</c>: Fluid takes only what fits an <see cref="int"/>, and nothing negative.</summary>
internal sealed class ClampedNumber(Expression inner) : Expression
{
    /// <summary>The same of what may be left out.</summary>
    public static ClampedNumber? Of(Expression? inner) => inner is null ? null : new ClampedNumber(inner);

    /// <inheritdoc/>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context) =>
        NumberValue.Create(Math.Clamp(decimal.Truncate((await inner.EvaluateAsync(context)).ToNumberValue()), 0, LiquidLimits.Steps));
}

/// <summary><c>{% tablerow %}</c> as liquidjs writes it: Fluid's breaks the line in each row, which is another block to Markdown.</summary>
internal sealed partial class TableRows(TableRowStatement table) : Statement
{
    /// <inheritdoc/>
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        using var rows = new LiquidWriter(LiquidLimits.OutputLength);
        var completion = await table.WriteToAsync(rows, encoder, context);
        var text = rows.ToString();
        ((LiquidRun)context).Charge(text.Length);
        await writer.WriteAsync(LineBreak().Replace(text, "$1"));
        return completion;
    }

    [GeneratedRegex("""(^<tr class="row1">|</tr>)\n(?=<tr class="row|<td class="col1">|\z)""")]
    private static partial Regex LineBreak();
}
