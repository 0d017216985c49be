using System.Text;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Headings;

/// <summary>A heading as plain text: what a reader sees, without markup.</summary>
internal static class HeadingText
{
    /// <summary>Text, code and images' texts, in order; a line break is a space.</summary>
    public static string Of(ContainerInline? inlines)
    {
        if (inlines is null)
        {
            return "";
        }

        var builder = new StringBuilder();
        Append(inlines, builder);
        return Collapse(builder.ToString());
    }

    /// <summary>One plain space for each run of spaces and line breaks, none at the ends. No-break spaces stay.</summary>
    public static string Collapse(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
            {
                builder.Append(c);
            }
            else if (builder.Length > 0 && builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString().TrimEnd(' ');
    }

    private static void Append(ContainerInline container, StringBuilder builder)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case TextInline text:
                    builder.Append(text.Text);
                    break;
                case CodeInline code:
                    builder.Append(code.ContentSpan);
                    break;
                case LineBreakInline:
                    builder.Append(' ');
                    break;
                case AutolinkInline link:
                    builder.Append(link.Url);
                    break;
                case ContainerInline inner:
                    Append(inner, builder);
                    break;
            }
        }
    }
}
