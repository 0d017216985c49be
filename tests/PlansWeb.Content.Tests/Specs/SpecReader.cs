namespace PlansWeb.Content.Tests.Specs;

/// <summary>
/// Reads the specs beside this class: French prose, in which each block <c>markdown</c> is followed by the block <c>html</c> that it gives.
/// <c>markdown typographie</c> turns the typography on. Fences have four backticks or more, so that examples may hold fences.
/// </summary>
internal static class SpecReader
{
    public static IEnumerable<SpecExample> ReadAll()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Specs");
        return Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Read);
    }

    public static IEnumerable<SpecExample> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        (string Info, string Text, int Line)? input = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("````", StringComparison.Ordinal))
            {
                continue;
            }

            var fence = lines[i][..(lines[i].Length - lines[i].TrimStart('`').Length)];
            var info = lines[i][fence.Length..].Trim();
            var start = i + 1;
            for (i = start; i < lines.Length && lines[i] != fence;)
            {
                i++;
            }

            var text = string.Join('\n', lines[start..i]) + "\n";
            if (info.StartsWith("markdown", StringComparison.Ordinal))
            {
                Assert.True(input is null, $"{path}:{input?.Line}: no html follows this example.");
                input = (info, text, start);
            }
            else
            {
                Assert.Equal("html", info);
                Assert.True(input is not null, $"{path}:{start}: no Markdown stands before this html.");
                yield return new SpecExample(Path.GetFileName(path), input.Value.Line, input.Value.Text, text, input.Value.Info.EndsWith("typographie", StringComparison.Ordinal));
                input = null;
            }
        }

        Assert.True(input is null, $"{path}:{input?.Line}: no html follows this example.");
    }
}
