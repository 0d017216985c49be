namespace PlansWeb.Content.FrontMatter;

/// <summary>A Markdown file, split.</summary>
/// <param name="Data">The front matter; empty when the file has none.</param>
/// <param name="Text">The whole file.</param>
/// <param name="BodyStart">Where in it the body begins: what follows the front matter.</param>
/// <param name="BodyLine">Line of the file on which the body begins, from 1.</param>
internal sealed record FrontMatterBlock(DataMap Data, string Text, int BodyStart, int BodyLine)
{
    /// <summary>The front matter as it was written, from line <see cref="HeaderLine"/> on; empty without one.</summary>
    public string Header { get; init; } = "";

    /// <summary>Line of the file on which <see cref="Header"/> begins, from 1.</summary>
    public int HeaderLine { get; init; } = 2;

    /// <summary>Lines of the front matter were lost: they could neither be read nor mended.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>What follows the front matter.</summary>
    public string Body => Text[BodyStart..];
}
