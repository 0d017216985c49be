namespace PlansWeb.Content.FrontMatter;

/// <summary>How much data is read before it is refused: parsers and templates can be made to cost far more than the text is long.</summary>
/// <param name="Length">Longest text, in characters.</param>
/// <param name="Depth">Deepest nesting of lists and maps.</param>
/// <param name="Nodes">Most values, each alias counted as everything it stands for.</param>
internal sealed record DataLimits(int Length, int Depth, int Nodes)
{
    /// <summary>Limits of front matter: the largest block of the old site has 1.5 KB and four levels.</summary>
    public static DataLimits FrontMatter { get; } = new(Length: 16 * 1024, Depth: 32, Nodes: 10_000);

    /// <summary>Limits of a data file.</summary>
    public static DataLimits DataFile { get; } = new(Length: 1024 * 1024, Depth: 32, Nodes: 250_000);
}
