using System.Buffers;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Slips;

/// <summary>
/// The text of a paragraph, heading or cell as readers see it before links and typography are added: what is left of marks that made nothing
/// stands in it. Code, tags and links are one character each, so that no pattern reaches into or across them.
/// </summary>
internal static class ShownText
{
    /// <summary>Stands for code, a tag or an image.</summary>
    public const char Object = '\uFFFC';

    /// <summary>Stands for a link.</summary>
    public const char Link = '\uFFFB';

    // Stands for a character that the writer escaped: a backslash says « as it is ».
    private const char Escaped = '\uFFF9';

    // What every pattern of SlipPatterns has one of.
    private static readonly SearchValues<char> s_marks = SearchValues.Create("[]#*|\t=~!@:`^$%<{+'_•·▪◦●○■‣–—-.)&?/\\°º►▶➢➤➔→⇒✓✔✗✘☐☑☒◆❖★ÃÂâXO»\u00a0\u202f");

    /// <summary>The text, a line break as <c>\n</c>; <see langword="null"/> where there is nothing to find.</summary>
    public static string? Of(LeafBlock leaf)
    {
        if (leaf.Inline is not { } inlines || !HasMark(inlines))
        {
            return null;
        }

        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString();
    }

    private static bool HasMark(ContainerInline container)
    {
        foreach (var inline in container)
        {
            if (inline is TextInline text ? text.Text.AsSpan().ContainsAny(s_marks) : inline is ContainerInline inner && HasMark(inner))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case TextInline { Guarded: null } plain:
                    text.Append(plain.Text);
                    break;
                case TextInline guarded:
                    for (var i = 0; i < guarded.Text.Length; i++)
                    {
                        text.Append(guarded.IsGuarded(i) ? Escaped : guarded.Text[i]);
                    }

                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case LinkInline { IsImage: false } or AutolinkInline:
                    text.Append(Link);
                    break;
                case LinkInline or CodeInline or HtmlInline:
                    text.Append(Object);
                    break;
                case ContainerInline inner:
                    Append(inner, text);
                    break;
                default:
                    text.Append(Object);
                    break;
            }
        }
    }
}
