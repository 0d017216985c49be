using System.Text.Json;
using AngleSharp.Html.Dom;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Feeds;

/// <summary>What the head of a page tells search engines, networks and feed readers.</summary>
public sealed class MachineMetadataTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\ndate: 2022-01-01")
        .WithPage("règles/index.md", "title: Règles\ndescription: Les textes « en vigueur ».\ndate: 2022-02-01\nupdated: 2023-02-03\nimage: /img/carte.png\ntranslationKey: regles\neleventyNavigation:\n  key: regles\n  title: Règles")
        .WithPage("règles/loi.md", "title: 'Loi </script><b>'\nimage: {path: ../img/carte.png, alt: Une carte}\neleventyNavigation:\n  parent: regles\n  title: Loi")
        .WithPage("rules.md", "title: Rules\nlang: en\ntranslationKey: regles\nimage: /img/absente.png")
        .WithPage("reglas.md", "title: Reglas\nlang: es\ntranslationKey: regles\ndraft: true")
        .WithPage("seule.md", "title: Seule\ntranslationKey: seule")
        .WithPage("discrete.md", "title: Discrète\nunlisted: true")
        .With("img/carte.png", [1, 2, 3]);

    private readonly Site _site;
    private readonly HttpClient _client;

    public MachineMetadataTests()
    {
        _site = PublicSite.Over(_folder);
        _client = _site.CreateClient();
    }

    [Theory]
    [InlineData("/r%C3%A8gles/", true)]
    [InlineData("/r%C3%A8gles/loi/", false)]
    [InlineData("/seule/", false)]
    [InlineData("/parent/", false)]
    [InlineData("/dossier/", true)]
    [InlineData("/actualites/", true)]
    public async Task Page_Head_NamesAFeedWhereThereIsOne(string address, bool isNamed)
    {
        _folder.WithPage("parent.md", "title: Parent\neleventyNavigation:\n  key: parent")
            .WithPage("enfant.md", "title: Enfant\nunlisted: true\neleventyNavigation:\n  parent: parent")
            .WithPage("dossier/index.md", "title: Dossier")
            .WithPage("dossier/un.md", "title: Un")
            .WithPage("actualites.md", "title: Actualités\nlayout: list\ncollection: actualites")
            .WithPage("nouvelle.md", "title: Nouvelle\ndate: 2024-01-01\ntags: [actualites]");
        _site.Reload();

        var feed = (await _client.GetPage(address)).QuerySelector("link[type='application/atom+xml']")?.GetAttribute("href");
        using var answer = await _client.GetAsync(new Uri($"/feed{address}feed.xml", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(isNamed ? $"/feed{address}feed.xml" : null, feed);
        Assert.Equal(isNamed, answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Page_Head_HasCanonicalAndOpenGraphWithAbsoluteAddresses()
    {
        var page = await _client.GetPage("/r%C3%A8gles/");

        Assert.Equal("https://www.exemple.fr/r%C3%A8gles/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("https://www.exemple.fr/r%C3%A8gles/", Card(page, "og:url"));
        Assert.Equal("Règles", Card(page, "og:title"));
        Assert.Equal("Les textes « en vigueur ».", Card(page, "og:description")!.Replace('\u00a0', ' '));
        Assert.Equal("article", Card(page, "og:type"));
        Assert.Equal("fr_FR", Card(page, "og:locale"));
        Assert.Equal("https://www.exemple.fr/img/carte.png", Card(page, "og:image"));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Theory]
    [InlineData("/", "website", null)]
    [InlineData("/r%C3%A8gles/loi/", "website", "https://www.exemple.fr/r%C3%A8gles/img/carte.png")]
    [InlineData("/rules/", "website", null)]
    public async Task Page_Card_HasItsTypeAndOnlyImagesThatAreThere(string address, string type, string? image)
    {
        _folder.With("règles/img/carte.png", [4, 5]);
        _site.Reload();

        var page = await _client.GetPage(address);

        Assert.Equal(type, Card(page, "og:type"));
        Assert.Equal(image, Card(page, "og:image"));
        Assert.Equal(image is null ? null : "Une carte", Card(page, "og:image:alt"));
    }

    [Theory]
    [InlineData("/r%C3%A8gles/")]
    [InlineData("/rules/")]
    public async Task Page_Translations_NameEachOtherAndThemselves(string address)
    {
        var page = await _client.GetPage(address);

        Assert.Equal(
            [("en", "https://www.exemple.fr/rules/"), ("fr", "https://www.exemple.fr/r%C3%A8gles/")],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Page_NoTranslation_NamesNone() =>
        Assert.Empty((await _client.GetPage("/seule/")).QuerySelectorAll("[hreflang]"));

    [Fact]
    public void Load_TwoPagesInOneLanguage_IsReported()
    {
        _folder.WithPage("autre.md", "title: Autre\ntranslationKey: regles");
        _site.Reload();

        var problem = Assert.Single(_site.Store.Current.Problems, problem => problem.Rule.Id == "traduction-en-double");
        Assert.Equal("règles/index.md", problem.File);
    }

    [Fact]
    public async Task Page_StructuredData_HasArticleAndBreadcrumb()
    {
        var graph = Graph(await _client.GetPage("/r%C3%A8gles/"));

        var article = graph.Single(node => Type(node) == "Article");
        Assert.Equal("Règles", article.GetProperty("headline").GetString());
        Assert.Equal("https://www.exemple.fr/r%C3%A8gles/", article.GetProperty("url").GetString());
        Assert.Equal("2022-02-01", article.GetProperty("datePublished").GetString());
        Assert.Equal("2023-02-03", article.GetProperty("dateModified").GetString());
        Assert.Equal("https://www.exemple.fr/img/carte.png", article.GetProperty("image").GetString());
        Assert.Equal(Brand.IsState ? "GovernmentOrganization" : "Organization", Type(article.GetProperty("publisher")));
        Assert.Equal(["1 Accueil https://www.exemple.fr/", "2 Règles "], Trail(graph));
    }

    [Fact]
    public async Task Page_StructuredData_CannotBeLeftByATitle()
    {
        var page = await _client.GetPage("/r%C3%A8gles/loi/");

        Assert.Equal(["1 Accueil https://www.exemple.fr/", "2 Règles https://www.exemple.fr/r%C3%A8gles/", "3 Loi </script><b> "], Trail(Graph(page)));
        Assert.Empty(page.QuerySelectorAll("head b, body > b"));
        Assert.Equal("WebPage", Type(Graph(page).First()));
    }

    [Fact]
    public async Task Home_StructuredData_NamesTheSiteAndItsFeed()
    {
        var page = await _client.GetPage("/");

        Assert.Equal("WebSite", Type(Assert.Single(Graph(page))));
        Assert.Equal("/feed/feed.xml", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_Feeds_ThatTheyNameAreThere()
    {
        var page = await _client.GetPage("/r%C3%A8gles/");
        var feed = page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href")!;

        Assert.Equal(200, (int)(await _client.Get(feed)).StatusCode);
        Assert.Null((await _client.GetPage("/seule/")).QuerySelector("link[type='application/atom+xml']"));
    }

    [Fact]
    public async Task Page_Unlisted_AsksSearchEnginesToLeaveItOut() =>
        Assert.NotNull((await _client.GetPage("/discrete/")).QuerySelector("meta[name=robots][content=noindex]"));

    [Fact]
    public async Task Page_NoPublicAddress_NamesNoneAndHasNoDataBlock()
    {
        using var site = new Site(_folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage("/r%C3%A8gles/");

        Assert.Empty(page.QuerySelectorAll("link[rel=canonical], link[hreflang], [property='og:url'], [property='og:image'], script"));
        Assert.Equal("Règles", Card(page, "og:title"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/r%C3%A8gles/")]
    [InlineData("/plan-du-site/")]
    [InlineData("/r%C3%A8gles/?vue=complete")]
    public async Task Page_ForeignHost_HasNoInfluence(string address)
    {
        var text = await (await _client.Get(address, ("Host", "mechant.example"))).Text();

        Assert.DoesNotContain("mechant", text, StringComparison.Ordinal);
        Assert.StartsWith("https://www.exemple.fr/", Dom.Parse(text).QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/r%C3%A8gles/")]
    [InlineData("/")]
    public async Task Page_Scripts_AreDataBlocksOnly(string address)
    {
        // The one kind of script element that is allowed: data, which no browser runs. Its type is the promise.
        var page = await _client.GetPage(address);

        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal(["type=application/ld+json"], script.Attributes.Select(a => $"{a.Name}={a.Value}")));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("head", script.ParentElement!.LocalName));
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    private static string? Card(IHtmlDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static List<JsonElement> Graph(IHtmlDocument page)
    {
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        return [.. data.GetProperty("@graph").EnumerateArray()];
    }

    private static string? Type(JsonElement node) => node.GetProperty("@type").GetString();

    private static IEnumerable<string> Trail(IEnumerable<JsonElement> graph) =>
        graph.Single(node => Type(node) == "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().Select(item =>
            $"{item.GetProperty("position")} {item.GetProperty("name")} {(item.TryGetProperty("item", out var address) ? address : "")}");
}
