using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>What stands around a page's body depends on the body: its summary, the style sheets that it needs.</summary>
public sealed class FrameTests : IDisposable
{
    private readonly SiteBuilder _builder = new SiteBuilder()
        .WithPage("court.md", "title: Court", "## Un\n\n## Deux")
        .WithPage("long.md", "title: Long", "## Un\n\n### Un un\n\n## Deux")
        .WithPage("sans.md", "title: Sans\ntoc: false", "## Un\n\n## Deux\n\n## Trois")
        .WithPage("main.md", "title: À la main", "<nav class=\"fr-summary\"></nav>\n\n## Un\n\n## Deux\n\n## Trois")
        .WithPage("tableau.md", "title: Tableau", "| a | b |\n|---|---|\n| 1 | 2 |")
        .WithPage("carte.md", "title: Carte", "<div class=\"fr-callout\"><p>Texte</p></div>");

    private readonly Site _site;

    public FrameTests() => _site = new Site(_builder.Root);

    [Theory]
    [InlineData("/court/")]
    [InlineData("/sans/")]
    [InlineData("/main/")]
    public async Task Page_FewHeadingsOrNoneWanted_HasNoSummaryOfOurs(string path)
    {
        var page = await _site.CreateClient().GetPage(path);

        Assert.Empty(page.QuerySelectorAll("main > .fr-summary"));
    }

    [Fact]
    public async Task Page_ThreeHeadings_HasASummaryWhoseLinksLeadToThem()
    {
        var page = await _site.CreateClient().GetPage("/long/");

        var links = page.QuerySelectorAll("main > .fr-summary a");
        Assert.Equal(["Un", "Un un", "Deux"], links.Select(Html.Text));
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Theory]
    [InlineData("/long/", false)]
    [InlineData("/tableau/", false)]
    [InlineData("/carte/", true)]
    public async Task Page_Body_LoadsTheComponentsSheetOnlyWhereItHasClasses(string path, bool loads)
    {
        var page = await _site.CreateClient().GetPage(path);

        var sheets = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Single(sheets, href => href.StartsWith("/css/site.", StringComparison.Ordinal));
        Assert.Equal(loads, sheets.Exists(href => href.StartsWith("/css/components.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/court/")]
    [InlineData("/inconnue/")]
    public async Task Page_Frame_HasOneOfEachLandmarkAndOneTitle(string path)
    {
        using var response = await _site.CreateClient().Get(path);
        var page = Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.All(["h1", "main#contenu", "body > header", "body > footer"], selector => Assert.Single(page.QuerySelectorAll(selector)));
        Assert.Empty(page.QuerySelectorAll("script, style, [style], iframe, main nav.fr-breadcrumb"));
        Assert.Equal("#contenu", page.QuerySelector("a[href]")!.GetAttribute("href"));
    }

    public void Dispose()
    {
        _site.Dispose();
        _builder.Dispose();
    }
}
