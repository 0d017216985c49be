using System.Globalization;
using System.Text.Encodings.Web;
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
/// <param name="statements">The content of a cell.</param>
/// <param name="name">The variable of the loop.</param>
/// <param name="source">What is looped over.</param>
/// <param name="limit">The most cells; all where there is none.</param>
/// <param name="offset">How many are left out at the start.</param>
/// <param name="columns">Cells of a row; all in one row where it is 0 or there is none.</param>
internal sealed class TableRows(
    IReadOnlyList<Statement> statements, string name, Expression source, Expression? limit, Expression? offset, Expression? columns) : Statement
{
    /// <inheritdoc/>
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var run = (LiquidRun)context;
        var items = (await source.EvaluateAsync(context)).Enumerate(context).Skip(await Number(offset, 0)).Take(await Number(limit, int.MaxValue)).ToArray();
        var width = await Number(columns, 0) is > 0 and var given ? given : Math.Max(1, items.Length);
        var completion = Completion.Normal;
        run.EnterChildScope();
        try
        {
            for (var i = 0; i < items.Length && completion != Completion.Break; i++)
            {
                run.Charge(64);
                var (row, column) = Math.DivRem(i, width);
                run.SetValue(name, items[i]);
                run.SetValue("tablerowloop", new DictionaryValue(new DataView(Loop(i, items.Length, row, column, width), run.Values)));
                await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{(column > 0 ? "" : row == 0 ? "<tr class=\"row1\">" : $"</tr><tr class=\"row{row + 1}\">")}<td class=\"col{column + 1}\">"));
                completion = await run.Write(statements, writer, encoder);
                await writer.WriteAsync("</td>");
            }

            await writer.WriteAsync(items.Length > 0 ? "</tr>" : "");
        }
        finally
        {
            run.ReleaseScope();
        }

        return Completion.Normal;

        async ValueTask<int> Number(Expression? expression, int otherwise) => expression is null ? otherwise : (int)(await expression.EvaluateAsync(context)).ToNumberValue();
    }

    private static Dictionary<string, object?> Loop(int at, int length, int row, int column, int width) => new(StringComparer.Ordinal)
    {
        ["length"] = length,
        ["index"] = at + 1,
        ["index0"] = at,
        ["rindex"] = length - at,
        ["rindex0"] = length - at - 1,
        ["first"] = at == 0,
        ["last"] = at == length - 1,
        ["cols"] = width,
        ["row"] = row + 1,
        ["col"] = column + 1,
        ["col0"] = column,
        ["col_first"] = column == 0,
        ["col_last"] = column == width - 1,
    };
}
