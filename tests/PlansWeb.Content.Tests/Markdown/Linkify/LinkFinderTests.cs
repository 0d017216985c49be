using PlansWeb.Content.Markdown.Linkify;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Markdown.Linkify;

public sealed class LinkFinderTests
{
    [Theory]
    [InlineData("(a.fr/b).", "a.fr/b")]
    [InlineData("a.fr/b.c, d", "a.fr/b.c")]
    [InlineData("a.fr?x=1#y z", "a.fr?x=1#y")]
    [InlineData("http://a.fr:8080/b", "http://a.fr:8080/b")]
    [InlineData("http://a.fr:99999/b", "")]
    [InlineData("http://u:p@a.fr/", "http://u:p@a.fr/")]
    [InlineData("//a.fr/x et //test et c://d.fr", "//a.fr/x")]
    [InlineData("a-.fr -b.fr c_d.fr", "")]
    [InlineData("192.168.1.1 b.info", "b.info")]
    [InlineData("nom.fr@a.org", "nom.fr@a.org")]
    [InlineData("<x@a.org>", "x@a.org")]
    [InlineData("/x@a.org", "")]
    [InlineData("a.fr/'b' \"c.fr\"", "a.fr/'b'|c.fr")]
    [InlineData("a.fr/{b", "a.fr/")]
    [InlineData("FTP://a.b/c---d...e", "FTP://a.b/c---d...e")]
    [InlineData("a.fr,b.fr", "a.fr|b.fr")]
    [InlineData("xhttp://a.zz", "")]
    public void TryNext_Text_FindsWhatLinkifyItFinds(string text, string links)
    {
        var found = new List<string>();
        var finder = new LinkFinder(text);
        while (finder.TryNext(out var link))
        {
            found.Add(text[link.Start..link.End]);
        }

        Assert.Equal(links, string.Join('|', found));
    }

    /// <summary>Half a megabyte without a space takes 10 to 60 ms; at the square of the length it would take minutes.</summary>
    [Theory]
    [InlineData("https://a.b/(", 40_000)]
    [InlineData("a.fr/\"", 80_000)]
    [InlineData("a.fr/'", 80_000)]
    [InlineData("\"@a", 150_000)]
    [InlineData("a@", 250_000)]
    [InlineData("a.", 250_000)]
    [InlineData("//a", 150_000)]
    [InlineData("mailto:", 70_000)]
    public void TryNext_LongTextWithoutSpace_TakesTimeInProportion(string pattern, int count)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, count));

        var cost = Cost.Of(() =>
        {
            var finder = new LinkFinder(text);
            while (finder.TryNext(out _))
            {
            }
        });

        Assert.True(cost.Processor < TimeSpan.FromSeconds(15), $"{cost}");
    }
}
