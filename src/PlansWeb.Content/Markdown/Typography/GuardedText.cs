using Markdig.Syntax.Inlines;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>
/// Splits texts at what the writer escaped, <c>\"</c> or <c>&amp;quot;</c>: since markdown-it 13 the typographer leaves such characters as
/// they are.
/// </summary>
internal static class GuardedText
{
    /// <summary>After this, a <see cref="TextInline"/> is escaped as a whole, or not at all.</summary>
    public static void Split(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            if (inline is TextInline { Guarded: not null } text)
            {
                Split(text);
            }
            else if (inline is ContainerInline inner)
            {
                Split(inner);
            }

            inline = next;
        }
    }

    private static void Split(TextInline text)
    {
        Inline end = text;
        var at = 0;
        foreach (var guarded in text.Guarded!)
        {
            if (guarded > at)
            {
                end = Append(end, new TextInline(text.Text[at..guarded]));
            }

            end = Append(end, new TextInline(text.Text[guarded].ToString()) { Guarded = [0] });
            at = guarded + 1;
        }

        if (at < text.Text.Length)
        {
            Append(end, new TextInline(text.Text[at..]));
        }

        text.Remove();
    }

    private static TextInline Append(Inline after, TextInline text)
    {
        after.InsertAfter(text);
        return text;
    }
}
