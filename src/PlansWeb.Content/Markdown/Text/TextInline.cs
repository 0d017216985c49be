using Markdig.Syntax.Inlines;

namespace PlansWeb.Content.Markdown.Text;

/// <summary>
/// Text as the reader sees it: what Markdig splits into literals, escapes and entities, joined again.
/// </summary>
/// <remarks>
/// markdown-it joins such pieces before it looks for links (rule <c>text_collapse</c>, later <c>text_join</c>), so <c>a\_b.fr</c> or
/// <c>?a=1&amp;amp;b=2</c> must be one string here too.
/// </remarks>
/// <param name="text">The text, escapes and entities resolved, not HTML-encoded.</param>
internal sealed class TextInline(string text) : LeafInline
{
    /// <summary>The text, not HTML-encoded.</summary>
    public string Text { get; set; } = text;

    /// <summary>
    /// Indexes of characters that the writer escaped or wrote as an entity, in ascending order; <see langword="null"/> when there are none.
    /// The typographer leaves them alone: a backslash says « as it is ».
    /// </summary>
    public List<int>? Guarded { get; set; }

    /// <summary>Whether the writer escaped the character at an index.</summary>
    public bool IsGuarded(int index) => Guarded is { } guarded && guarded.BinarySearch(index) >= 0;

    /// <summary>Leaves a part of the text.</summary>
    public void Keep(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Text.Length);
        Text = Text.Substring(start, length);
        var kept = Guarded?.Where(index => index >= start && index < start + length).Select(index => index - start).ToList();
        Guarded = kept is { Count: > 0 } ? kept : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
