namespace PlansWeb.Content.Search;

/// <summary>A piece of an excerpt.</summary>
/// <param name="Text">Plain text, not HTML-encoded.</param>
/// <param name="IsMatch">The piece is a word that was looked for.</param>
internal readonly record struct ExcerptPart(string Text, bool IsMatch);
