using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;

namespace PlansWeb.Content.Markdown.Extras;

/// <summary>
/// What writers know from other programs and Markdig can parse: footnotes, task lists, GitHub's alerts, definition lists. Eleventy's markdown-it has none
/// of them without a plug-in: in its dialect they are off, and reported (<see cref="Slips.SlipPatterns"/>).
/// </summary>
internal sealed class ExtrasExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        new FootnoteExtension().Setup(pipeline);
        new TaskListExtension().Setup(pipeline);
        new DefinitionListExtension().Setup(pipeline);
        new AlertExtension().Setup(pipeline);

        // GitHub's classes, which no style sheet here knows.
        if (pipeline.InlineParsers.Find<TaskListInlineParser>() is { } tasks)
        {
            tasks.ListClass = null!;
            tasks.ListItemClass = null!;
        }
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.AddIfNotAlready<HtmlDefinitionListRenderer>();
        renderer.ObjectRenderers.AddIfNotAlready<NotesRenderer>();
        renderer.ObjectRenderers.AddIfNotAlready<NoteLinkRenderer>();
        renderer.ObjectRenderers.AddIfNotAlready<TaskRenderer>();

        // Before the renderer of quotes, which takes an alert for one.
        renderer.ObjectRenderers.Insert(0, new AlertRenderer());
    }
}
