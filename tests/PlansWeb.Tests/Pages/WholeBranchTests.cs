using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Site;
using PlansWeb.Pages;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>A section as one document: whole, in order, with links that lead inside it.</summary>
public sealed class WholeBranchTests : IDisposable
{
    private const string Query = "?vue=complete";

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("plans/index.md", "title: Plans\ndate: 2022-01-01\neleventyNavigation:\n  key: plans\n  title: Les plans",
            "## Introduction\n\n[Vers la suite](suite/) [et son détail](suite/detail#d%C3%A9tail) [ici](#introduction)")
        .WithPage("plans/suite/index.md", "title: Suite\ndate: 2022-01-01\nupdated: 2023-04-01\neleventyNavigation:\n  key: suite\n  parent: plans\n  title: La suite\n  order: 2",
            "## Introduction\n\n![Image](image.png) [Retour](../) [Dehors](/dehors/) [Ailleurs](https://ailleurs.example/) [ici](#introduction) [document](doc.pdf)")
        .WithPage("plans/suite/detail.md", "title: Détail\neleventyNavigation:\n  parent: suite\n  title: Le détail",
            "## Détail {#détail}\n\n### Plus bas\n\n##### Très bas\n\n<p id=\"note\">Note</p><a href='#note' aria-describedby=\"note\">voir</a>")
        .WithPage("plans/debut.md", "title: Début\neleventyNavigation:\n  key: debut\n  parent: plans\n  title: Le début\n  order: 1", "Texte du début.")
        .WithPage("plans/brouillon.md", "title: Brouillon\ndraft: true\neleventyNavigation:\n  parent: plans\n  title: Brouillon")
        .WithPage("dehors.md", "title: Dehors\neleventyNavigation:\n  key: dehors\n  title: Dehors");

    private readonly Site _site;
    private readonly HttpClient _client;

    public WholeBranchTests()
    {
        _site = PublicSite.Over(_folder);
        _client = _site.CreateClient();
    }

