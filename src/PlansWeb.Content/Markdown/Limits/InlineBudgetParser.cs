using Markdig.Helpers;
using Markdig.Parsers;

namespace PlansWeb.Content.Markdown.Limits;

/// <summary>
/// Adds up what a text's special characters may cost, and stops the parsing when that is more than a page could need.
/// </summary>
/// <remarks>
/// Each of these characters can make a CommonMark parser look at the rest of its paragraph, or at all openers before it, so the cost of a
/// paragraph is bounded by their number times its length. Measured on Markdig 1.6.0: 0.5 to 2.7 ns a unit over some twenty kinds of bombs
/// (<c>[a](</c>, <c>![</c>, <c>*a_</c>, <c>&lt;?</c>…), so the budget is worth about a quarter of a second. A page of 400 kB made of
/// paragraphs of 2 kB, one character in ten special, spends less than half of it.
/// </remarks>
internal sealed class InlineBudgetParser : InlineParser
{
    /// <summary>Units (characters looked at) that one text may spend.</summary>
    public const long Budget = 200_000_000;

    /// <summary>Listens to the characters that begin something.</summary>
    public InlineBudgetParser() => OpeningCharacters = ['[', ']', '!', '`', '<', '*', '_', '~', '&'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Context is RenderContext context)
        {
            context.Line = processor.Block?.Line ?? 0;
            context.InlineCost += slice.Text.Length;
            if (context.InlineCost > Budget)
            {
                throw TooCostlyException.Cost(context.Line);
            }
        }

        return false;
    }
}
