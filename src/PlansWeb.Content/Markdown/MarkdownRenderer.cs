using System.Collections.Frozen;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Markdown.Attributes;
using PlansWeb.Content.Markdown.Containers;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Markdown.Limits;
using PlansWeb.Content.Markdown.Linkify;
using PlansWeb.Content.Markdown.Links;
using PlansWeb.Content.Markdown.Slips;
using PlansWeb.Content.Markdown.Tables;
using PlansWeb.Content.Markdown.Text;
using PlansWeb.Content.Markdown.Typography;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Markdown;

/// <summary>
/// Renders Markdown as the old site's markdown-it did: raw HTML kept, a single newline is a <c>br</c>, bare links become links.
/// Thread-safe; one instance serves all pages.
/// </summary>
/// <param name="switches">What is on beside CommonMark (settings <c>Content:Breaks</c> and its like).</param>
internal sealed class MarkdownRenderer(MarkdownSwitches switches)
{
    private const int MaximumAttempts = 3;

    /// <summary>Everything but French typography as the old site had it.</summary>
    /// <param name="typographer">French typography on rendered text.</param>
    public MarkdownRenderer(bool typographer)
        : this(new MarkdownSwitches { Typographer = typographer })
    {
    }

    /// <summary>What is on.</summary>
    public MarkdownSwitches Switches => switches;

    private static readonly FrozenSet<string> s_harmlessTags = FrozenSet.ToFrozenSet(
        ["<br>", "<br/>", "<br />", "<wbr>", "<sub>", "</sub>", "<sup>", "</sup>"], StringComparer.Ordinal);

    private readonly MarkdownPipeline _pipeline = MarkdownDialect.Build(switches);

    /// <summary>Renders a body. Never throws: what exceeds a limit is reported and left out, and the rest is rendered.</summary>
    /// <param name="markdown">The Markdown, front matter removed and Liquid resolved.</param>
    /// <param name="firstLine">Line of the file on which <paramref name="markdown"/> begins, from 1, so that problems name the file's own lines.</param>
    /// <param name="problems">Where problems are reported.</param>
    public RenderedMarkdown Render(string markdown, int firstLine, DiagnosticLog problems)
    {
        var limits = new List<Diagnostic>();
        var text = SourceLimits.Fit(markdown, firstLine, limits);
        limits.ForEach(problems.Add);

        // The first time its paragraph is left out, and the second time all that follows: each attempt costs as much as a page may.
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var context = new RenderContext(firstLine);
            TooCostlyException exceeded;
            try
            {
                return RenderWithinLimits(text, context, problems);
            }
            catch (TooCostlyException costly)
            {
                exceeded = costly;
            }
            catch (ArgumentException tooDeep) when (tooDeep.Message.Contains("nested", StringComparison.Ordinal))
            {
                // Markdig's only way to say that the tree is deeper than MarkdownDialect.MaximumDepth; it does not say where.
                exceeded = TooCostlyException.Depth(context.Line);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // A mistake of ours must cost this page, not the site. A test renders 10,000 random texts without coming here.
                problems.Report(
                    DiagnosticRules.RenderFailure,
                    0,
                    0,
                    $"Ce texte n’a pas pu être mis en forme ({failure.GetType().Name}).",
                    "Signalez cette page aux développeurs du site.");
                return RenderedMarkdown.Notice;
            }

            problems.Report(DiagnosticRules.TooLarge, firstLine + exceeded.Line, 0, exceeded.Message, exceeded.Advice);
            text = Without(text, exceeded.Line, isRest: exceeded.IsRest || attempt > 0);
        }

        return RenderedMarkdown.Notice;
    }

    // Without the paragraph, list or table in which a line stands, or without all from there on. The other lines keep their numbers.
    private static string Without(string text, int line, bool isRest)
    {
        var lines = text.Split('\n');
        var start = Math.Min(line, lines.Length - 1);
        var end = start + 1;
        while (start > 0 && !string.IsNullOrWhiteSpace(lines[start - 1]) && !isRest)
        {
            start--;
        }

        while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]))
        {
            end++;
        }

        Array.Fill(lines, "", start, (isRest ? lines.Length : end) - start);
        return string.Join('\n', lines);
    }

    private RenderedMarkdown RenderWithinLimits(string markdown, RenderContext context, DiagnosticLog problems)
    {
        var document = Markdig.Markdown.Parse(markdown, _pipeline, context);
        ContainerRepair.Apply(document, context);
        var leaves = document.Descendants<LeafBlock>().ToList();
        if (leaves.OfType<HeadingBlock>().Skip(SourceLimits.MaximumHeadings).FirstOrDefault() is { } oneTooMany)
        {
            throw TooCostlyException.Headings(oneTooMany.Line);
        }

        foreach (var leaf in leaves)
        {
            if (leaf.Inline is { } inlines)
            {
                TextJoiner.Join(inlines);
            }
        }

        var slips = new SlipFinder(markdown, context, switches.HasMarks);
        slips.Report(document, leaves);
        slips.RemoveEmptyHeadings(leaves, isKept: switches.IsExact);
        if (!switches.IsExact)
        {
            BlockTitles.SetLevels(leaves);
            if (markdown.Contains("](", StringComparison.Ordinal))
            {
                leaves.ForEach(static leaf => SpacedAddresses.Mend(leaf.Inline));
            }
        }

        // The order is markdown-it's: braces, then links, then typography.
        if (switches.Braces && markdown.Contains('{', StringComparison.Ordinal))
        {
            new AttributeApplier(context).Apply(leaves);
        }

        // All addresses that could be refused have a scheme.
        if (markdown.Contains(':', StringComparison.Ordinal) || markdown.Contains('&', StringComparison.Ordinal))
        {
            RefusedLinks.Report(leaves, markdown, context);
        }

        foreach (var leaf in leaves)
        {
            if (leaf.Inline is not { } inlines)
            {
                continue;
            }

            if (switches.Linkify && leaf is not ContainerTitle)
            {
                Linkifier.Apply(inlines, Source(markdown, leaf.Span));
            }

            if (switches.Typographer)
            {
                Typographer.Apply(inlines, switches.IsExact ? switches.Quotes.Split('\n') : InterfaceLanguage.IsFrench ? null : SmartQuotes.English);
            }
        }

        var names = new TableNames();
        foreach (var header in leaves.OfType<TableCellBlock>().GroupBy(static cell => cell.Parent).Where(static row => row.Key is TableRowBlock { Parent: TableBlock table } && table[0] == row.Key))
        {
            ((TableBlock)header.Key!.Parent!).Name = names.Next(header.Select(static cell => HeadingText.Of(cell.Inline)));
        }

        var headings = HeadingCollector.Collect(leaves, context.ChosenIds, switches.IsExact);
        foreach (var problem in context.Problems)
        {
            problems.Add(problem);
        }

        return new RenderedMarkdown(document.ToHtml(_pipeline), headings) { HasRawHtml = leaves.Exists(HasRawHtml) };
    }

    // Some tags are harmless whatever stands around them: no attributes, and the end of their paragraph ends them too.
    private static bool HasRawHtml(LeafBlock leaf) =>
        leaf is HtmlBlock || (leaf.Inline?.FindDescendants<HtmlInline>().Any(static html => !s_harmlessTags.Contains(html.Tag)) ?? false);

    private static ReadOnlySpan<char> Source(string markdown, SourceSpan span) =>
        span.Start >= 0 && span.End < markdown.Length && span.Start <= span.End ? markdown.AsSpan(span.Start, span.Length) : markdown;
}
