using System.Net;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Site;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Markdown.Headings;

/// <summary>Gives every Markdown heading an id, and lists them. Those of raw HTML are read from the tree, after sanitizing.</summary>
internal static class HeadingCollector
{
    /// <summary>Sets the ids and returns the headings in the order of the text.</summary>
    /// <param name="blocks">The page's leaf blocks, in order.</param>
    /// <param name="chosenIds">Ids that the writer gave in braces.</param>
    /// <param name="switches">Whose anchors they have: the site's, or Eleventy's and those of its plugin.</param>
    public static IReadOnlyList<Heading> Collect(IReadOnlyList<LeafBlock> blocks, IEnumerable<string> chosenIds, MarkdownSwitches? switches = null)
    {
        var anchors = switches?.Anchors;
        var slugger = new Slugger(switches is not { IsExact: true } ? null : anchors is { IsSlugged: false } ? Encoded : Slug.Of);
        foreach (var id in chosenIds.Concat(IdsOfRawHtml(blocks)))
        {
            // Chosen ids win over made ones wherever they stand: links to them are written already.
            slugger.Take(id);
        }

        var headings = new List<Heading>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading)
            {
                var text = HeadingText.Of(heading.Inline);
                var attributes = heading.GetAttributes();
                attributes.Id ??= slugger.Next(text);
                headings.Add(new Heading(heading.Level, attributes.Id, text));
                if (anchors is not null && anchors.Levels.Contains((char)('0' + heading.Level), StringComparison.Ordinal))
                {
                    Complete(heading, attributes, anchors);
                }
            }
        }

        return headings;
    }

    // markdown-it-anchor's own slugify: JavaScript's encodeURIComponent, which leaves five signs more as they are than .NET does.
    private static string Encoded(string text) => Uri.EscapeDataString(string.Join('-', text.Trim().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        .Replace("%21", "!", StringComparison.Ordinal).Replace("%27", "'", StringComparison.Ordinal).Replace("%28", "(", StringComparison.Ordinal)
        .Replace("%29", ")", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);

    // What markdown-it-anchor adds. Its link is HTML of the project, so the sanitizer sees it.
    private static void Complete(HeadingBlock heading, HtmlAttributes attributes, HeadingAnchors anchors)
    {
        if (anchors.TabIndex.Length > 0)
        {
            attributes.AddPropertyIfNotExist("tabindex", anchors.TabIndex);
        }

        if (anchors.Link is not { } link || heading.Inline is not { } inlines)
        {
            return;
        }

        var name = link.Class.Length == 0 ? "" : $" class=\"{WebUtility.HtmlEncode(link.Class)}\"";
        var start = $"<a{name} href=\"#{WebUtility.HtmlEncode(attributes.Id)}\"{(link.IsHidden ? " aria-hidden=\"true\"" : "")}>";
        if (link.IsAround)
        {
            inlines.FirstChild?.InsertBefore(new HtmlInline(start));
            inlines.AppendChild(new HtmlInline("</a>"));
        }
        else if (link.IsBefore && inlines.FirstChild is { } first)
        {
            first.InsertBefore(new HtmlInline(start + link.Symbol + "</a>" + link.Space));
        }
        else
        {
            inlines.AppendChild(new HtmlInline(link.Space + start + link.Symbol + "</a>"));
        }
    }

    private static IEnumerable<string> IdsOfRawHtml(IReadOnlyList<LeafBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is HtmlBlock html)
            {
                foreach (var id in RawIds.Of(html.Lines.ToString()))
                {
                    yield return id;
                }
            }

            foreach (var inline in block.Inline?.FindDescendants<HtmlInline>() ?? [])
            {
                foreach (var id in RawIds.Of(inline.Tag))
                {
                    yield return id;
                }
            }
        }
    }
}
