using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>One table of public addresses with status and media type, one of redirects.</summary>
public sealed class PublicAddressTests(EmbeddedSite embedded)
{
    [Theory]
    [InlineData("/", 200, "text/html")]
    [InlineData("/publications/", 200, "text/html")]
    [InlineData("/publications/plans-action-ministeres/", 200, "text/html")]
    [InlineData("/publications/plans-action-ministeres/a-propos/", 200, "text/html")]
    [InlineData("/publications/plans-action-ministeres/gouvernance/", 200, "text/html")]
    [InlineData("/publications/plans-action-ministeres/les-actions/", 200, "text/html")]
    [InlineData("/publications/plans-action-ministeres/les-gains-possibles/", 200, "text/html")]
    [InlineData("/publications/plans-action-ministeres/cadre-action/", 200, "text/html")]
    [InlineData("/mentions-legales/", 200, "text/html")]
    [InlineData("/accessibilite/", 200, "text/html")]
    [InlineData("/donnees-personnelles/", 200, "text/html")]
    [InlineData("/recherche/", 200, "text/html")]
    [InlineData("/plan-du-site/", 200, "text/html")]
    [InlineData("/publications/?vue=complete", 200, "text/html")]
    [InlineData("/robots.txt", 200, "text/plain")]
    [InlineData("/api/pages.json", 200, "application/json")]
    [InlineData("/sitemap.xml", 404, "text/plain")]
    [InlineData("/favicon.svg", 200, "image/svg+xml")]
    [InlineData("/css/site.css", 200, "text/css")]
    [InlineData("/health/live", 200, "application/json")]
    [InlineData("/health/ready", 200, "application/json")]
    [InlineData("/inconnue/", 404, "text/html")]
    [InlineData("/Content", 404, "text/html")]
    [InlineData("/publications/plans-action-ministeres/a-propos.md", 404, "text/html")]
    [InlineData("/content/index.md", 404, "text/html")]
    [InlineData("/_data/redirects.yaml", 404, "text/html")]
    [InlineData("/appsettings.json", 404, "text/html")]
    public async Task Get_PublicAddress_AnswersWithStatusAndMediaType(string path, int status, string mediaType)
    {
        var response = await embedded.Client.Get(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/publications", "/publications/")]
    [InlineData("/publications/plans-action-ministeres/a-propos", "/publications/plans-action-ministeres/a-propos/")]
    [InlineData("/Publications/Plans-Action-Ministeres/", "/publications/plans-action-ministeres/")]
    [InlineData("/publications/plans-action-ministeres/a-propos//", "/publications/plans-action-ministeres/a-propos/")]
    [InlineData("/publications/index.html", "/publications/")]
    [InlineData("/mentions-légales", "/mentions-legales/")]
    [InlineData("/accessibilité/", "/accessibilite/")]
    [InlineData("/accessibilit%C3%A9/", "/accessibilite/")]
    [InlineData("/publications?a=b", "/publications/?a=b")]
    [InlineData("/contact/", "https://ecoresponsable.numerique.gouv.fr/contact/")]
    [InlineData("/contact", "https://ecoresponsable.numerique.gouv.fr/contact/")]
    public async Task Get_MovedAddress_RedirectsOnce(string path, string target)
    {
        var response = await embedded.Client.Get(path);

        Assert.Equal(301, (int)response.StatusCode);
        Assert.Equal(target, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/..")]
    [InlineData("/%2F%2Fevil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Get_AddressOfAnotherHost_NeverRedirectsThere(string path)
    {
        var response = await embedded.Client.Get(path);

        // Slashes too many may lead to a page of this site; a Location that begins with two would lead to another host.
        Assert.Contains((int)response.StatusCode, (int[])[301, 404]);
        Assert.Matches("^(/[^/]*.*)?$", response.Headers.Location?.OriginalString.Replace("//", "evil", StringComparison.Ordinal) ?? "");
    }

    [Fact]
    public async Task Get_UnknownAddress_ReturnsAUsefulPage()
    {
        var response = await embedded.Client.Get("/inconnue/");
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["Page introuvable"], page.Texts("h1"));
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.NotEmpty(page.QuerySelectorAll("header a[href='/publications/']"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Get_RemovedPage_Returns410()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil").With("_data/redirects.yaml", "/disparue/: 410\n");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var response = await client.Get("/disparue/");

        Assert.Equal(410, (int)response.StatusCode);
        Assert.Equal(["Page supprimée"], Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Texts("h1"));
    }

    [Fact]
    public async Task Get_UnknownAddress_ShowsTheContentsOwnPageForIt()
    {
        using var folder = new SiteBuilder().WithPage("404.md", "permalink: 404.html\neleventyExcludeFromCollections: true", "Cherchez ailleurs.");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        foreach (var path in new[] { "/inconnue/", "/404.html" })
        {
            var response = await client.Get(path);
            var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(404, (int)response.StatusCode);
            Assert.Equal("Cherchez ailleurs.", page.QuerySelector("[data-page-content]")!.Text());
            Assert.Equal(["Page introuvable"], page.Texts("h1"));
        }
    }

    [Theory]
    [InlineData("layouts/inconnu.njk", "gabarit-inconnu")]
    [InlineData("page", null)]
    [InlineData("layouts/plans-action.njk", null)]
    [InlineData("home.njk", null)]
    public void Load_Layout_IsChosenByTheLastPartOfItsName(string layout, string? problem)
    {
        using var folder = new SiteBuilder().WithPage("index.md", $"title: Accueil\nlayout: {layout}");
        using var site = new Site(folder.Root);

        Assert.Equal(problem, site.Store.Current.Problems.SingleOrDefault()?.Rule.Id);
    }
}
