using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Pages;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Feeds;

/// <summary>The documents for machines: addresses, media types, caching, and what the settings decide.</summary>
public sealed class MachineDocumentsTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\ndate: 2022-01-01")
        .WithPage("réglementations/index.md", "title: Réglementations\ndate: 2022-02-01\nupdated: 2023-02-01\ndescription: Les textes.\neleventyNavigation:\n  key: regles\n  title: Règles")
        .WithPage("réglementations/loi.md", "title: Loi\neleventyNavigation:\n  parent: regles\n  title: Loi")
        .WithPage("404.md", "title: Perdu\npermalink: 404.html")
        .WithPage("brouillon.md", "title: Brouillon\ndraft: true")
        .WithPage("exclue.md", "title: Exclue\neleventyExcludeFromCollections: true")
        .WithPage("discrete.md", "title: Discrète\nunlisted: true");

    private readonly Site _site;
    private readonly HttpClient _client;

    public MachineDocumentsTests()
    {
        _site = PublicSite.Over(_folder, static builder => builder.UseSetting("Security:Contact", "mailto:securite@exemple.fr https://exemple.fr/signaler"));
        _client = _site.CreateClient();
    }

    public static TheoryData<string, string> Documents => new()
    {
        { "/sitemap.xml", "application/xml; charset=utf-8" },
        { "/robots.txt", "text/plain; charset=utf-8" },
        { "/feed/feed.xml", "application/atom+xml; charset=utf-8" },
        { "/feed/feed.json", "application/feed+json" },
        { "/feed/r%C3%A9glementations/feed.xml", "application/atom+xml; charset=utf-8" },
        { "/.well-known/security.txt", "text/plain; charset=utf-8" },
        { "/api/pages.json", "application/json; charset=utf-8" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_Document_HasItsMediaTypeAndIsCachedAsPagesAre(string address, string mediaType)
    {
        var first = await _client.Get(address);
        var second = await _client.Get(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        var head = await _client.Send(HttpMethod.Head, address);

        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal(mediaType, first.Content.Headers.ContentType!.ToString());
        Assert.Equal("Accept-Encoding", first.Headers.Vary.ToString());
        Assert.Equal(TimeSpan.Zero, first.Headers.CacheControl!.MaxAge);
        Assert.Equal(304, (int)second.StatusCode);
        Assert.Equal(["PlansWeb; hit"], second.Headers.GetValues("Cache-Status"));
        Assert.Equal(200, (int)head.StatusCode);
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_Document_IsCompressed(string address, string mediaType)
    {
        var response = await _client.Get(address, ("Accept-Encoding", "br"));
        await using var plain = new BrotliStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);

        Assert.Equal(mediaType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.Equal(await (await _client.Get(address)).Text(), await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Get_ForeignHost_HasNoInfluence(string address, string mediaType)
    {
        var foreign = await _client.Get(address, ("Host", "mechant.example"), ("X-Forwarded-Host", "mechant.example"));

        Assert.Equal(mediaType, foreign.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("mechant", await foreign.Text(), StringComparison.Ordinal);
        Assert.Equal(await (await _client.Get(address)).Text(), await foreign.Text());
    }

    [Theory]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-99999999999.xml")]
    [InlineData("/Sitemap.xml")]
    [InlineData("/robots.txt/")]
    [InlineData("/API/pages.json")]
    public async Task Get_NoSuchDocument_Returns404(string address) => Assert.Equal(404, (int)(await _client.Get(address)).StatusCode);

    [Fact]
    public async Task Sitemap_Site_NamesEveryListedPageAndNoOther()
    {
        var root = XDocument.Parse(await (await _client.Get("/sitemap.xml")).Text()).Root!;
        XNamespace protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

        Assert.Equal(
            ["https://www.exemple.fr/", "https://www.exemple.fr/r%C3%A9glementations/", "https://www.exemple.fr/r%C3%A9glementations/loi/"],
            root.Descendants(protocol + "loc").Select(loc => loc.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PageList_Site_HasTitleAddressDatesAndSection()
    {
        using var document = JsonDocument.Parse(await (await _client.Get("/api/pages.json")).Text());
        var pages = document.RootElement.EnumerateArray().ToDictionary(page => page.GetProperty("path").GetString()!);

        Assert.Equal(["/", "/r%C3%A9glementations/", "/r%C3%A9glementations/loi/"], pages.Keys.Order(StringComparer.Ordinal));
        var index = pages["/r%C3%A9glementations/"];
        Assert.Equal("Réglementations", index.GetProperty("title").GetString());
        Assert.Equal("https://www.exemple.fr/r%C3%A9glementations/", index.GetProperty("url").GetString());
        Assert.Equal("Les textes.", index.GetProperty("description").GetString());
        Assert.Equal("2022-02-01", index.GetProperty("date").GetString());
        Assert.Equal("2023-02-01", index.GetProperty("updated").GetString());
        Assert.Equal("Règles", pages["/r%C3%A9glementations/loi/"].GetProperty("section").GetString());
        Assert.False(pages["/"].TryGetProperty("section", out _));
    }

    [Fact]
    public async Task Robots_Site_MayReadAllAndFindTheSitemap() =>
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://www.exemple.fr/sitemap.xml\n", await (await _client.Get("/robots.txt")).Text());

    [Theory]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("2026-12-31T23:59:59Z")]
    [InlineData("2028-02-29T12:00:00Z")]
    public async Task SecurityTxt_AtAnyTime_IsValidForMonthsAndLessThanAYear(string now)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        using var site = PublicSite.Over(_folder, builder => builder.UseSetting("Security:Contact", "mailto:securite@exemple.fr https://exemple.fr/signaler")
            .ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        using var client = site.CreateClient();

        var fields = (await (await client.Get("/.well-known/security.txt")).Text()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToLookup(field => field[0], field => field[1]);

        Assert.Equal(["mailto:securite@exemple.fr", "https://exemple.fr/signaler"], fields["Contact"]);
        var expires = DateTimeOffset.Parse(Assert.Single(fields["Expires"]), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires - clock.GetUtcNow(), TimeSpan.FromDays(30), TimeSpan.FromDays(365));
        Assert.Equal(["fr"], fields["Preferred-Languages"]);
        Assert.Equal(["https://www.exemple.fr/.well-known/security.txt"], fields["Canonical"]);
    }

    [Fact]
    public async Task Get_NoPublicAddress_OnlyWhatCanDoWithoutIsThere()
    {
        using var site = new Site(_folder.Root);
        using var client = site.CreateClient();

        foreach (var address in new[] { "/sitemap.xml", "/feed/feed.xml", "/feed/feed.json", "/.well-known/security.txt" })
        {
            var response = await client.Get(address);
            Assert.Equal(404, (int)response.StatusCode);
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal("User-agent: *\nAllow: /\n", await (await client.Get("/robots.txt")).Text());
        using var pages = JsonDocument.Parse(await (await client.Get("/api/pages.json")).Text());
        Assert.All(pages.RootElement.EnumerateArray(), page => Assert.False(page.TryGetProperty("url", out _)));
    }

    [Fact]
    public async Task Reload_ChangedContent_ChangesTheDocuments()
    {
        var before = await (await _client.Get("/sitemap.xml")).Text();
        _folder.WithPage("nouvelle.md", "title: Nouvelle");
        _site.Reload();

        Assert.DoesNotContain("/nouvelle/", before, StringComparison.Ordinal);
        Assert.Contains("/nouvelle/", await (await _client.Get("/sitemap.xml")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Site:Url", "exemple.fr")]
    [InlineData("Site:Url", "ftp://exemple.fr")]
    [InlineData("Site:Url", "https://exemple.fr/chemin")]
    [InlineData("Site:Url", "https://exemple.fr/?a=b")]
    [InlineData("Site:Url", "https://exemple.fr/#a")]
    [InlineData("Site:Url", "https://moi@exemple.fr/")]
    [InlineData("Site:Url", "/chemin")]
    [InlineData("Security:Contact", "securite@exemple.fr")]
    [InlineData("Security:Contact", "mailto:a@exemple.fr http://exemple.fr")]
    public void IsValid_WrongSetting_IsFalse(string key, string value) =>
        Assert.False(key == "Site:Url" ? SiteOptions.IsUrl(value) : SecurityOptions.IsContact(value));

    [Theory]
    [InlineData("https://www.exemple.fr/", "https://www.exemple.fr/")]
    [InlineData("HTTPS://WWW.Exemple.FR:443", "https://www.exemple.fr/")]
    [InlineData("http://localhost:8080", "http://localhost:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("https://écologie.fr", "https://xn--cologie-9xa.fr/")]
    public async Task Start_PublicAddress_IsBroughtToItsNormalForm(string value, string expected)
    {
        using var site = new Site(_folder.Root, builder => builder.UseSetting("Site:Url", value));
        using var client = site.CreateClient();

        Assert.Equal(expected, (await client.GetPage("/")).QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }
}
