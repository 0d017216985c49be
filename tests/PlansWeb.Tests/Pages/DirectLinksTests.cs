using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Links to moved addresses lead straight to where the redirect would.</summary>
public sealed class DirectLinksTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .With("_data/redirects.yaml", "/ancienne/: /nouvelle/\n/ailleurs/: https://ailleurs.example/page/#la\n/partie/: 410")
        .WithPage("nouvelle.md", "title: Nouvelle\naliases: [/autrefois/]\neleventyNavigation:\n  key: nouvelle")
        .WithPage("index.md", "title: Accueil\neleventyNavigation:\n  key: accueil",
            "[a](/ancienne/) [b](/ancienne/#suite) [c](/ailleurs/#ici) [d](/autrefois/) [e](/ancienne/?q=1) [f](/partie/) [g](/nouvelle/) [h](#ici) [i](//ancienne/)")
        .WithPage("suite.md", "title: Suite\neleventyNavigation:\n  parent: accueil", "[a](/ailleurs/)");

    private readonly Site _site;
    private readonly HttpClient _client;

    public DirectLinksTests()
    {
        _site = PublicSite.Over(_folder);
        _client = _site.CreateClient();
    }

    [Theory]
    [InlineData("a", "/nouvelle/")]
    [InlineData("b", "/nouvelle/#suite")]
    [InlineData("c", "https://ailleurs.example/page/#la")]
    [InlineData("d", "/nouvelle/")]
    [InlineData("e", "/ancienne/?q=1")]
    [InlineData("f", "/partie/")]
    [InlineData("g", "/nouvelle/")]
    [InlineData("h", "#ici")]
    [InlineData("i", "//ancienne/")]
    public async Task Text_LinkToAMovedAddress_LeadsWhereTheRedirectWould(string text, string href) =>
        Assert.Equal(href, (await _client.GetPage("/")).QuerySelectorAll("[data-page-content] a").Single(link => link.Text() == text).GetAttribute("href"));

    [Fact]
    public async Task WholeBranch_LinkToAMovedAddress_LeadsWhereTheRedirectWould() =>
        Assert.NotNull((await _client.GetPage("/?vue=complete")).QuerySelector("main a[href='https://ailleurs.example/page/#la']"));

    public void Dispose()
    {
        _site.Dispose();
        _folder.Dispose();
    }
}
