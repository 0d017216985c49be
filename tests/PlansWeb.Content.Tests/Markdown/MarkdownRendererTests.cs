using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Tests.Markdown;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void Render_Headings_ListsThemInOrderWithPlainText()
    {
        var rendered = Render("# Un *titre* `code`\n\n<h3 class=\"x\" id=\"brut\">Écrit en <b>HTML</b> &amp; listé</h3>\n\n<h2>Sans ancre</h2>\n\nDeux\n---\n", out _);

        Assert.Equal(
            [new Heading(1, "un-titre-code", "Un titre code"), new Heading(2, "deux", "Deux")],
            rendered.Headings);
        Assert.Contains("<h2>Sans ancre</h2>", rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HeadingWithTypographer_GivesItsTextWithTypography()
    {
        var rendered = new MarkdownRenderer(typographer: true).Render("## L'eau \"vive\"", 1, new DiagnosticLog("a.md", ""));

        Assert.Equal(new Heading(2, "l-eau-vive", "L’eau «\u00A0vive\u00A0»"), Assert.Single(rendered.Headings));
    }

    [Theory]
    [InlineData(":::info\na\n", "bloc-non-ferme", 11)]
    [InlineData("a\n\n:::\n", "bloc-non-ouvert", 13)]
    [InlineData(":::danger\na\n", "bloc-inconnu", 11)]
    [InlineData("x\n\n*a*{onclick=b}\n", "attribut-refuse", 13)]
    [InlineData("# a {#contenu}\n", "attribut-refuse", 11)]
    public void Render_SomethingOdd_ReportsItAtTheLineOfTheFile(string markdown, string rule, int line)
    {
        Render(markdown, out var problems, firstLine: 11);

        var problem = Assert.Single(problems);
        Assert.Equal((rule, line), (problem.Rule.Id, problem.Line));
    }

    [Fact]
    public void Render_OrdinaryText_ReportsNothing()
    {
        Render("# a\n\n:::info b\nc\n:::\n\n[d](/e){.fr-btn} {g} :: ??? [ * _\n", out var problems);

        Assert.Empty(problems);
    }

    [Fact]
    public void Render_MistakeOnEveryLine_ReportsAHundred()
    {
        Render(string.Concat(Enumerable.Repeat("a\n\n:::\n\n", 5_000)), out var problems);

        Assert.Equal(100, problems.Count);
    }

    [Fact]
    public void Render_ManyThreads_GivesEachItsOwnPage()
    {
        var renderer = new MarkdownRenderer(typographer: true);
        var expected = Enumerable.Range(0, 200).Select(Page).Select(page => renderer.Render(page, 1, new DiagnosticLog("a.md", page)).Html).ToList();

        var actual = new string[expected.Count];
        Parallel.For(0, expected.Count, i => actual[i] = renderer.Render(Page(i), 1, new DiagnosticLog("a.md", "")).Html);

        Assert.Equal(expected, actual);

        static string Page(int number) => $"# Page {number}\n\n:::info {number}\n\"a\" https://a.fr/{number} {{#x{number}}}\n:::\n\n|a|\n|-|\n|{number}|\n";
    }

    private static RenderedMarkdown Render(string markdown, out IReadOnlyList<Diagnostic> problems, int firstLine = 1)
    {
        var log = new DiagnosticLog("a.md", markdown);
        var rendered = new MarkdownRenderer(typographer: false).Render(markdown, firstLine, log);
        problems = log.Problems;
        return rendered;
    }
}
