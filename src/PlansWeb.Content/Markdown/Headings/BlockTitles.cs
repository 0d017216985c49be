using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using PlansWeb.Content.Markdown.Containers;

namespace PlansWeb.Content.Markdown.Headings;

/// <summary>
/// Gives the titles of blocks of <c>:::</c> their level: one below the heading that they stand under, or the block that they stand in, so that no
/// level is skipped (RGAA 9.1). eleventy-dsfr writes level 3 everywhere.
/// </summary>
internal static partial class BlockTitles
{
    private const int Deepest = 6;

    /// <summary>Sets the levels.</summary>
    /// <param name="leaves">The page's leaf blocks, in order.</param>
    public static void SetLevels(IReadOnlyList<LeafBlock> leaves)
    {
        // The page's title.
        var last = 1;
        var below = new HashSet<ContainerTitle>();
        foreach (var leaf in leaves)
        {
            if (leaf is ContainerTitle { Parent: DsfrContainer { Fence.Kind: ContainerKind.Alert or ContainerKind.Callout } block } title)
            {
                title.Level = Math.Min((Around(block).FirstOrDefault(below.Contains)?.Level ?? last) + 1, Deepest);
                below.Add(title);
            }
            else if (LevelOf(leaf) is { } level)
            {
                last = level;
                below.Clear();
            }
        }
    }

    private static IEnumerable<ContainerTitle> Around(DsfrContainer block)
    {
        for (var above = block.Parent; above is not null; above = above.Parent)
        {
            if (above is DsfrContainer { Title: { } title })
            {
                yield return title;
            }
        }
    }

    private static int? LevelOf(LeafBlock leaf) => leaf switch
    {
        HeadingBlock heading => heading.Level,
        HtmlBlock html when HtmlHeading().Matches(html.Lines.ToString()) is { Count: > 0 } found => int.Parse(found[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture),
        _ => null,
    };

    [GeneratedRegex(@"<h([1-6])\b", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlHeading();
}
