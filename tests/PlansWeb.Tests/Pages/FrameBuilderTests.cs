using System.Net;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Pages;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

public sealed class FrameBuilderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_PageBelowTenThousandParents_IsServed(bool inACircle)
    {
        const int Length = 10_000;
        var pages = Enumerable.Range(0, Length).Select(i => new ContentPage
        {
            SourcePath = $"{i}.md",
            Url = $"/{i}/",
            Href = $"/{i}/",
            FileSlug = $"{i}",
            Title = $"Page {i}",
            Layout = "plans-action",
            Navigation = new NavigationEntry($"k{i}", i > 0 ? $"k{i - 1}" : inACircle ? $"k{Length - 1}" : null, null, 0, null, 0),
            Text = PageBody.None,
            Data = new Dictionary<string, object?>(),
        });
        using var folder = new SiteBuilder();
        using var site = new Site(folder.Root);
        site.Store.Publish(new SiteContent { Pages = [.. pages], Version = "v1" });
        using var client = site.CreateClient();

        foreach (var path in new[] { "/9999/", "/5000/", "/0/", "/inconnue/" })
        {
            using var response = await client.Get(path);
            Assert.Equal(path == "/inconnue/" ? HttpStatusCode.NotFound : HttpStatusCode.OK, response.StatusCode);
        }

        var page = await client.GetPage("/9999/");
        Assert.Equal("Page 9999", page.Texts("h1").Single());
        Assert.InRange(page.QuerySelectorAll(".fr-sidemenu li").Length, 1, 10);
    }

    [Theory]
    [InlineData("/b/c/", "", "B D")]
    [InlineData("/b/c/d/", "", "B C D")]
    [InlineData("https://ailleurs.example/", "", "B C D")]
    [InlineData("/b/c/", "permalink: false\n", "C D")]
    public async Task Get_PageThatTheMenuLeadsToByItself_IsNotListedBelowAnotherEntryWithAPage(string url, string header, string below)
    {
        using var folder = new SiteBuilder()
            .WithPage("a.md", "title: A\neleventyNavigation: {key: a, title: A, order: 1}")
            .WithPage("menu/c.md", $"title: C\npermalink: false\neleventyNavigation: {{title: C, order: 2, url: {url}}}")
            .WithPage("b/index.md", $"title: B\n{header}eleventyNavigation: {{key: b, title: B, order: 3}}")
            .WithPage("b/c.md", "title: C\neleventyNavigation: {key: c, parent: b, title: C}")
            .WithPage("b/d.md", "title: D\neleventyNavigation: {key: d, parent: b, title: D}");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var menu = (await client.GetPage("/a/")).QuerySelector("#menu")!;

        Assert.Equal(["A", "C"], menu.QuerySelectorAll("#menu > ul > li > a").Select(static link => link.Text()));
        Assert.Equal(below, string.Join(' ', menu.QuerySelectorAll("details li > a").Select(static link => link.Text())));
    }

    [Theory]
    [InlineData("/b/", "B page")]
    [InlineData("/b/c/", "C page")]
    [InlineData("/b/d/", "B true")]
    [InlineData("/bb/", "")]
    [InlineData("/a/", "A page")]
    public async Task Get_PageThatTheMenuLeadsToFromElsewhere_MarksTheNearestEntryAlone(string address, string marked)
    {
        using var folder = new SiteBuilder()
            .WithPage("a.md", "title: A\neleventyNavigation: {key: a, title: A, order: 1}")
            .WithPage("menu/b.md", "title: B\npermalink: false\neleventyNavigation: {title: B, order: 2, url: /b/}")
            .WithPage("menu/c.md", "title: C\npermalink: false\neleventyNavigation: {title: C, order: 3, url: /b/c/}")
            .WithPage("b/index.md", "title: B\neleventyNavigation: {key: b, title: Dossier, order: 4}")
            .WithPage("b/c.md", "title: C\neleventyNavigation: {key: c, parent: b, title: C}")
            .WithPage("b/d.md", "title: D\neleventyNavigation: {key: d, parent: b, title: D}")
            .WithPage("bb.md", "title: BB");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        site.Reload();

        var page = await client.GetPage(address);

        Assert.Equal(marked, string.Join(", ", page.QuerySelectorAll(".fr-nav__list > li > [aria-current], .fr-nav__list > li > details > summary[aria-current]")
            .Select(static link => $"{link.TextContent.Trim()} {link.GetAttribute("aria-current")}")));
    }

    [Fact]
    public void ForPage_BranchesThatThePageIsNotIn_AreSharedByAllPages()
    {
        using var folder = new SiteBuilder()
            .WithPage("a.md", "title: A\neleventyNavigation: {key: a, title: A, order: 1}")
            .WithPage("b.md", "title: B\neleventyNavigation: {key: b, title: B, order: 2}")
            .WithPage("c.md", "title: C\neleventyNavigation: {key: c, parent: b, title: C}")
            .WithPage("d.md", "title: D");
        using var site = new Site(folder.Root);
        site.Reload();

        var menuOfA = MenuOf(site, "/a/");
        var menuOfC = MenuOf(site, "/c/");
        var menuOfD = MenuOf(site, "/d/");

        Assert.Same(menuOfA[1], menuOfD[1]);
        Assert.Same(menuOfC[0], menuOfD[0]);
        Assert.NotSame(menuOfA[0], menuOfD[0]);
        Assert.NotSame(menuOfC[1], menuOfD[1]);
    }

    [Fact]
    public async Task Get_PageThatIsItsOwnParent_ShowsItOnce()
    {
        using var folder = new SiteBuilder()
            .WithPage("index.md", "title: Accueil")
            .WithPage("a.md", "title: A\nlayout: plans-action\neleventyNavigation: {key: a, parent: a, title: A}")
            .WithPage("b.md", "title: B\nlayout: plans-action\neleventyNavigation: {key: b, parent: a, title: B}");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage("/a/");

        Assert.InRange(page.QuerySelectorAll(".fr-sidemenu a").Count(link => link.Text() == "A"), 1, 2);
    }

    [Theory]
    [InlineData(8, "/r3/", "r0 r1 r2 r3 r4 r5 r6 r7", false)]
    [InlineData(9, "/r3/", "r0 r1 r2 r3 r4 r5 r6 r7", true)]
    [InlineData(9, "/r8/", "r0 r1 r2 r3 r4 r5 r6 r8", true)]
    [InlineData(30, "/r20/p3/", "r0 r1 r2 r3 r4 r5 r6 r20", true)]
    [InlineData(30, "/r5/p3/", "r0 r1 r2 r3 r4 r5 r6 r7", true)]
    [InlineData(30, "/inconnue/", "r0 r1 r2 r3 r4 r5 r6 r7", true)]
    public async Task Menu_ManySections_ShowsTheFirstEightAndThePagesOwnThenAWayToAll(int sections, string path, string shown, bool hasRest)
    {
        using var folder = Wide(sections, 4);
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        using var response = await client.Get(path);
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var entries = page.QuerySelectorAll(".fr-nav__list > li").ToList();
        Assert.Equal(shown, string.Join(' ', entries.Take(8).Select(static entry => entry.QuerySelector("summary, a")!.TextContent)));
        Assert.Equal(hasRest ? "Toutes les rubriques /plan-du-site/" : "", string.Join("", entries.Skip(8).Select(static entry => $"{entry.Text()} {entry.QuerySelector("a")!.GetAttribute("href")}")));
        Assert.Equal(path == "/inconnue/" ? 0 : 1, page.QuerySelectorAll(".fr-nav summary[aria-current]").Length);
    }

    [Theory]
    [InlineData(20, "/r0/p7/", false, "p7")]
    [InlineData(21, "/r0/p7/", true, "p7")]
    [InlineData(21, "/r0/p20/", true, "p20")]
    [InlineData(21, "/r1/", true, "p19")]
    [InlineData(600, "/r0/p599/", true, "p599")]
    public async Task Menu_LargeBranch_ShowsTwentyAndThePagesOwnThenAWayToAll(int pages, string path, bool hasRest, string last)
    {
        using var folder = Wide(2, pages);
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        // The section's own page is the first link of its branch.
        var links = (await client.GetPage(path)).QuerySelectorAll(".fr-nav__list > li:first-child li a").Skip(1).ToList();

        Assert.Equal(hasRest ? 21 : 20, links.Count);
        Assert.Contains(last, links.Select(Dom.Text));
        if (hasRest)
        {
            Assert.Equal("Tout voir : r0 /plan-du-site/r0/", $"{links[^1].Text()} {links[^1].GetAttribute("href")}");
            var map = await client.GetPage("/plan-du-site/r0/");
            Assert.Equal("Plan du site : r0", map.QuerySelector("h1")!.Text());
            Assert.Equal(["Accueil", "Plan du site", "r0"], map.Texts(".fr-breadcrumb li"));
        }
    }

    [Fact]
    public async Task Menu_LargeSite_WeighsNoMoreThanThatOfASmallOne()
    {
        using var small = Wide(12, 25);
        using var large = Wide(40, 60);
        using var smallSite = new Site(small.Root);
        using var largeSite = new Site(large.Root);
        using var smallClient = smallSite.CreateClient();
        using var largeClient = largeSite.CreateClient();

        Assert.Equal((await smallClient.GetPage("/r1/p1/")).QuerySelectorAll("*").Length, (await largeClient.GetPage("/r1/p1/")).QuerySelectorAll("*").Length);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("plans-action")]
    [InlineData("plan")]
    [InlineData("list")]
    [InlineData("accessibilite")]
    [InlineData("ecoconception")]
    [InlineData("inconnu")]
    public async Task SideMenu_AnyLayout_StandsBesidePagesOfASection(string layout)
    {
        using var folder = new SiteBuilder()
            .WithPage("r.md", "title: R\neleventyNavigation: {key: r, title: R}")
            .WithPage("r/s.md", $"title: S\nlayout: {layout}\neleventyNavigation: {{key: s, parent: r, title: S}}")
            .WithPage("r/s/a.md", $"title: A\nlayout: {layout}\neleventyNavigation: {{parent: s, title: A}}")
            .WithPage("r/s/b.md", $"title: B\nlayout: {layout}\neleventyNavigation: {{parent: s, title: B}}")
            .WithPage("seule.md", $"title: Seule\nlayout: {layout}");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        foreach (var (path, marked) in new[] { ("/r/s/", "Accueil"), ("/r/s/a/", "A"), ("/r/s/b/", "B") })
        {
            var page = await client.GetPage(path);
            Assert.Equal(["Accueil", "A", "B"], page.Texts(".fr-sidemenu a"));
            Assert.Equal([marked], page.Texts(".fr-sidemenu [aria-current=page]"));
            Assert.Single(page.QuerySelectorAll(".fr-grid-row > main#contenu > h1"));
        }

        Assert.Empty((await client.GetPage("/seule/")).QuerySelectorAll(".fr-sidemenu"));
    }

    [Theory]
    [InlineData("r", "", "Un Deux", "")]
    [InlineData("r", "<!-- rien -->", "Un Deux", "")]
    [InlineData("r", "Un texte.", "", "")]
    [InlineData("r", "![Une image](/x.png)", "", "")]
    [InlineData("sans-menu", "", "A B", "")]
    [InlineData("r", "", "", "layout: list\ncollection: x")]
    [InlineData("r", "", "", "layout: home")]
    [InlineData("r", "", "Un Deux", "layout: plans-action")]
    public async Task Section_WithoutText_ListsItsPagesOutsideItsText(string section, string text, string listed, string more)
    {
        using var folder = new SiteBuilder()
            .WithPage("r.md", $"title: R\neleventyNavigation: {{key: r, title: R}}\n{more}", text)
            .WithPage("un.md", "title: Long titre\neleventyNavigation: {key: un, parent: r, title: Un, order: 1}")
            .WithPage("deux.md", "title: Deux\neleventyNavigation: {parent: r, title: Deux, order: 2}")
            .WithPage("dessous.md", "title: Dessous\neleventyNavigation: {parent: un, title: Dessous}")
            .WithPage("brouillon.md", "title: Brouillon\ndraft: true\neleventyNavigation: {parent: r, title: Brouillon}")
            .WithPage("sans-menu/index.md", "title: Sans menu", text)
            .WithPage("sans-menu/a.md", "title: A")
            .WithPage("sans-menu/b.md", "title: B")
            .WithPage("vide.md", "title: Vide", "");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage($"/{section}/");

        Assert.Equal(listed, string.Join(' ', page.Texts("[data-page-content] ~ ul a")));
        Assert.Single(page.QuerySelectorAll("[data-page-content]"));
        Assert.Empty(page.QuerySelectorAll("[data-page-content] a"));
        Assert.Empty((await client.GetPage("/vide/")).QuerySelectorAll("[data-page-content] ~ ul"));
    }

    [Fact]
    public async Task Section_ManyPages_ListsAHundredAndLeadsToAll()
    {
        using var folder = Wide(1, 150, "");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var links = (await client.GetPage("/r0/")).QuerySelectorAll("[data-page-content] ~ ul a");

        Assert.Equal(101, links.Length);
        Assert.Equal("/plan-du-site/r0/", links[^1].GetAttribute("href"));
    }

    [Theory]
    [InlineData("Services, News, About us", false)]
    [InlineData("Accueil, Ministères, Actions, Gains, À propos, Publications", false)]
    [InlineData("Accueil, Comprendre les enjeux, Agir dans son organisation, Outils et ressources, Publications", true)]
    [InlineData("1, 2, 3, 4, 5, 6, 7, 8, Ce que montre seulement le plan du site et qui ne compte donc pas dans le menu, Encore une rubrique de plus", false)]
    public void Menu_Titles_AreFoldedOnPhonesWhereTheyAreLongTogether(string titles, bool isFolded)
    {
        using var folder = new SiteBuilder();
        foreach (var (title, order) in titles.Split(", ").Select((title, order) => (title, order)))
        {
            folder.WithPage($"p{order}.md", $"title: P{order}\neleventyNavigation: {{key: k{order}, title: \"{title}\", order: {order}}}", "Texte.");
        }

        using var site = new Site(folder.Root);
        var frames = new FrameBuilder(site.Store.Current);

        // On all pages alike, those too that the navigation puts into the menu in the place of others.
        Assert.All(site.Store.Current.Pages.Select(frames.ForPage).Append(frames.ForNotice("Page introuvable")), frame => Assert.Equal(isFolded, frame.Menu!.OpenText is not null));
    }

    private static SiteBuilder Wide(int sections, int pages, string text = "Texte.")
    {
        var folder = new SiteBuilder();
        for (var i = 0; i < sections; i++)
        {
            folder.WithPage($"r{i}.md", $"title: r{i}\neleventyNavigation: {{key: r{i}, title: r{i}, order: {i}}}", text);
            for (var j = 0; j < pages; j++)
            {
                folder.WithPage($"r{i}/p{j}.md", $"title: p{j}\neleventyNavigation: {{parent: r{i}, title: p{j}, order: {j}}}");
            }
        }

        return folder;
    }

    private static IReadOnlyList<IHtml> MenuOf(Site site, string url) =>
        new FrameBuilder(site.Store.Current).ForPage(site.Store.Current.Find(url)!).Menu!.Items;
}
