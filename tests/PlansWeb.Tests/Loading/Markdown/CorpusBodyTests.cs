using PlansWeb.Loading;
using PlansWeb.Loading.Markdown;

namespace PlansWeb.Tests.Loading.Markdown;

/// <summary>The bodies of the old site's pages, as its own generator rendered them.</summary>
public sealed class CorpusBodyTests
{
    [Fact]
    public void Render_EveryPageOfTheOldSite_GivesItsBody()
    {
        if (Corpus.Folder is null)
        {
            Assert.NotEqual("all", Environment.GetEnvironmentVariable("PLANSWEB_TESTS"));
            Assert.Skip("The corpus ../shared/corpus/minumeco-2022 is not on this machine.");
        }

        var renderer = new MarkdownRenderer(typographer: false);
        // LICENSE.md has an entry in pages.json, but the corpus's content does not hold the file.
        var pages = Corpus.Pages().Where(page => page.Input != "LICENSE.md").ToList();
        var different = new List<string>();
        foreach (var page in pages)
        {
            var body = Corpus.Body(page);
            var problems = new ProblemLog(page.Input, body);
            var actual = HtmlOutline.Of(renderer.Render(body, 1, problems).Html);
            var expected = HtmlOutline.Of(page.Html);
            if (actual != expected)
            {
                different.Add($"{page.Input}\n{FirstDifference(expected, actual)}");
            }
        }

        Assert.Equal(141, pages.Count);
        Assert.True(different.Count == 0, $"{different.Count} pages differ:\n{string.Join("\n\n", different)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return $"  expected: {string.Join(" | ", left.Skip(line).Take(4))}\n  actual:   {string.Join(" | ", right.Skip(line).Take(4))}";
    }
}
