using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Markdown.Links;

/// <summary>Reports the links and images of Markdown whose addresses are refused; they stay text (<see cref="LinkRenderer"/>).</summary>
internal static class RefusedLinks
{
    // Each is searched for in its paragraph: a page of nothing else must not cost the square of its length.
    private const int MostReports = 100;

    /// <summary>Reports them. Addresses that only open on the writer's own computer are left to the checks, which find them in any text.</summary>
    /// <param name="leaves">The blocks of the page, in order.</param>
    /// <param name="markdown">The text that they were made from.</param>
    /// <param name="context">Takes the reports.</param>
    public static void Report(IEnumerable<LeafBlock> leaves, string markdown, RenderContext context)
    {
        var reports = 0;
        foreach (var leaf in leaves)
        {
            if (leaf.Inline is null)
            {
                continue;
            }

            var from = leaf.Span.Start;
            foreach (var inline in leaf.Inline.Descendants())
            {
                var (address, isImage) = inline switch
                {
                    LinkInline { Url: { } url } link => (url, link.IsImage),
                    AutolinkInline { IsEmail: false } autolink => (autolink.Url, false),
                    _ => ("", false),
                };
                if (SafeAddress.IsAllowed(LinkAddress.Normalize(address), isImage) || SafeAddress.IsLocal(address))
                {
                    continue;
                }

                if (reports++ == MostReports)
                {
                    return;
                }

                var (rule, message, advice) = SanitizerReport.OfRefusedLink(address, isImage);
                var at = Place(leaf, markdown, address, ref from);
                var (line, column) = at < 0 ? (leaf.Line, 0) : TextPositions.Of(markdown, at, 0);
                context.Report(rule, line, message, advice, column);
            }
        }
    }

    // Where the address is written, from the last one on; -1 where it is written in another way (entities, or a reference elsewhere).
    private static int Place(LeafBlock leaf, string markdown, string address, ref int from)
    {
        var end = Math.Min(leaf.Span.End + 1, markdown.Length);
        var at = from < 0 || from >= end ? -1 : markdown.IndexOf(address, from, end - from, StringComparison.Ordinal);
        from = at < 0 ? from : at + address.Length;
        return at;
    }
}
