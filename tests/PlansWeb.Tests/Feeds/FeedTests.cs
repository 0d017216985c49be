using System.Text.Json;
using System.Xml.Linq;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Feeds;

/// <summary>Both feeds follow their specifications, and say the same.</summary>
public sealed class FeedTests : IDisposable
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\ndate: 2022-01-01\neleventyNavigation:\n  key: accueil\n  title: Accueil")
        .WithPage("rubrique/index.md", "title: Rubrique & cie\ndate: 2022-02-01\ntags: [numérique]\ndescription: Une rubrique.\neleventyNavigation:\n  key: rubrique\n  title: Rubrique",
            "![Image](image.png) [Relatif](../autre/) [Ancre](#a) [Courriel](mailto:a@exemple.fr) [Ailleurs](https://ailleurs.example/x)")
        .WithPage("rubrique/sous/index.md", "title: Sous\ndate: 2022-03-01\nupdated: 2023-04-05\neleventyNavigation:\n  key: sous\n  parent: rubrique\n  title: Sous")
        .WithPage("rubrique/hors-menu.md", "title: Hors menu\ndate: 2021-01-01")
        .WithPage("ailleurs.md", "title: Ailleurs\ndate: 2022-05-01", "Un caractère \u0001 que XML ne connaît pas.")
        .WithPage("sans-date.md", "title: Sans date")
        .WithPage("brouillon.md", "title: Brouillon\ndate: 2024-01-01\ndraft: true")
        .WithPage("discrete.md", "title: Discrète\ndate: 2024-01-01\nunlisted: true");

    private readonly Site _site;
    private readonly HttpClient _client;

    public FeedTests()
    {
        _site = PublicSite.Over(_folder);
        _client = _site.CreateClient();
    }

    [Theory]
    [InlineData("/feed/feed.xml", "https://www.exemple.fr/", "Sous,Ailleurs,Rubrique & cie,Accueil,Hors menu")]
    [InlineData("/feed/rubrique/feed.xml", "https://www.exemple.fr/rubrique/", "Sous,Rubrique & cie,Hors menu")]
    public async Task Atom_Feed_IsValidAndHasTheListedPagesLatestFirst(string address, string home, string titles)
    {
        var feed = await GetAtom(address);

        // RFC 4287, section 4.1.1: exactly one id, title and updated; an author, for the entries have none; one link to itself.
        Assert.Equal(s_atom + "feed", feed.Name);
        Assert.Equal(home, Assert.Single(feed.Elements(s_atom + "id")).Value);
        Assert.NotEmpty(Assert.Single(feed.Elements(s_atom + "title")).Value);
        Assert.NotEmpty(Assert.Single(feed.Elements(s_atom + "author")).Element(s_atom + "name")!.Value);
        Assert.Equal("https://www.exemple.fr" + address, Link(feed, "self"));
        Assert.Equal(home, Link(feed, "alternate"));
        Assert.Equal(titles.Split(','), feed.Elements(s_atom + "entry").Select(entry => entry.Element(s_atom + "title")!.Value));
        Assert.Equal(Instant(feed, "updated"), feed.Elements(s_atom + "entry").Max(entry => Instant(entry, "updated")));
        var ids = feed.Elements(s_atom + "entry").Select(entry => Assert.Single(entry.Elements(s_atom + "id")).Value).ToList();
        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.True(Uri.IsWellFormedUriString(id, UriKind.Absolute)));
        Assert.All(feed.Elements(s_atom + "entry"), entry =>
        {
            Assert.Single(entry.Elements(s_atom + "title"));
            Assert.Equal(entry.Element(s_atom + "id")!.Value, Link(entry, "alternate"));
            Assert.InRange(Instant(entry, "published"), DateTimeOffset.MinValue, Instant(entry, "updated"));
            Assert.Equal("html", Assert.Single(entry.Elements(s_atom + "content")).Attribute("type")!.Value);
        });
    }

    [Theory]
    [InlineData("/feed/feed.json", "/feed/feed.xml")]
    [InlineData("/feed/rubrique/feed.json", "/feed/rubrique/feed.xml")]
    public async Task Json_Feed_IsValidAndSaysWhatAtomSays(string address, string atomAddress)
    {
        using var document = JsonDocument.Parse(await (await _client.Get(address)).Text());
        var feed = document.RootElement;
        var atom = await GetAtom(atomAddress);

        // JSON Feed 1.1: version, title and items are required; an item needs an id and a content.
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal(atom.Element(s_atom + "title")!.Value, feed.GetProperty("title").GetString());
        Assert.Equal("https://www.exemple.fr" + address, feed.GetProperty("feed_url").GetString());
        Assert.Equal(atom.Element(s_atom + "id")!.Value, feed.GetProperty("home_page_url").GetString());
        Assert.NotEmpty(feed.GetProperty("authors")[0].GetProperty("name").GetString()!);
        Assert.Equal(
            atom.Elements(s_atom + "entry").Select(entry => (
                entry.Element(s_atom + "id")!.Value, entry.Element(s_atom + "title")!.Value, Instant(entry, "updated"), Instant(entry, "published"))),
            feed.GetProperty("items").EnumerateArray().Select(item => (
                item.GetProperty("id").GetString()!, item.GetProperty("title").GetString()!,
                item.GetProperty("date_modified").GetDateTimeOffset(), item.GetProperty("date_published").GetDateTimeOffset())));
        Assert.All(feed.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.Equal(item.GetProperty("id").GetString(), item.GetProperty("url").GetString());
            Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
        });
    }

    [Fact]
    public async Task Feeds_Content_HasAbsoluteAddressesOnly()
    {
        var atom = (await GetAtom("/feed/feed.xml")).Elements(s_atom + "entry").Single(entry => Link(entry, "alternate").EndsWith("/rubrique/", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(await (await _client.Get("/feed/rubrique/feed.json")).Text());
        var item = json.RootElement.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("title").GetString() == "Rubrique & cie");

        Assert.Equal("Une rubrique.", atom.Element(s_atom + "summary")!.Value);
        Assert.Equal("Une rubrique.", item.GetProperty("summary").GetString());
        Assert.Equal("numérique", atom.Element(s_atom + "category")!.Attribute("term")!.Value);
        foreach (var html in new[] { atom.Element(s_atom + "content")!.Value, item.GetProperty("content_html").GetString()! })
        {
            Assert.Equal(
                ["https://www.exemple.fr/rubrique/image.png", "https://www.exemple.fr/autre/", "https://www.exemple.fr/rubrique/#a", "mailto:a@exemple.fr", "https://ailleurs.example/x"],
                Dom.Parse(html).QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!));
        }
    }

    [Theory]
    [InlineData("/feed/inconnue/feed.xml")]
    [InlineData("/feed/ailleurs/feed.xml")]
    [InlineData("/feed/brouillon/feed.json")]
    [InlineData("/feed//feed.xml")]
    [InlineData("/FEED/feed.xml")]
    [InlineData("/feed/Feed.xml")]
    [InlineData("/feed/rubrique/autre.xml")]
    public async Task Get_NoSuchFeed_Returns404(string address) => Assert.Equal(404, (int)(await _client.Get(address)).StatusCode);

    [Fact]
    public async Task Get_SiteWithoutDates_FeedIsEmptyAndValid()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil");
        using var site = PublicSite.Over(folder);
        using var client = site.CreateClient();

        var feed = XDocument.Parse(await (await client.Get("/feed/feed.xml")).Text()).Root!;

        Assert.Empty(feed.Elements(s_atom + "entry"));
        Assert.Equal(DateTimeOffset.UnixEpoch, Instant(feed, "updated"));
    }

    [Fact]
    public async Task Get_ManyPages_FeedHasTheLatestThirty()
    {
        using var folder = new SiteBuilder();
        for (var i = 1; i <= 40; i++)
        {
            folder.WithPage($"p{i}.md", $"title: Page {i}\ndate: 2022-01-{i % 28 + 1:00}");
        }

        using var site = PublicSite.Over(folder);
        using var client = site.CreateClient();

        Assert.Equal(30, XDocument.Parse(await (await client.Get("/feed/feed.xml")).Text()).Root!.Elements(s_atom + "entry").Count());
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    private async Task<XElement> GetAtom(string address) => XDocument.Parse(await (await _client.Get(address)).Text()).Root!;

    private static string Link(XElement parent, string relation) =>
        Assert.Single(parent.Elements(s_atom + "link"), link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static DateTimeOffset Instant(XElement parent, string name)
    {
        var text = Assert.Single(parent.Elements(s_atom + name)).Value;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", text);
        return DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
