using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary><c>{% capture %}</c>. Fluid's writes without limit, and a capture in a loop can double its text at each turn.</summary>
internal sealed class BoundedCapture(string name, IReadOnlyList<Statement> statements) : Statement
{
    /// <inheritdoc/>
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        using var captured = new LiquidWriter(LiquidLimits.TextLength);
        var completion = Completion.Normal;
        for (var i = 0; i < statements.Count && completion == Completion.Normal; i++)
        {
            completion = await statements[i].WriteToAsync(captured, encoder, context);
        }

        var text = captured.ToString();
        ((LiquidRun)context).Charge(text.Length);
        context.SetValue(name, new StringValue(text, encode: false));
        return completion;
    }
}
