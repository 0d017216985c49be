namespace PlansWeb.Content.Site;

/// <summary>A heading of a page's body, in the order of the text.</summary>
/// <param name="Level">1 to 6, as in <c>h1</c> to <c>h6</c>.</param>
/// <param name="Id">The anchor: what stands behind <c>#</c> in an address.</param>
/// <param name="Text">The heading as plain text, typography applied, not HTML-encoded.</param>
internal sealed record Heading(int Level, string Id, string Text);
