using System.Text;
using Markdig.Syntax.Inlines;

namespace PlansWeb.Content.Markdown.Text;

/// <summary>Replaces each run of literals and entities by one <see cref="TextInline"/>, so that later steps see whole words.</summary>
internal static class TextJoiner
{
    /// <summary>Joins the text below <paramref name="container"/>, in place.</summary>
    public static void Join(ContainerInline container)
    {
        var builder = new StringBuilder();
        Join(container, builder);
    }

    // Depth is bounded by the pipeline's MaximumNestingDepth.
    private static void Join(ContainerInline container, StringBuilder builder)
    {
        var inline = container.FirstChild;
        while (inline is not null)
        {
            if (inline is DelimiterInline delimiter)
            {
                inline = Unwrap(delimiter);
            }

            if (inline is LiteralInline or HtmlEntityInline)
            {
                inline = JoinRun(inline, builder);
            }
            else if (inline is ContainerInline inner)
            {
                Join(inner, builder);
            }

            inline = inline.NextSibling;
        }
    }

    // A bracket that opened nothing keeps in Markdig's tree what follows it as its children.
    private static LiteralInline Unwrap(DelimiterInline delimiter)
    {
        var literal = new LiteralInline(delimiter.ToLiteral()) { Span = delimiter.Span, Line = delimiter.Line, Column = delimiter.Column };
        delimiter.MoveChildrenAfter(delimiter);
        delimiter.ReplaceBy(literal);
        return literal;
    }

    private static TextInline JoinRun(Inline first, StringBuilder builder)
    {
        builder.Clear();
        List<int>? guarded = null;
        var end = first;
        for (var inline = first; inline is LiteralInline or HtmlEntityInline or DelimiterInline; inline = inline.NextSibling)
        {
            inline = inline is DelimiterInline delimiter ? Unwrap(delimiter) : inline;
            end = inline;
            if (inline is LiteralInline literal)
            {
                if (literal.IsFirstCharacterEscaped && literal.Content.Length > 0)
                {
                    (guarded ??= []).Add(builder.Length);
                }

                builder.Append(literal.Content.AsSpan());
            }
            else if (inline is HtmlEntityInline entity)
            {
                var transcoded = entity.Transcoded.AsSpan();
                for (var i = 0; i < transcoded.Length; i++)
                {
                    (guarded ??= []).Add(builder.Length + i);
                }

                builder.Append(transcoded);
            }
        }

        var joined = new TextInline(builder.ToString())
        {
            Guarded = guarded,
            Span = new(first.Span.Start, end.Span.End),
            Line = first.Line,
            Column = first.Column,
        };
        while (end != first)
        {
            var previous = end.PreviousSibling!;
            end.Remove();
            end = previous;
        }

        first.ReplaceBy(joined);
        return joined;
    }
}
