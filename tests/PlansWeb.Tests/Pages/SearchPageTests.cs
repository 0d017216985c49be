using System.Net;
using AngleSharp.Html.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>The search page, as a citizen gets it.</summary>
public sealed class SearchPageTests : IDisposable
{
    private const int MostElements = 390;

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: accueil, title: Accueil, order: 0}")
        .WithPage("guides/index.md", "title: Guides\neleventyNavigation: {key: guides, title: Guides, order: 1}", "Les guides.")
        .WithPage("guides/achat.md", "title: Acheter mieux\neleventyNavigation: {key: achat, parent: guides, title: Acheter}", "L’achat *responsable* & <b>durable</b>.")
        .WithPage("plans/index.md", "title: Plans\neleventyNavigation: {key: plans, title: Plans, order: 2}", "Les plans.")
        .WithPage("plans/achat.md", "title: Un plan d’achat\neleventyNavigation: {key: plan-achat, parent: plans, title: Plan}", "Texte.")
        .WithPage("seule.md", "title: Seule", "Un achat durable.")
        .WithPage("brouillon.md", "title: Achat secret\ndraft: true", "achat")
        .WithPage("exclue.md", "title: Achat exclu\neleventyExcludeFromCollections: true", "achat");

    private readonly Site _site;
    private readonly HttpClient _client;

    public SearchPageTests()
    {
        for (var i = 0; i < 25; i++)
        {
            _folder.WithPage($"serie/page-{i:00}.md", $"title: Série {i:00}", "Un mot répété : " + string.Join(' ', Enumerable.Repeat("répétition", 40)));
        }

        _site = new Site(_folder.Root);
        _client = _site.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_Query_ShowsResultsInTheirOrderWithTheirPath()
    {
        var page = await Search("achat");

        Assert.StartsWith("Recherche\u00A0: «\u00A0achat\u00A0», 3\u00A0pages trouvées - ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["Recherche : « achat »"], page.Texts("h1"));
        Assert.Equal(["3 pages trouvées"], page.Texts(".site-found"));
        Assert.Equal(["Acheter mieux", "Seule", "Un plan d’achat"], page.Texts(".site-results h2").Order(StringComparer.Ordinal));
        Assert.Equal("Un plan d’achat", page.Texts(".site-results h2")[0]);
        Assert.Equal("Plans", page.QuerySelector(".site-results h2 + p")!.TextContent);
        Assert.Equal(["/guides/achat/", "/plans/achat/", "/seule/"], page.QuerySelectorAll(".site-results h2 a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(Texts.SearchDescription, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Contains("L’<mark>achat</mark> responsable &amp; durable.", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FromAnEnglishPage_AnswersInEnglishWithItsPagesFirst()
    {
        _folder.WithPage("en/index.md", "title: Purchase\nlang: en", "Buying: achat.").WithPage("en/other.md", "title: Other\nlang: en", "achat");
        _site.Reload();

        var form = (await _client.GetPage("/en/")).QuerySelector("form[role=search]")!;
        var page = await _client.GetPage("/recherche/?q=achat&langue=" + form.QuerySelector("input[name=langue]")!.GetAttribute("value"));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll(".site-results h2").Take(2), title => Assert.Null(title.GetAttribute("lang")));
        Assert.Equal("fr", page.QuerySelectorAll(".site-results h2")[2].GetAttribute("lang"));
        Assert.Equal("en", page.QuerySelector("main input[name=langue]")!.GetAttribute("value"));
        Assert.Null((await _client.GetPage("/guides/")).QuerySelector("input[name=langue]"));
    }

    [Theory]
    [InlineData("EN")]
    [InlineData("en-GB")]
    [InlineData("\"><script>")]
    [InlineData("")]
    public async Task Get_LanguageThatIsNoCode_IsTheSitesOwn(string language)
    {
        var page = await _client.GetPage("/recherche/?q=achat&langue=" + Uri.EscapeDataString(language));

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Null(page.QuerySelector("input[name=langue]"));
    }

    [Fact]
    public async Task Get_DeclarationOfAccessibility_IsFoundByWhatItsLayoutSays()
    {
        _folder.WithPage("accessibilite.md", "title: Accessibilité\nlayout: accessibilite", "Introduction.");
        _site.Reload();

        Assert.Equal(["Accessibilité"], (await Search("défenseur des droits")).Texts(".site-results h2"));
    }

    [Theory]
    [InlineData("/recherche/")]
    [InlineData("/recherche/?q=")]
    [InlineData("/recherche/?q=%20%09%0A")]
    [InlineData("/recherche/?Q&page=3")]
    public async Task Get_NoQuery_ShowsTheFormAlone(string address)
    {
        var page = await _client.GetPage(address);

        Assert.Equal(["Recherche"], page.Texts("h1"));
        Assert.NotNull(page.QuerySelector("main form[role=search] input[name=q]"));
        Assert.Empty(page.QuerySelectorAll(".site-found, main h2"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onfocus='alert(1)' autofocus='")]
    [InlineData("</title><script>achat</script>")]
    [InlineData("{{7*7}} @achat ${achat} %0d%0aSet-Cookie:a=b")]
    [InlineData("javascript:alert(1)//&page=2#x?q=y")]
    [InlineData("' OR 1=1 -- achat* ~ \\ [")]
    [InlineData("../../etc/passwd%00")]
    [InlineData("%zz%ff")]
    [InlineData("ﷺ𝔘𝔫𝔦 🏳️‍🌈 a\u0301\u0301\u0301\u0301")]
    public async Task Get_HostileQuery_IsAnsweredPolitelyAndEncoded(string query)
    {
        using var response = await _client.Get("/recherche/?q=" + Uri.EscapeDataString(query));
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.QuerySelectorAll("script, main img, style"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "autofocus"));
        Assert.DoesNotContain(page.DocumentElement.TextContent, c => char.IsControl(c) && !char.IsWhiteSpace(c));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("main a[href]:not([href^='#'])"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(PlansWeb.Content.Search.SearchQuery.Parse(query).Text, page.QuerySelector("#recherche")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("q=achat&q=inconnu", "achat")]
    [InlineData("Q=achat", "achat")]
    [InlineData("q=achat&x=1&page=abc", "achat")]
    [InlineData("q=achat&page=-1", "achat")]
    [InlineData("q=achat&page=99999999999999999999", "achat")]
    [InlineData("q=+achat%0A", "achat")]
    public async Task Get_OddQueryString_ReadsTheFirstValue(string query, string value)
    {
        var page = await _client.GetPage("/recherche/?" + query);

        Assert.Equal(value, page.QuerySelector("#recherche")!.GetAttribute("value"));
        Assert.Equal(["3 pages trouvées"], page.Texts(".site-found"));
    }

    [Fact]
    public async Task Get_LongQuery_IsCutAndSaysSo()
    {
        var page = await Search("achat " + new string('x', 4_000));

        Assert.Equal(100, page.QuerySelector("#recherche")!.GetAttribute("value")!.Length);
        Assert.Contains("Seuls les 100 premiers caractères ont été pris en compte.", page.Texts("main p"));
    }

    [Fact]
    public async Task Get_ManyResults_ArePaginatedWithinTheBudget()
    {
        var first = await Search("répétition");
        Assert.Equal(["25 pages trouvées, page 1 sur 3"], first.Texts(".site-found"));
        Assert.Equal(10, first.QuerySelectorAll(".site-results > li").Length);
        Assert.InRange(first.All.Length, 1, MostElements);
        Assert.Contains("page 1 sur 3", first.Title, StringComparison.Ordinal);

        var link = first.QuerySelectorAll("nav.fr-pagination a[title]")[^1];
        Assert.Equal("Page 3", link.GetAttribute("title"));
        var last = await _client.GetPage(link.GetAttribute("href")!);
        Assert.Equal(["25 pages trouvées, page 3 sur 3"], last.Texts(".site-found"));
        Assert.Equal(5, last.QuerySelectorAll(".site-results > li").Length);
        Assert.Equal(["3"], last.Texts("nav.fr-pagination [aria-current=page]"));

        var beyond = await _client.GetPage("/recherche/?q=r%C3%A9p%C3%A9tition&page=40");
        Assert.Equal(["25 pages trouvées, page 3 sur 3"], beyond.Texts(".site-found"));
    }

    [Fact]
    public async Task Get_MisspeltWords_SuggestsAndShowsWhatIsNearest()
    {
        var page = await Search("achta durrable");

        Assert.Equal(["3 pages trouvées"], page.Texts(".site-found"));
        Assert.Contains("voici les pages trouvées avec cette proposition", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var link = page.QuerySelector("main p a[href^='/recherche/']")!;
        Assert.Equal("Vouliez-vous dire\u00A0: achat durable", link.ParentElement!.TextContent);
        Assert.Equal(["3 pages trouvées, dont 2 avec tous les mots"], (await _client.GetPage(link.GetAttribute("href")!)).Texts(".site-found"));
    }

    [Fact]
    public async Task Get_KnownWordsThatNoPageHasTogether_ShowsTheNearestAndSaysSo()
    {
        var page = await Search("durable texte guides");

        var main = page.QuerySelector("main")!;
        Assert.Contains("celles qui s’en approchent le plus", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Vouliez-vous dire", main.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Texts(".site-results h2"));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("exclu")]
    public async Task Get_HiddenPage_IsNeitherFoundNorSuggested(string word)
    {
        var page = await Search(word);

        Assert.Equal(["Aucune page trouvée"], page.Texts(".site-found"));
        Assert.Empty((await Search(word[..^1] + "z")).QuerySelectorAll("main p a[href^='/recherche/']"));
    }

    [Fact]
    public async Task Get_AfterAChange_FindsTheNewPage()
    {
        Assert.Equal(["Aucune page trouvée"], (await Search("nouveauté")).Texts(".site-found"));
        _folder.WithPage("nouvelle.md", "title: Une nouveauté");
        _site.Reload();

        Assert.Equal(["1 page trouvée"], (await Search("nouveauté")).Texts(".site-found"));
    }

    [Theory]
    [InlineData("/recherche?q=a%20b", "/recherche/?q=a%20b")]
    [InlineData("/Recherche/?q=%C3%A9", "/recherche/?q=%C3%A9")]
    [InlineData("/recherche", "/recherche/")]
    public async Task Get_NearlyTheAddress_LeadsToIt(string address, string target)
    {
        var response = await _client.Get(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, target), (response.StatusCode, response.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Get_TwoQueries_AreNeverMixedUpAndNeverKept()
    {
        var found = await _client.Get("/recherche/?q=achat", ("Accept-Encoding", "br"));
        var again = await _client.Get("/recherche/?q=achat", ("Accept-Encoding", "br"));
        var other = await _client.Get("/recherche/?q=guides", ("Accept-Encoding", "br"));

        Assert.All([found, again, other], response =>
        {
            Assert.Equal(["PlansWeb; fwd=bypass"], response.Headers.GetValues("Cache-Status"));
            Assert.True(response.Headers.CacheControl is { Private: true, NoCache: true, Public: false });
            Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        });
        Assert.Equal(found.Headers.ETag, again.Headers.ETag);
        Assert.NotEqual(found.Headers.ETag, other.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await _client.Get("/recherche/?q=achat", ("Accept-Encoding", "br"), ("If-None-Match", found.Headers.ETag!.ToString()))).StatusCode);

        var head = await _client.Send(HttpMethod.Head, "/recherche/?q=achat", ("Accept-Encoding", "br"));
        Assert.Equal(found.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/guides/")]
    [InlineData("/inconnue/")]
    [InlineData("/recherche/?q=achat")]
    public async Task Get_AnyPage_HasOneSearchInItsHeader(string address)
    {
        using var response = await _client.Get(address);
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var form = Assert.Single(page.QuerySelectorAll("header .fr-header__tools form[role=search][action='/recherche/']"));
        Assert.Equal("100", form.QuerySelector("input[name=q]")!.GetAttribute("maxlength"));
        var landmarks = page.QuerySelectorAll("[role=search]").Select(landmark => landmark.GetAttribute("aria-label")).ToArray();
        Assert.Equal(landmarks.Distinct(), landmarks);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
    }

    private Task<IHtmlDocument> Search(string query) => _client.GetPage("/recherche/?q=" + Uri.EscapeDataString(query));
}
