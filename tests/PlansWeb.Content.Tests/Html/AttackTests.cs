using CsCheck;
using PlansWeb.Content.Html;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Html;

/// <summary>Texts that try to bring a script, a foreign page or a broken frame into a page, as raw HTML and as Markdown.</summary>
public sealed class AttackTests
{
    private static readonly BodySanitizer s_sanitizer = new([]);

    public static TheoryData<string> Vectors => new(AttackVectors.All);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sanitize_Attack_LeavesNothingThatRuns(string html) => Assert.Empty(Safety.Faults(Sanitize(html)));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sanitize_AttackInEleventysDialect_LeavesNothingThatRuns(string html) => Assert.Empty(Safety.Faults(Exact(html)));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Render_AttackInMarkdown_LeavesNothingThatRuns(string html)
    {
        foreach (var markdown in (string[])[$"Texte {html} suite", $"- a\n\n  {html}\n\n> b", $"| a |\n|---|\n| {html} |\n", $"**{html}**\n\n{html}"])
        {
            var problems = new DiagnosticLog("a.md", markdown);
            var rendered = new MarkdownRenderer(typographer: true).Render(markdown, 1, problems);

            Assert.Empty(Safety.Faults(rendered.HasRawHtml ? s_sanitizer.Sanitize(rendered.Html, markdown, 1, problems).Html : rendered.Html));
        }
    }

    /// <summary>Any tags in any order: safe, inside its element, and the same when it is read again.</summary>
    [Trait("Lane", "Whole")]
    [Fact]
    public void Sanitize_RandomTags_IsSafeAndStable()
    {
        string[] names =
        [
            "div", "p", "a", "b", "i", "span", "table", "tr", "td", "th", "tbody", "caption", "ul", "ol", "li", "dl", "dt", "dd", "h2", "h3", "button", "form", "input", "section", "details",
            "summary", "blockquote", "pre", "select", "option", "svg", "math", "mtext", "style", "script", "template", "noscript", "iframe", "object", "font", "nobr", "ruby", "rt", "fieldset",
            "legend", "label", "main", "body", "html", "head", "title", "textarea", "marquee", "colgroup", "col", "frameset", "video", "source", "foreignObject", "xmp", "hr", "img", "center", "dialog",
        ];
        var tag = Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 9], (index, kind) => kind switch
        {
            < 5 => $"<{names[index]}>",
            < 8 => $"</{names[index]}>",
            8 => "x",
            _ => $"<{names[index]} id=menu href=javascript:x style=a:b onclick=x>",
        });

        tag.Array[0, 25].Select(string.Concat).Sample(
            html =>
            {
                var output = Sanitize(html);
                var faults = Safety.Faults(output);
                Assert.True(faults.Count == 0, $"{html} -> {output}: {string.Join(", ", faults)}");
                Assert.Equal(output, Sanitize(output));
                var exact = Exact(html);
                faults = Safety.Faults(exact);
                Assert.True(faults.Count == 0, $"{html} -> {exact}: {string.Join(", ", faults)}");
                Assert.Equal(exact, Exact(exact));
            },
            iter: 3_000);
    }

    [Theory]
    [InlineData("<div>", 50_000)]
    [InlineData("<a href=x><div>", 15_000)]
    [InlineData("<b><i><u><s>", 10_000)]
    [InlineData("<p><b id=1><b id=2><b id=3>x", 15_000)]
    [InlineData("<table><td>", 40_000)]
    [InlineData("<svg><g>", 50_000)]
    [InlineData("<select><option>", 30_000)]
    [InlineData("</p>", 100_000)]
    public void Sanitize_Bomb_CostsLittleAndShowsTheTextAlone(string pattern, int count)
    {
        var problems = new DiagnosticLog("a.md", "");
        var html = "";

        var cost = Cost.Of(() => html = s_sanitizer.Sanitize($"<p>Avant &amp; après</p><script>alert(1)</script>{string.Concat(Enumerable.Repeat(pattern, count))}", "", 1, problems).Html);

        Assert.Equal("trop-grand", Assert.Single(problems.Problems).Rule.Id);
        Assert.StartsWith("<p>Avant &amp; après</p>\n", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(?!/?p>)|alert", html);
        Assert.True(cost.Processor < TimeSpan.FromSeconds(15), $"{cost}");
    }

    private static string Exact(string html) => new BodySanitizer([], isExact: true).Sanitize(html, html, 1, new DiagnosticLog("a.md", html)).Html;

    private static string Sanitize(string html) => s_sanitizer.Sanitize(html, html, 1, new DiagnosticLog("a.md", html)).Html;
}
