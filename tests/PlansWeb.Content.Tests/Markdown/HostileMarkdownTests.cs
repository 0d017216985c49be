using CsCheck;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Markdown.Limits;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Markdown;

/// <summary>
/// Texts that cost parsers dearly. The bounds have a wide margin: when they were written, the dearest refused text took 0.3 s and 42 MB, the dearest accepted
/// one (a file of the greatest size, nothing but small tables) 1 s and 220 MB in all, both in a debug build on a shared machine. Without the limits the same texts took 18 to 60 s and up to 13 GB (Markdig 1.6.0 with its own extensions).
/// </summary>
[Trait("Lane", "Whole")]
public sealed class HostileMarkdownTests
{
    private const long MaximumAllocation = 300L * 1024 * 1024;
    private const long MaximumRefusedAllocation = 100L * 1024 * 1024;
    private static readonly TimeSpan s_maximumTime = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("[a](", 40_000)]
    [InlineData("[a](\n", 100_000)]
    [InlineData("![\n", 150_000)]
    [InlineData("x[a][\n", 80_000)]
    [InlineData("*a **b _c\n", 50_000)]
    [InlineData("x<!-- \n", 70_000)]
    [InlineData("[a]: b\n", 60_000)]
    [InlineData("# a\n\n", 20_000)]
    [InlineData("a\n---\n", 80_000)]
    [InlineData("- ", 3_000, "a")]
    [InlineData("> ", 3_000, "a")]
    [InlineData("é", 300_000)]
    public void Render_Bomb_CostsLittleAndTheTextAroundItIsShown(string pattern, int count, string end = "")
    {
        var rendered = Measure($"Avant.\n\n{Repeat(pattern, count)}{end}\n\nAprès.\n", out var problems);

        Assert.StartsWith("<p>Avant.</p>", rendered.Html, StringComparison.Ordinal);
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(DiagnosticRules.TooLarge, problem.Rule));
        Assert.All(problems, problem => Assert.True(problem.Line > 0 && problem.Advice.Length > 0));
    }

    [Theory]
    [InlineData("- ", 3_000, "a")]
    [InlineData("> ", 3_000, "a")]
    [InlineData("[", 15_000)]
    [InlineData("*a **b _c\n", 20_000)]
    public void Render_OneBombOfAParagraph_LosesThatParagraphAlone(string pattern, int count, string end = "")
    {
        var rendered = Measure($"Avant.\n\n{Repeat(pattern, count)}{end}\n\nAprès.\n", out var problems);

        Assert.StartsWith("<p>Avant.</p>", rendered.Html, StringComparison.Ordinal);
        Assert.EndsWith("<p>Après.</p>\n", rendered.Html, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(problems).Line);
    }

    [Fact]
    public void Render_ListNestedThreeThousandTimes_CostsLittle()
    {
        // One level more on each line; a file of the greatest size holds 700 of them.
        var rendered = Measure("Avant.\n\n" + string.Concat(Enumerable.Range(0, 700).Select(level => new string(' ', level * 2) + "- a\n")) + "\nAprès.\n", out var problems);

        Assert.All(problems, problem => Assert.Equal(DiagnosticRules.TooLarge, problem.Rule));
        Assert.Contains("<p>Avant.</p>", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("Après.", rendered.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.b/(\n", 35_000)]
    [InlineData("a.fr/\"\n", 60_000)]
    [InlineData("\"@a.\n", 80_000)]
    [InlineData("\"a 'b\n", 70_000)]
    [InlineData("a -- b\n", 60_000)]
    [InlineData("<h2 id=a\n", 50_000)]
    [InlineData("<h2 id=\"a\">\n\n", 30_000)]
    [InlineData("<div\n", 100_000)]
    [InlineData("<div a=\"\n", 50_000)]
    [InlineData("<h2><!-- -->\n", 40_000)]
    [InlineData("<div>**a\n", 50_000)]
    [InlineData("1. a\n\nb\n\n", 50_000)]
    [InlineData("» a\n\n", 80_000)]
    [InlineData(":::info\n", 60_000)]
    [InlineData(":::\n", 100_000)]
    [InlineData("??? a\n", 80_000)]
    [InlineData("a {.b\n", 80_000)]
    [InlineData("|a|b|\n|-|-|\n\n", 30_000)]
    [InlineData("- a\n", 60_000)]
    public void Render_RepeatedThing_CostsInProportion(string pattern, int count)
    {
        Measure(Repeat(pattern, count), out var problems);

        Assert.DoesNotContain(problems, problem => problem.Rule == DiagnosticRules.TooLarge || problem.Rule == DiagnosticRules.RenderFailure);
    }

    [Fact]
    public void Render_ManyColumnsAndShortRows_AddsFewCells()
    {
        // 4,000 columns and 100,000 rows of one cell would make 400 million cells.
        var rendered = Measure(Repeat("|a", 4_000) + "|\n" + Repeat("|-", 4_000) + "|\n" + Repeat("b\n", 100_000), out _);

        Assert.True(rendered.Html.Length < 10_000_000, $"{rendered.Html.Length} characters of HTML.");
    }

    [Fact]
    public void Render_HeadingLimit_ShowsAThousandAndNotTheOneMore()
    {
        Assert.Equal(SourceLimits.MaximumHeadings, Measure(Repeat("# a\n\n", SourceLimits.MaximumHeadings), out _).Headings.Count);

        var rendered = Measure(Repeat("# a\n\n", SourceLimits.MaximumHeadings + 1), out var problems);

        Assert.Equal(2001, Assert.Single(problems).Line);
        Assert.Equal(SourceLimits.MaximumHeadings, rendered.Headings.Count);
    }

    [Fact]
    public void Render_EqualHeadings_AllocatesInProportion()
    {
        var few = Cost.Of(() => Measure(Repeat("# a\n\n", 100), out _)).Bytes;
        var many = Cost.Of(() => Measure(Repeat("# a\n\n", 1_000), out _)).Bytes;

        Assert.True(many < few * 20, $"{few} bytes for 100 headings, {many} for 1,000.");
    }

    [Fact]
    public void Render_LongLine_LosesItsEndAndIsNamed()
    {
        var rendered = Measure("a\n\nmot " + new string('b', SourceLimits.MaximumLine) + "\n\nc\n", out var problems);

        Assert.Equal(3, Assert.Single(problems).Line);
        Assert.Equal("<p>a</p>\n<p>mot</p>\n<p>c</p>\n", rendered.Html);
    }

    [Fact]
    public void Render_LongRuleOfHyphens_IsNoNesting()
    {
        Assert.StartsWith("<hr", Measure(Repeat("- ", 200), out _).Html, StringComparison.Ordinal);
    }

    /// <summary>Random rows of everything that means something in Markdown: never an exception, always a page or a problem.</summary>
    [Fact]
    public void Render_RandomMarkup_NeverThrows()
    {
        string[] atoms =
        [
            "a", "é ", " ", "\n", "\n\n", "*", "**", "_", "`", "~~", "[", "]", "(", ")", "<", "> ", "- ", "1. ", "# ", "    ", "\t", "|", "|-|\n", "\\",
            "&amp;", "&#0;", "!", "<b>", "</a>", "<div>\n", "http://a.fr/(", "c.fr", "x@y.fr", "[t](u)", "---\n", "```\n", "'", "\"", "{.x}", "{#", "}", ":::info\n",
            ":::\n", "??? t\n", "???accordionsgroup\n", "???\n", "\0", "\r", "\uD800", "\uFEFF", "«", " ;", "--", "(c)", "...", "[a]: b\n",
        ];
        var renderer = new MarkdownRenderer(typographer: true);

        Gen.Int[0, atoms.Length - 1].Select(index => atoms[index]).Array[0, 40].Select(string.Concat).Sample(
            markdown =>
            {
                var problems = new DiagnosticLog("a.md", markdown);
                renderer.Render(markdown, 1, problems);
                Assert.DoesNotContain(problems.Problems, problem => problem.Rule == DiagnosticRules.RenderFailure || problem.Rule == DiagnosticRules.TooLarge);
            },
            iter: 10_000);
    }

    private static RenderedMarkdown Measure(string markdown, out IReadOnlyList<Diagnostic> problems)
    {
        var renderer = new MarkdownRenderer(typographer: true);
        var log = new DiagnosticLog("a.md", markdown);
        RenderedMarkdown? rendered = null;

        var cost = Cost.Of(() => rendered = renderer.Render(markdown, 1, log));

        problems = log.Problems;
        var bound = problems.Any(problem => problem.Rule == DiagnosticRules.TooLarge) ? MaximumRefusedAllocation : MaximumAllocation;
        Assert.True(cost.Bytes < bound, $"{cost}");
        Assert.True(cost.Processor < s_maximumTime, $"{cost}");
        return rendered!;
    }


    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
