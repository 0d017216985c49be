using Markdig.Parsers;

namespace PlansWeb.Content.Markdown.Limits;

/// <summary>
/// Opens no block; notes the line that is being parsed, and stops where blocks nest too deeply, for Markdig does not say on which line that is.
/// </summary>
internal sealed class LineNote : BlockParser
{
    /// <summary>
    /// Blocks inside blocks; a list in a list is two. The text in them nests too, and both together stay below <see cref="MarkdownDialect.MaximumDepth"/>.
    /// </summary>
    public const int MaximumBlocks = 100;

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Context is RenderContext context)
        {
            context.Line = processor.LineIndex;
            var depth = 0;
            for (var block = processor.CurrentContainer; block is not null; block = block.Parent)
            {
                if (++depth > MaximumBlocks)
                {
                    throw TooCostlyException.Depth(context.Line);
                }
            }
        }

        return BlockState.None;
    }
}
