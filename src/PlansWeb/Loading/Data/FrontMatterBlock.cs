namespace PlansWeb.Loading.Data;

/// <summary>A Markdown file, split.</summary>
/// <param name="Data">The front matter; empty when the file has none.</param>
/// <param name="Body">What follows it.</param>
/// <param name="BodyLine">Line of the file on which <paramref name="Body"/> begins, from 1.</param>
internal sealed record FrontMatterBlock(DataMap Data, string Body, int BodyLine);
