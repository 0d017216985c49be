using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>The site map leads to every page that is listed, and to no other.</summary>
public sealed class PlanDuSiteTests(EmbeddedSite embedded, CorpusSite corpus) : IClassFixture<CorpusSite>
{
    private const string Address = "/plan-du-site/";

    [Fact]
    public async Task SiteMap_Embedded_LeadsToEveryListedPageAndEachLinkAnswers()
    {
        var links = (await embedded.Client.GetPage(Address)).QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(embedded.Site.Store.Current.Listed.Select(page => page.Href).Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        foreach (var link in links)
        {
            Assert.Equal(200, (int)(await embedded.Client.Get(link)).StatusCode);
        }
    }

    [Fact]
    public async Task SiteMap_Corpus_LeadsToEveryListedPage()
    {
        var links = (await corpus.Client.GetPage(Address)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToHashSet();

        Assert.All(corpus.Snapshot.Listed, page => Assert.Contains(page.Href, links));
    }

    [Fact]
    public async Task Footer_EveryPage_LeadsToTheSiteMap() =>
        Assert.Equal("Plan du site", (await embedded.Client.GetPage("/publications/")).QuerySelector("footer a[href='/plan-du-site/']")!.Text());

    [Theory]
    [InlineData("/plan-du-site")]
    [InlineData("/Plan-du-Site/")]
    [InlineData("/plan-du-site/index.html")]
    public async Task Get_AddressNearlyRight_RedirectsToIt(string path)
    {
        var response = await embedded.Client.Get(path);

        Assert.Equal(301, (int)response.StatusCode);
        Assert.Equal(Address, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SiteMap_PagesOutsideTheMenus_StandByFolder()
    {
        using var folder = new SiteBuilder()
            .WithPage("index.md", "title: Accueil\neleventyNavigation:\n  key: accueil\n  title: Accueil")
            .WithPage("rubrique/index.md", "title: Rubrique\neleventyNavigation:\n  key: rubrique\n  title: Ma rubrique")
            .WithPage("rubrique/dedans.md", "title: Dedans\neleventyNavigation:\n  parent: rubrique\n  title: Dedans")
            .WithPage("rubrique/dehors.md", "title: Dehors")
            .WithPage("dossier/index.md", "title: Dossier")
            .WithPage("dossier/a.md", "title: A")
            .WithPage("dossier/b.md", "title: B")
            .WithPage("boucle.md", "title: Boucle\neleventyNavigation:\n  key: boucle\n  parent: boucle")
            .WithPage("renvoi.md", "title: Renvoi\neleventyNavigation:\n  key: renvoi\n  title: Renvoi\n  url: https://ailleurs.example/")
            .WithPage("brouillon.md", "title: Brouillon\ndraft: true")
            .WithPage("discrete.md", "title: Discrète\nunlisted: true")
            .WithPage("404.md", "title: Perdu\npermalink: 404.html");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage(Address);
        var lists = page.QuerySelectorAll("main > div > ul");

        Assert.Equal(2, lists.Length);
        Assert.Equal(["Accueil", "Renvoi", "Ma rubrique", "Dedans"], lists[0].Texts("a"));
        Assert.Equal(["Boucle", "Dossier", "A", "B", "Renvoi", "Rubrique", "Dehors"], lists[1].Texts("a"));
        Assert.Equal(["A", "B"], lists[1].QuerySelector("a[href='/dossier/']")!.ParentElement!.Texts(":scope > ul a"));
        Assert.Equal(["Pages hors des menus"], page.Texts("main h2"));
    }

    [Fact]
    public async Task SiteMap_LongChainAndSharedKeys_StaysSmallAndWhole()
    {
        // A thousand levels would take the stack; entries that share keys would double the tree at each level.
        using var folder = new SiteBuilder();
        for (var i = 0; i < 400; i++)
        {
            folder.WithPage($"a{i}.md", $"title: A{i}\neleventyNavigation:\n  key: k{i}\n  parent: k{i - 1}")
                .WithPage($"b{i}.md", $"title: B{i}\neleventyNavigation:\n  key: k{i}\n  parent: k{i - 1}");
        }

        folder.WithPage("racine.md", "title: Racine\neleventyNavigation:\n  key: k-1");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var links = (await client.GetPage(Address)).QuerySelectorAll("main a[href^='/']");

        Assert.InRange(links.Length, 801, 900);
        Assert.Equal(801, links.Select(link => link.GetAttribute("href")).Distinct().Count());
    }
}
