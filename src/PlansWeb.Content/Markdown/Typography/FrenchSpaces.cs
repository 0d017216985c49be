using System.Text;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>
/// No line begins with a mark that belongs to the word before: where the writer put a plain space, a narrow no-break space stands before
/// <c>; ! ?</c>, a no-break space before <c>:</c> and <c>»</c> and after <c>«</c> (Imprimerie nationale, Lexique des règles typographiques). A
/// space that the writer did not put is not added: that would change code-like texts, and other languages.
/// </summary>
internal static class FrenchSpaces
{
    private const char NoBreak = '\u00A0';
    private const char NarrowNoBreak = '\u202F';

    /// <summary>Changes the texts of one paragraph.</summary>
    public static void Apply(IReadOnlyList<FlowItem> items)
    {
        // The nearest visible neighbours, across elements, but not across code, tags or line breaks.
        var before = '\0';
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Text is { } text)
            {
                text.Text = Apply(text.Text, before, After(items, i));
                before = text.Text[^1];
            }
            else if (items[i].Kind != FlowKind.Boundary)
            {
                before = '\0';
            }
        }
    }

    private static char After(IReadOnlyList<FlowItem> items, int index)
    {
        do
        {
            index++;
        }
        while (index < items.Count && items[index].Kind == FlowKind.Boundary);

        return index < items.Count && items[index].Text is { } next ? next.Text[0] : '\0';
    }

    private static string Apply(string text, char before, char after)
    {
        if (!text.Contains(' '))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
            {
                builder.Append(text[i]);
                continue;
            }

            var end = i;
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            var space = Space(i > 0 ? text[i - 1] : before, end < text.Length ? text[end] : after);
            builder.Append(space, space == ' ' ? end - i : 1);
            i = end - 1;
        }

        return builder.ToString();
    }

    private static char Space(char before, char after) => (before, after) switch
    {
        // The first word of a line has nothing to hold on to.
        ('\0', _) => ' ',
        (_, ';' or '!' or '?') => NarrowNoBreak,
        (_, ':' or '»') => NoBreak,
        ('«', not '\0') => NoBreak,
        _ => ' ',
    };
}
