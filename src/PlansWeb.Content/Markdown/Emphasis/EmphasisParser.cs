using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace PlansWeb.Content.Markdown.Emphasis;

/// <summary>
/// Emphasis beside a symbol, as CommonMark 0.30 and markdown-it to version 13 have it: <c>€</c>, <c>°</c> and <c>→</c> are no punctuation,
/// <c>+</c> and <c>-</c> are.
/// </summary>
/// <remarks>
/// Since CommonMark 0.31, which Markdig follows, they are, and <c>n**°** 5</c> or <c>**10 €**par an</c> would lose their bold;
/// <c>+</c> and <c>-</c> Markdig does not count. It is shown a letter or a full stop in the symbol's place; the copy this takes is within what <see cref="Limits.InlineBudgetParser"/> counts for the mark.
/// </remarks>
internal sealed class EmphasisParser : EmphasisInlineParser
{
    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var mark = slice.CurrentChar;
        var count = 1;
        while (slice.PeekChar(count) == mark)
        {
            count++;
        }

        var before = slice.PeekCharExtra(-1);
        var after = slice.PeekChar(count);
        if (Shown(before) == before && Shown(after) == after)
        {
            return base.Match(processor, ref slice);
        }

        var text = slice.Text.ToCharArray();
        ReplaceSymbol(text, slice.Start - 1);
        ReplaceSymbol(text, slice.Start + count);
        var shown = new StringSlice(new string(text), slice.Start, slice.End);
        var matched = base.Match(processor, ref shown);
        slice.Start = shown.Start;
        return matched;
    }

    private static void ReplaceSymbol(char[] text, int index)
    {
        if (index >= 0 && index < text.Length)
        {
            text[index] = Shown(text[index]);
        }
    }

    private static char Shown(char c) => c switch
    {
        '+' or '-' => '.',
        > '\u007F' when char.IsSymbol(c) => 'x',
        _ => c,
    };
}
