namespace PlansWeb.Content.Markdown.Limits;

/// <summary>Stops Markdig, which has no cancellation, when a text would cost too much. Never leaves <see cref="MarkdownRenderer"/>.</summary>
/// <param name="exceeded">The limit, and the line of the paragraph that exceeds it.</param>
internal sealed class TooCostlyException(LimitExceeded exceeded) : Exception
{
    /// <summary>The limit, and the line of the paragraph that exceeds it.</summary>
    public LimitExceeded Exceeded { get; } = exceeded;
}
