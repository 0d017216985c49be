using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Tests.Markdown.Text;

/// <summary>Tags inside a line of Markdown.</summary>
public sealed class RawInlineTests
{
    [Theory]
    [InlineData("a<br />b", "<p>a<br>b</p>\n")]
    [InlineData("a<br/>b", "<p>a<br>b</p>\n")]
    [InlineData("a\nb", "<p>a<br>\nb</p>\n")]
    [InlineData("a  \nb  ", "<p>a<br>\nb</p>\n")]
    [InlineData("![a\nb](c.png)", "<p><img src=\"c.png\" alt=\"a\nb\"></p>\n")]
    [InlineData("CO<sub>2</sub>", "<p>CO<sub>2</sub></p>\n")]
    public void Render_Tag_IsWrittenAsHtmlHasIt(string markdown, string html) =>
        Assert.Equal(html, new MarkdownRenderer(typographer: true).Render(markdown, 1, new DiagnosticLog("page.md", "")).Html);
}
