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

    private static IReadOnlyList<IHtml> MenuOf(Site site, string url) =>
        new FrameBuilder(site.Store.Current).ForPage(site.Store.Current.Find(url)!).Menu;
}