    [Fact]
    public async Task Whole_Headings_StandInNavigationOrderOneLevelLowerForEachStep()
    {
        var page = await _client.GetPage("/plans/" + Query);

        Assert.Equal(
            ["h1 Plans", "h2 Table des matières", "h2 Introduction", "h2 Début", "h2 Suite", "h3 Introduction", "h3 Détail", "h4 Détail", "h5 Plus bas", "h6 Très bas"],
            page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6").Select(heading => $"{heading.LocalName} {heading.Text()}"));
    }

    [Fact]
    public async Task Whole_TablesOfOneName_AreToldApartByTheirChapter()
    {
        const string Table = "| Action | Coût |\n| --- | --- |\n| Garder | 0 |";
        using var folder = new SiteBuilder()
            .WithPage("plans/index.md", "title: Plans\neleventyNavigation: {key: plans}", Table)
            .WithPage("plans/suite.md", "title: La suite\neleventyNavigation: {parent: plans}", Table);
        using var site = PublicSite.Over(folder);
        using var client = site.CreateClient();

        var page = await client.GetPage("/plans/" + Query);

        Assert.Equal(
            ["Tableau : Action, Coût", "Tableau : Action, Coût – La suite"],
            page.QuerySelectorAll("main [role=region]").Select(region => region.GetAttribute("aria-label")!.Replace('\u00a0', ' ')));
    }

    [Fact]
    public async Task Whole_IdsAndLinks_AreUniqueAndLeadInside()
    {
        var page = await _client.GetPage("/plans/" + Query);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        var inside = page.QuerySelectorAll("main a[href^='#'], main [aria-describedby]").ToList();

        Assert.Distinct(ids);
        Assert.NotEmpty(inside);
        Assert.All(inside, link => Assert.Contains(Uri.UnescapeDataString(link.GetAttribute("href")![1..]), ids));
        Assert.All(page.QuerySelectorAll("[aria-describedby]"), element => Assert.Contains(element.GetAttribute("aria-describedby"), ids));
        Assert.Equal("Suite", Target(page, "Vers la suite").Text());
        Assert.Equal("Détail", Target(page, "et son détail").Text());
        Assert.Equal("h4", Target(page, "et son détail").LocalName);
        Assert.Equal("main", Target(page, "Retour").LocalName);
        Assert.Equal("Note", Target(page, "voir").Text());
    }

    [Fact]
    public async Task Whole_OtherAddresses_LeadWhereTheyLedFromTheirPage()
    {
        var page = await _client.GetPage("/plans/" + Query);

        Assert.Equal("/plans/suite/image.png", page.QuerySelector("main img")!.GetAttribute("src"));
        Assert.Equal("/dehors/", Link(page, "Dehors").GetAttribute("href"));
        Assert.Equal("https://ailleurs.example/", Link(page, "Ailleurs").GetAttribute("href"));
        Assert.Equal("/plans/suite/doc.pdf", Link(page, "document").GetAttribute("href"));
    }

    [Fact]
    public async Task Whole_CoverAndContents_NameTheDocument()
    {
        var page = await _client.GetPage("/plans/" + Query);

        Assert.Equal("2023-04-01", page.QuerySelector("main time")!.GetAttribute("datetime"));
        Assert.Contains("https://www.exemple.fr/plans/", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Equal(["Début", "Suite", "Détail"], page.Texts(".site-contents a"));
        Assert.Equal(["Détail"], page.Texts(".site-contents ul ul a"));
        Assert.StartsWith("Plans (rubrique complète)", page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Equal("https://www.exemple.fr/plans/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.DoesNotContain("Brouillon", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_HasTheLink_OthersDoNot()
    {
        Assert.Equal("?vue=complete", Link(await _client.GetPage("/plans/"), "Version imprimable de toute la rubrique").GetAttribute("href"));
        Assert.Empty((await _client.GetPage("/dehors/")).QuerySelectorAll("main a[href*=vue]"));
        Assert.Empty((await _client.GetPage("/plans/" + Query)).QuerySelectorAll("main a[href*=vue]"));
    }

    [Fact]
    public async Task Get_PageWithoutBranch_AnswersThePage() =>
        Assert.Equal(["Dehors"], (await _client.GetPage("/dehors/" + Query)).Texts("main h1"));

    [Fact]
    public async Task Get_View_IsAnEntryOfItsOwnAndOtherQueriesAreNot()
    {
        await _client.Get("/plans/");
        var whole = await _client.Get("/plans/" + Query);
        var again = await _client.Get("/plans/?a=b&vue=complete");
        var other = await _client.Get("/plans/?vue=autre");

        Assert.Equal(["PlansWeb; fwd=miss"], whole.Headers.GetValues("Cache-Status"));
        Assert.Equal(["PlansWeb; hit"], again.Headers.GetValues("Cache-Status"));
        Assert.Equal(["PlansWeb; hit"], other.Headers.GetValues("Cache-Status"));
        Assert.NotEqual(whole.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Get_BranchTooLong_IsNotOffered()
    {
        _folder.WithPage("plans/long.md", "title: Long\neleventyNavigation:\n  parent: debut\n  title: Long", string.Concat(Enumerable.Repeat("Une phrase assez courte.\n\n", 10_000)));
        for (var i = 0; i < 1 + (WholeBranchBuilder.MostCharacters / 250_000); i++)
        {
            _folder.WithPage($"plans/long{i}.md", "title: Long\neleventyNavigation:\n  parent: suite\n  title: Long", string.Concat(Enumerable.Repeat("Une phrase assez courte.\n\n", 10_000)));
        }

        _site.Reload();

        Assert.Empty((await _client.GetPage("/plans/")).QuerySelectorAll("main a[href*=vue]"));
        Assert.Empty((await _client.GetPage("/plans/" + Query)).QuerySelectorAll(".site-contents"));
        Assert.NotEmpty((await _client.GetPage("/plans/debut/" + Query)).QuerySelectorAll(".site-contents"));
    }

    [Fact]
    public async Task Get_Index_RendersNoPageOfItsBranch()
    {
        // On a clock that stands: the search reads no words meanwhile.
        using var site = PublicSite.Over(_folder, static builder => builder.ConfigureServices(static services => services.AddSingleton<TimeProvider>(new FakeTimeProvider())));
        using var client = site.CreateClient();
        await client.Get("/plans/");
        var rendered = new List<string>();
        site.Store.Publish(new SiteContent { Pages = [Made("index", null), .. Enumerable.Range(0, 20).Select(i => Made($"p{i}", "index"))], Version = "v1" });

        var page = await client.GetPage("/index/");

        Assert.NotEmpty(page.QuerySelectorAll("main a[href*=vue]"));
        Assert.Equal(["index"], rendered);

        ContentPage Made(string name, string? parent) => new()
        {
            SourcePath = name + ".md",
            Url = $"/{name}/",
            Href = $"/{name}/",
            FileSlug = name,
            Title = name,
            Layout = "page",
            Navigation = new NavigationEntry(name, parent, null, 0, null, 0),
            SourceLength = 10,
            Text = new OnDemand<PageBody>(() =>
            {
                rendered.Add(name);
                return PageBody.None.Value;
            }),
            Data = new Dictionary<string, object?>(),
        };
    }

    [Fact]
    public async Task Get_LongChainOfParents_DoesNotTakeTheStack()
    {
        for (var i = 0; i < 1000; i++)
        {
            _folder.WithPage($"chaine/c{i}.md", $"title: C{i}\neleventyNavigation:\n  key: c{i}\n  parent: {(i == 0 ? "dehors" : $"c{i - 1}")}\n  title: C{i}");
        }

        _site.Reload();

        var page = await _client.GetPage("/dehors/" + Query);
        Assert.Equal(1000, page.QuerySelectorAll(".site-contents a").Length);
        Assert.Equal(1001 + 1, page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6").Length);
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    private static IElement Link(IParentNode page, string text) => page.QuerySelectorAll("main a").Single(link => link.Text() == text);

    private static IElement Target(IDocument page, string text) =>
        page.GetElementById(Uri.UnescapeDataString(Link(page, text).GetAttribute("href")![1..]))!;
}
