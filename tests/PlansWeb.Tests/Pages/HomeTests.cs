using System.Net;
using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>The home page: made of its own text and of what other pages say in their front matter.</summary>
public sealed class HomeTests : IDisposable
{
    private readonly SiteBuilder _builder = new SiteBuilder()
        .WithPage("s/index.md", "title: Rubrique\ndate: 2024-01-01\neleventyNavigation:\n  key: s")
        .WithPage("s/a.md", "title: A\ndescription: Une phrase.\ndate: 2024-02-01\nfocus: true\neleventyNavigation:\n  key: a\n  parent: s")
        .WithPage("s/b.md", "title: B\ndate: 2020-01-01\nupdated: 2024-04-01\neleventyNavigation:\n  parent: s")
        .WithPage("s/c.md", "title: C\ndate: 2024-03-01\ntags: focus\neleventyNavigation:\n  parent: a")
        .WithPage("sans-date.md", "title: Sans date\nfocus: non")
        .WithPage("mentions-legales.md", "title: Mentions\ndate: 2025-01-01")
        .WithPage("exclue.md", "title: Exclue\ndate: 2025-01-01\nfocus: true\neleventyExcludeFromCollections: true")
        .WithPage("404.md", "title: Perdu\ndate: 2025-01-01\nfocus: true\npermalink: 404.html");

    [Fact]
    public async Task Home_Focus_ShowsTheNewestPagesThatAskForIt()
    {
        var home = await Home("");

        Assert.Equal([("C", "/s/c/"), ("A", "/s/a/")], home.QuerySelectorAll(".fr-card a").Select(link => (link.Text(), link.GetAttribute("href")!)));
        Assert.Equal(["Une phrase."], home.Texts(".fr-card__desc"));
    }

    [Fact]
    public async Task Home_Updates_AreTheLastChangedPagesWithTheirDate()
    {
        var home = await Home("");

        Assert.Equal(["B, 1er avril 2024", "C, 1er mars 2024", "A, 1er février 2024"], home.Texts("main > ul > li"));
        Assert.Equal("2024-04-01", home.QuerySelector("main time")!.GetAttribute("datetime"));
    }

    [Theory]
    [InlineData("", new[] { "B" })]
    [InlineData("entries: a\n", new string[0])]
    [InlineData("entries: inconnue\n", new string[0])]
    public async Task Home_Entries_AreThePagesOfTheSectionWithoutThoseInFocus(string frontMatter, string[] expected)
    {
        var home = await Home(frontMatter);

        Assert.Equal(expected, home.Texts(".fr-tile a"));
        Assert.Equal(expected.Length > 0, home.QuerySelectorAll("h2").Any(heading => heading.Text() == "Explorer"));
    }

    [Fact]
    public async Task Home_NothingToShow_IsItsOwnTextAlone()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil\nlayout: home\neleventyNavigation:\n  key: x");
        using var site = new Site(folder.Root);

        var home = await site.CreateClient().GetPage("/");

        Assert.Equal(["Texte."], home.Texts("[data-page-content]"));
        Assert.Empty(home.QuerySelectorAll("main h2, main ul, .fr-grid-row"));
    }

    [Fact]
    public async Task Home_ContentWithoutOne_IsMadeOfTheOtherPages()
    {
        using var site = new Site(_builder.Root, builder => builder.UseSetting("Site:Url", "https://plans.example"));

        var home = await site.CreateClient().GetPage("/");

        Assert.Equal(["Accueil"], home.Texts("h1"));
        Assert.Equal(["C", "A"], home.Texts(".fr-card a"));
        Assert.Equal(["B"], home.Texts(".fr-tile a"));
        Assert.Equal("https://plans.example/", home.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("\"WebSite\"", home.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(home.QuerySelector("link[rel=alternate][href$='/feed/feed.xml']"));
        Assert.Empty(home.QuerySelectorAll("[data-page-content], meta[name=robots], .fr-breadcrumb"));
    }

    [Fact]
    public async Task Home_ContentWithoutOne_MovesWhereARedirectLeads()
    {
        _builder.With("_data/redirects.yaml", "/: /s/");
        using var site = new Site(_builder.Root);

        using var response = await site.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("/s/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Home_EmptyContent_IsNotFound()
    {
        using var folder = new SiteBuilder();
        using var site = new Site(folder.Root);

        using var response = await site.CreateClient().GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    public void Dispose() => _builder.Dispose();

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Home(string frontMatter)
    {
        _builder.WithPage("index.md", $"title: Accueil\nlayout: home\n{frontMatter}eleventyNavigation:\n  key: accueil");
        using var site = new Site(_builder.Root);
        return await site.CreateClient().GetPage("/");
    }
}
