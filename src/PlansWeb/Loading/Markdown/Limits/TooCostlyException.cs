namespace PlansWeb.Loading.Markdown.Limits;

/// <summary>Stops Markdig, which has no cancellation, when a text would cost too much. Never leaves <see cref="MarkdownRenderer"/>.</summary>
/// <param name="line">Line of the Markdown, from 0, of the paragraph that costs too much.</param>
internal sealed class TooCostlyException(int line) : Exception
{
    /// <summary>Line of the Markdown, from 0.</summary>
    public int Line { get; } = line;
}
