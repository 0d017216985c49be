using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Who comes to an address without a page is led on: to pages that were probably meant, and to the search.</summary>
public sealed class UnknownAddressTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil")
        .WithPage("achats/guide.md", "title: Le guide <des> achats")
        .WithPage("achats/secret.md", "title: Guide tenu secret\ndraft: true")
        .WithPage("achats/plus-tard.md", "title: Guide de demain\npublishDate: 2999-01-01")
        .WithPage("achats/non-listee.md", "title: Guide non listé\nunlisted: true")
        .With("_data/redirects.yaml", "/vieux/guide-des-achats/: 410\n");

    private readonly Site _site;
    private readonly HttpClient _client;

    public UnknownAddressTests()
    {
        _site = new Site(_folder.Root);
        _client = _site.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/guide-achats/", HttpStatusCode.NotFound, "guide achats")]
    [InlineData("/achats/le-giude", HttpStatusCode.NotFound, "le giude")]
    [InlineData("/vieux/guide-des-achats/", HttpStatusCode.Gone, "guide des achats")]
    public async Task Get_AddressWithoutPage_ProposesPagesAndTheSearch(string path, HttpStatusCode status, string words)
    {
        var response = await _client.Get(path);
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(["Le guide <des> achats"], page.Texts("main li a"));
        Assert.Equal("/achats/guide/", page.QuerySelector("main li a")!.GetAttribute("href"));
        var field = page.QuerySelector<IHtmlInputElement>("main form[role=search] input")!;
        Assert.Equal(("q", words), (field.Name, field.Value));
        Assert.Equal("/recherche/", page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.False(response.Headers.Contains("ETag"));
    }

    [Theory]
    [InlineData("/achats/secret/")]
    [InlineData("/achats/plus-tard/")]
    [InlineData("/achats/secrte/")]
    [InlineData("/guide-tenu/demain-non-liste-secrets/")]
    public async Task Get_AddressLikeAHiddenPage_NamesNone(string path)
    {
        var html = await (await _client.Get(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.All(["tenu secret", "de demain", "non listé", "/achats/secret", "/achats/plus-tard", "/achats/non-listee"], hidden =>
            Assert.DoesNotContain(hidden, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_NothingLikeIt_ProposesTheSearchAlone()
    {
        var page = Dom.Parse(await (await _client.Get("/xyzzy/")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Empty(page.QuerySelectorAll("main li"));
        Assert.Equal(["Chercher sur le site"], page.Texts("main h2"));
    }

    [Fact]
    public async Task Get_ContentHasItsOwnPage_KeepsItAndAddsTheSame()
    {
        _folder.WithPage("404.md", "title: Perdu\npermalink: 404.html", "Notre propre texte.");
        _site.Reload();

        var page = Dom.Parse(await (await _client.Get("/guide-achats/")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Notre propre texte.", page.QuerySelector("[data-page-content]")!.Text());
        Assert.Equal(["Le guide <des> achats"], page.Texts("main li a"));
    }
}
