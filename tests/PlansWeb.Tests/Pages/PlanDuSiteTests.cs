using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Export;
using PlansWeb.Pages;
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
    public async Task SiteMap_PageOfTheContentAtItsAddress_ItsTextStandsAboveTheList()
    {
        using var folder = new SiteBuilder()
            .WithPage("index.md", "title: Accueil")
            .WithPage("plan-du-site/index.md", "title: Où trouver quoi\ndescription: Par thème.", "Voir [les aides](/aides/).")
            .WithPage("aides.md", "title: Aides")
            .WithPage("autre.md", "title: Autre");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage(Address);
        var markdown = await client.Get(Address, ("Accept", "text/markdown"));

        Assert.Equal("Où trouver quoi", page.QuerySelector("h1")!.Text());
        Assert.Equal(["/aides/"], page.QuerySelectorAll("[data-page-content] a").Select(static link => link.GetAttribute("href")));
        Assert.All(["/", "/aides/", "/autre/"], href => Assert.NotNull(page.QuerySelector($"main ul a[href='{href}']")));
        Assert.Contains("[les aides]", await markdown.Text(), StringComparison.Ordinal);
        Assert.Empty(folder.CheckFor(DiagnosticRules.ReservedAddress));
        Assert.Equal([(null, false), ("text/markdown", true)], PublicAddresses.Of(site.Services.GetRequiredService<PageStore>().Current, site.Services.GetRequiredService<EndpointDataSource>())
            .Where(static address => address.Target.StartsWith(Address, StringComparison.Ordinal)).Select(static address => (address.Accept, address.Shown is not null)));
    }

    [Fact]
    public async Task SiteMap_HiddenPageOfTheContentAtItsAddress_IsNotShown()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("plan-du-site.md", "title: Brouillon\ndraft: true", "SECRET");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        Assert.DoesNotContain("SECRET", (await client.GetPage(Address)).DocumentElement.OuterHtml, StringComparison.Ordinal);
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

        var links = (await Crawl(client)).SelectMany(static part => part.Links).Where(static link => !link.StartsWith(Address, StringComparison.Ordinal)).ToList();

        Assert.InRange(links.Count, 801, 900);
        Assert.Equal(801, links.Distinct().Count());
    }

    [Theory]
    [InlineData("a section with thousands of pages", 1, 1_700, 1)]
    [InlineData("sections with subjects", 12, 10, 12)]
    [InlineData("more sections than a page lists", 510, 1, 0)]
    [InlineData("no menu", 0, 1_700, 0)]
    public async Task SiteMap_LargeSite_IsDividedAndLeadsToEveryPageInPartsOfABoundedSize(string kind, int sections, int subjects, int articles)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil");
        for (var i = 0; i < sections; i++)
        {
            folder.WithPage($"r{i}/index.md", $"title: Rubrique {i}\neleventyNavigation: {{key: r{i}, title: Rubrique {i}, order: {i}}}");
            for (var j = 0; j < subjects; j++)
            {
                folder.WithPage($"r{i}/s{j}/index.md", $"title: Sujet {j}\neleventyNavigation: {{key: r{i}s{j}, parent: r{i}, title: Sujet {j}, order: {j}}}");
                for (var k = 0; k < articles; k++)
                {
                    folder.WithPage($"r{i}/s{j}/a{k}.md", $"title: Article {k}\neleventyNavigation: {{parent: r{i}s{j}, title: Article {k}, order: {k}}}");
                }
            }
        }

        for (var j = 0; sections == 0 && j < subjects; j++)
        {
            folder.WithPage($"p{j}.md", $"title: Page {j}");
        }

        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        site.Reload();

        var parts = await Crawl(client);

        Assert.True(parts.Count > 2, kind);
        Assert.All(site.Store.Current.Listed, page => Assert.Contains(parts, part => part.Links.Contains(page.Href)));
        Assert.All(parts, static part => Assert.InRange(part.Links.Count, 1, (2 * SiteMap.MostLinks) + 2));
        Assert.Equal(parts.Count, parts.Select(static part => part.Title).Distinct().Count());
        Assert.All(parts.Skip(1), part => Assert.Contains(Address, part.Trail));
    }

    [Fact]
    public async Task SiteMap_SmallSite_IsOnePage()
    {
        var parts = await Crawl(embedded.Client);

        Assert.Equal(Address, Assert.Single(parts).Url);
    }

    [Theory]
    [InlineData("/plan-du-site/ecole", 301, "/plan-du-site/ecole/")]
    [InlineData("/Plan-du-site/École/", 301, "/plan-du-site/ecole/")]
    [InlineData("/plan-du-site/ecole/index.html", 301, "/plan-du-site/ecole/")]
    [InlineData("/plan-du-site/ecole/", 200, null)]
    [InlineData("/plan-du-site/ecole-2/", 200, null)]
    [InlineData("/plan-du-site/prise/", 200, null)]
    [InlineData("/plan-du-site/prise-2/", 200, null)]
    [InlineData("/plan-du-site/petite/", 404, null)]
    [InlineData("/plan-du-site/inconnue/", 404, null)]
    public async Task SiteMap_Part_HasOneAddressThatIsNoPagesOwn(string path, int status, string? target)
    {
        using var folder = new SiteBuilder().WithPage("plan-du-site/prise.md", "title: Page du contenu").WithPage("petite.md", "title: Petite\neleventyNavigation: {key: petite, title: Petite}")
            .WithPage("dedans.md", "title: Dedans\neleventyNavigation: {parent: petite, title: Dedans}");
        foreach (var (key, title) in new[] { ("a", "École"), ("b", "École"), ("c", "Prise") })
        {
            folder.WithPage($"{key}.md", $"title: {title}\neleventyNavigation: {{key: {key}, title: {title}}}");
            for (var i = 0; i < 21; i++)
            {
                folder.WithPage($"{key}/{i}.md", $"title: Page {i}\neleventyNavigation: {{parent: {key}, title: Page {i}}}");
            }
        }

        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        using var response = await client.Get(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.OriginalString);
        if (path.EndsWith("prise/", StringComparison.Ordinal))
        {
            Assert.Equal("Page du contenu", (await client.GetPage(path)).QuerySelector("h1")!.Text());
        }
    }

    [Fact]
    public async Task SiteMap_PagesInOtherLanguages_SaySo()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil")
            .WithPage("en.md", "title: Welcome\nlang: en\neleventyNavigation: {key: en, title: Welcome}").WithPage("de.md", "title: Willkommen\nlang: de");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage(Address);

        Assert.Equal(["en en", "de de"], page.QuerySelectorAll("main a[lang]").Select(static link => $"{link.GetAttribute("lang")} {link.GetAttribute("hreflang")}"));
    }

    // The map and all its parts, as a reader finds them.
    private static async Task<List<(string Url, string Title, List<string> Links, List<string> Trail)>> Crawl(HttpClient client)
    {
        var parts = new List<(string Url, string Title, List<string> Links, List<string> Trail)>();
        var found = new List<string> { Address };
        for (var i = 0; i < found.Count; i++)
        {
            var page = await client.GetPage(found[i]);
            var links = page.QuerySelectorAll("main a:not(.fr-link)").Select(static link => link.GetAttribute("href")!).ToList();
            parts.Add((found[i], page.QuerySelector("h1")!.Text(), links, [.. page.QuerySelectorAll(".fr-breadcrumb a").Select(static link => link.GetAttribute("href")!)]));
            found.AddRange(links.Where(link => link.StartsWith(Address, StringComparison.Ordinal) && !found.Contains(link)));
        }

        return parts;
    }
}
