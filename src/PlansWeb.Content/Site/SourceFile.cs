namespace PlansWeb.Content.Site;

/// <summary>A file of the content that is not served, for a room that reads it by itself: a file of the register.</summary>
/// <param name="Path">Path below the content folder, with <c>/</c>.</param>
/// <param name="Text">The whole text, decoded (UTF-8, UTF-16 or Windows-1252), without byte order mark.</param>
/// <param name="Hash">Hash of the bytes.</param>
internal sealed record SourceFile(string Path, string Text, string Hash);
