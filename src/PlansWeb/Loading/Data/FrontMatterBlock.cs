namespace PlansWeb.Loading.Data;

/// <summary>A Markdown file, split.</summary>
/// <param name="Data">The front matter; empty when the file has none.</param>
/// <param name="Text">The whole file.</param>
/// <param name="BodyStart">Where in it the body begins: what follows the front matter.</param>
/// <param name="BodyLine">Line of the file on which the body begins, from 1.</param>
internal sealed record FrontMatterBlock(DataMap Data, string Text, int BodyStart, int BodyLine)
{
    /// <summary>What follows the front matter.</summary>
    public string Body => Text[BodyStart..];
}
