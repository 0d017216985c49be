using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Site;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Markdown.Headings;

/// <summary>Gives every Markdown heading an id, and lists them. Those of raw HTML are read from the tree, after sanitizing.</summary>
internal static class HeadingCollector
{
    /// <summary>Sets the ids and returns the headings in the order of the text.</summary>
    /// <param name="blocks">The page's leaf blocks, in order.</param>
    /// <param name="chosenIds">Ids that the writer gave in braces.</param>
    /// <param name="isExact">They have anchors as Eleventy's <c>slugify</c> makes them.</param>
    public static IReadOnlyList<Heading> Collect(IReadOnlyList<LeafBlock> blocks, IEnumerable<string> chosenIds, bool isExact = false)
    {
        var slugger = new Slugger(isExact ? Slug.Of : null);
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
            }
        }

        return headings;
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
