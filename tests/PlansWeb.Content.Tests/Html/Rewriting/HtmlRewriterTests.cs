using CsCheck;
using PlansWeb.Content.Html.Rewriting;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Html.Rewriting;

/// <summary>The rewriter finds what a browser finds, and leaves all else alone.</summary>
public sealed class HtmlRewriterTests
{
    [Theory]
    [InlineData("<a href=\"x\">t</a>", "<a href=\"[x]\">t</a>")]
    [InlineData("<a href='x'>t</a>", "<a href=\"[x]\">t</a>")]
    [InlineData("<A HREF=x>t</A>", "<A HREF=\"[x]\">t</A>")]
    [InlineData("<a  title = 'a>b' href = x >", "<a  title = 'a>b' href = \"[x]\" >")]
    [InlineData("<img src=x/>", "<img src=\"[x/]\">")]
    [InlineData("<a href=\"?a=1&amp;b='2'\">", "<a href=\"[?a=1&amp;b='2']\">")]
    [InlineData("<a data-href=\"x\" href>", "<a data-href=\"x\" href>")]
    [InlineData("<!-- <a href=\"x\"> --><a href=\"y\">", "<!-- <a href=\"x\"> --><a href=\"[y]\">")]
    [InlineData("<script>\"<a href='x'>\"</script><a href=\"y\">", "<script>\"<a href='x'>\"</script><a href=\"[y]\">")]
    [InlineData("1 < 2 <a href=\"y\">", "1 < 2 <a href=\"[y]\">")]
    [InlineData("<a href=\"x", "<a href=\"x")]
    [InlineData("<a href=", "<a href=")]
    [InlineData("<!-- <a href=\"x\">", "<!-- <a href=\"x\">")]
    [InlineData("<img srcset=\"a.png 1x, b.png 2x\" poster=p>", "<img srcset=\"[a.png] 1x, [b.png] 2x\" poster=\"[p]\">")]
    [InlineData("<code>&lt;a href=\"x\"&gt;</code>", "<code>&lt;a href=\"x\"&gt;</code>")]
    public void Rewrite_Addresses_ChangesThemAndNothingElse(string html, string expected) => Assert.Equal(expected, Rewrite(html));

    [Theory]
    [InlineData("<h2 id=\"a\">T</h2>", "<h3 id=\"a\">T</h3>")]
    [InlineData("<H2>T</H2 ><hr><header>", "<h3>T</h3 ><hr><header>")]
    public void Rewrite_Elements_AreRenamedAtBothEnds(string html, string expected) =>
        Assert.Equal(expected, new HtmlRewriter(html, tag => tag == "h2" ? "h3" : tag, (_, _, value) => value).Rewrite());

    [Fact]
    public void Rewrite_AnyText_WithoutChangesIsTheText() =>
        Gen.String[Gen.Char["<>!-/='\" ahrefscipt2"], 0, 60].Sample(
            html => new HtmlRewriter(html, tag => tag, (_, _, value) => value).Rewrite() == html, iter: 5000);

    [Theory]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<a href=\"")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("</a")]
    public void Rewrite_HostileRepetition_EndsSoon(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 500_000 / part.Length));

        var cost = Cost.Of(() => Rewrite(html));

        Assert.True(cost.Processor < TimeSpan.FromSeconds(15), $"{cost}");
    }

    private static string Rewrite(string html) => new HtmlRewriter(
        html, tag => tag, (_, attribute, value) => HtmlReferences.MapAddresses(attribute, value, address => $"[{address}]")).Rewrite();
}
