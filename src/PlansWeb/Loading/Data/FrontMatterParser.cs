namespace PlansWeb.Loading.Data;

/// <summary>Splits a Markdown file into front matter and body, and reads the front matter.</summary>
internal static class FrontMatterParser
{
    /// <summary>Reads a file. Never throws: what cannot be read is reported and left out.</summary>
    /// <param name="text">The whole file, decoded.</param>
    /// <param name="file">Path below the content folder, with <c>/</c>.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static FrontMatterBlock Parse(string text, string file, ProblemLog problems)
    {
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        if (FrontMatterFence.Find(text) is not { } fence)
        {
            return new FrontMatterBlock(DataMap.Empty, text, 1);
        }

        var data = YamlDocument.ReadMap(text[fence.DataStart..fence.DataEnd], 2, file, YamlLimits.FrontMatter, problems);
        return new FrontMatterBlock(data, text[fence.BodyStart..], LineAt(text, fence.BodyStart));
    }

    private static int LineAt(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');
}
