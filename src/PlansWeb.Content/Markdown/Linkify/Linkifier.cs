using Markdig.Syntax.Inlines;
using PlansWeb.Content.Html;
using PlansWeb.Content.Markdown.Links;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>
/// Turns addresses in running text into links (markdown-it's option <c>linkify</c>, rule <c>rules_core/linkify</c>): not inside links,
/// code, image texts, nor between a raw <c>&lt;a&gt;</c> and <c>&lt;/a&gt;</c> of one paragraph.
/// </summary>
internal static class Linkifier
{
    /// <summary>Adds the links of one paragraph, heading or cell.</summary>
    /// <param name="root">Its content.</param>
    /// <param name="source">Its Markdown.</param>
    public static void Apply(ContainerInline root, ReadOnlySpan<char> source)
    {
        if (!LinkPretest.Passes(source))
        {
            return;
        }

        // Like the original, from the end backwards: an </a> closes what stands before it, whether or not an <a> follows.
        var htmlLinks = 0;
        Visit(root, ref htmlLinks);
    }

    private static void Visit(ContainerInline container, ref int htmlLinks)
    {
        for (var inline = container.LastChild; inline is not null;)
        {
            var previous = inline.PreviousSibling;
            switch (inline)
            {
                case LinkInline:
                    break;
                case HtmlInline html:
                    htmlLinks = Count(html.Tag, htmlLinks);
                    break;
                case ContainerInline inner:
                    Visit(inner, ref htmlLinks);
                    break;
                case TextInline text when htmlLinks == 0 && LinkPretest.Passes(text.Text):
                    Split(text);
                    break;
            }

            inline = previous;
        }
    }

    private static int Count(string tag, int htmlLinks)
    {
        if (tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase) && tag.AsSpan(3).Trim() is ">")
        {
            return htmlLinks + 1;
        }

        var opens = tag.Length > 2 && tag.StartsWith("<a", StringComparison.OrdinalIgnoreCase) && (tag[2] == '>' || char.IsWhiteSpace(tag[2]));
        return opens && htmlLinks > 0 ? htmlLinks - 1 : htmlLinks;
    }

    private static void Split(TextInline text)
    {
        var finder = new LinkFinder(text.Text);
        var last = 0;
        var guard = 0;
        Inline end = text;
        while (finder.TryNext(out var found))
        {
            if (ToLink(text.Text[found.Start..found.End], found.Kind) is not { } link)
            {
                continue;
            }

            end = Append(end, Part(text, last, found.Start, ref guard));
            end = Append(end, link);
            last = found.End;
        }

        if (last > 0)
        {
            Append(end, Part(text, last, text.Text.Length, ref guard));
            text.Remove();
        }
    }

    private static Inline Append(Inline after, Inline? inline)
    {
        if (inline is null)
        {
            return after;
        }

        after.InsertAfter(inline);
        return inline;
    }

    // The parts come in order, so the place in the list of guarded characters only moves forward.
    private static TextInline? Part(TextInline text, int start, int end, ref int guard)
    {
        if (start == end)
        {
            return null;
        }

        List<int>? guarded = null;
        for (; text.Guarded is { } all && guard < all.Count && all[guard] < end; guard++)
        {
            if (all[guard] >= start)
            {
                (guarded ??= []).Add(all[guard] - start);
            }
        }

        return new TextInline(text.Text[start..end]) { Guarded = guarded, Span = text.Span, Line = text.Line };
    }

    private static LinkInline? ToLink(string raw, FoundLinkKind kind)
    {
        var prefix = kind switch
        {
            FoundLinkKind.Domain => "http://",
            FoundLinkKind.Email => "mailto:",
            _ => "",
        };
        if (!SafeAddress.IsAllowed(LinkAddress.Normalize(prefix + raw)))
        {
            return null;
        }

        var link = new LinkInline(prefix + raw, "") { IsAutoLink = true, IsClosed = true };
        link.AppendChild(new TextInline(LinkAddress.NormalizeText(prefix + raw)[prefix.Length..]));
        return link;
    }
}
