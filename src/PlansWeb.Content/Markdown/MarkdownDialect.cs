using Markdig;
using Markdig.Extensions.Hardlines;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using PlansWeb.Content.Markdown.Containers;
using PlansWeb.Content.Markdown.Emphasis;
using PlansWeb.Content.Markdown.Extras;
using PlansWeb.Content.Markdown.Limits;
using PlansWeb.Content.Markdown.Links;
using PlansWeb.Content.Markdown.Tables;
using PlansWeb.Content.Markdown.Text;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.Markdown;

/// <summary>
/// Markdig set up as the old site's markdown-it: CommonMark with raw HTML and indented code, <c>breaks</c>, <c>~~strikethrough~~</c>, pipe tables.
/// </summary>
/// <remarks>
/// Every extension is named here. Markdig's own attributes, media links, identifiers and autolinks stay out: the first two let a writer's
/// <c>onclick</c> through, the last two cost time in proportion to the square of their input.
/// </remarks>
internal sealed class MarkdownDialect : IMarkdownExtension
{
    /// <summary>
    /// Depth of the tree at which Markdig gives up with an <see cref="ArgumentException"/>: Markdig's own default, said here because
    /// the recursion of our own steps relies on it. markdown-it stops at 100.
    /// </summary>
    public const int MaximumDepth = 128;

    /// <summary>Builds the one pipeline that all pages share.</summary>
    /// <param name="switches">What is on.</param>
    public static MarkdownPipeline Build(MarkdownSwitches switches)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaximumDepth };
        if (switches.Breaks)
        {
            builder.Extensions.Add(new SoftlineBreakAsHardlineExtension());
        }

        if (!switches.IndentedCode)
        {
            builder.BlockParsers.RemoveAll(static parser => parser is IndentedCodeBlockParser);
        }

        builder.Extensions.Add(new MarkdownDialect());
        builder.Extensions.Add(new LimitsExtension());
        builder.Extensions.Add(new TextExtension());
        builder.Extensions.Add(new LinksExtension());
        builder.Extensions.Add(new TablesExtension());
        if (switches.Containers)
        {
            builder.Extensions.Add(new ContainersExtension(switches.ContainerNames, switches.AreContainersOpen));
        }

        if (!switches.IsExact)
        {
            builder.Extensions.Add(new ExtrasExtension());
        }

        return builder.Build();
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var emphasis = new EmphasisParser();
        emphasis.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, true));
        pipeline.InlineParsers.ReplaceOrAdd<EmphasisInlineParser>(emphasis);
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var emphasis = renderer.ObjectRenderers.FindExact<EmphasisInlineRenderer>()!;
        var usual = emphasis.GetTag;
        // markdown-it writes <s>, Markdig would write <del>: no longer true, rather than removed.
        emphasis.GetTag = inline => inline.DelimiterChar == '~' ? "s" : usual(inline);
    }
}
