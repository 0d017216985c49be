using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Specs;

/// <summary>Every example of every spec. What an editor reads there is what the site does.</summary>
public sealed class SpecTests
{
    public static TheoryData<SpecExample> Examples => new(SpecReader.ReadAll());

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Render_Example_GivesItsHtml(SpecExample example)
    {
        var problems = new DiagnosticLog(example.File, example.Markdown);

        var actual = new MarkdownRenderer(example.Typographer).Render(example.Markdown, 1, problems).Html;

        Assert.Equal(HtmlTree.Of(example.Html), HtmlTree.Of(actual));
    }
}
