using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Previews;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Previews;

/// <summary>A preview link as the person who was sent it meets it.</summary>
public sealed class PreviewTests : IDisposable
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: accueil, order: 1}")
        .WithPage("section.md", "title: Section\ndraft: true\neleventyNavigation: {key: section, order: 2}", "[dessous](/dessous/#ancre) [ailleurs](/publique/)")
        .WithPage("dessous.md", "title: Dessous\nlayout: plans-action\neleventyNavigation: {key: dessous, parent: section}")
        .WithPage("autre.md", "title: Autre brouillon\ndraft: true\neleventyNavigation: {key: autre, order: 3}")
        .WithPage("publique.md", "title: Publique");

    private readonly Site _site;
    private readonly HttpClient _client;

    public PreviewTests()
    {
        _site = new Site(_folder.Root, static builder => builder.UseSetting("Preview:Key", Convert.ToBase64String(s_key)));
        _client = _site.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_SignedLink_ShowsTheDraftWithANoticeAndIsKeptNowhere()
    {
        for (var i = 0; i < 2; i++)
        {
            var response = await _client.Get(Link("/section/", "/section/"));
            var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(["Section"], page.Texts("h1"));
            Assert.NotNull(page.QuerySelector(".fr-notice"));
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Null(response.Headers.ETag);
            Assert.False(response.Headers.Contains("Cache-Status"));
            Assert.Equal(["noindex"], response.Headers.GetValues("X-Robots-Tag"));
            Assert.NotNull(page.QuerySelector("meta[name=robots][content~=noindex]"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _client.Get("/section/")).StatusCode);
    }

    [Fact]
    public async Task Get_LinksInsideTheBranch_CarryThePreviewOn()
    {
        var page = await _client.GetPage(Link("/section/", "/section/"));
        var below = page.QuerySelector("[data-page-content] a")!.GetAttribute("href")!;

        Assert.EndsWith("#ancre", below, StringComparison.Ordinal);
        Assert.Equal("/publique/", page.QuerySelectorAll("[data-page-content] a")[1].GetAttribute("href"));
        var next = await _client.GetPage(below.Split('#')[0]);
        Assert.Equal(["Dessous"], next.Texts("h1"));
        Assert.Contains(next.QuerySelectorAll(".fr-breadcrumb a"), link => link.GetAttribute("href")!.StartsWith("/section/?apercu=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_PreviewOfOneBranch_ShowsNothingOfAnother()
    {
        var page = await (await _client.Get(Link("/section/", "/section/"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Autre brouillon", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.Get(Link("/autre/", "/section/"))).StatusCode);
    }

    [Fact]
    public void Of_SeveralBranchesInTurn_AreEachMadeOnceForAContent()
    {
        var previews = _site.Services.GetRequiredService<PreviewSnapshots>();
        var section = previews.Of("/section/");
        var other = previews.Of("/autre/");

        Assert.NotNull(section);
        Assert.Same(section, previews.Of("/section/"));
        Assert.Same(other, previews.Of("/autre/"));

        _site.Reload();
        Assert.NotSame(section, previews.Of("/section/"));
    }

    [Fact]
    public void Of_ManyBranches_KeepsTheLatestOnes()
    {
        for (var i = 0; i <= PreviewSnapshots.MostKept; i++)
        {
            _folder.WithPage($"b{i}.md", $"title: Branche {i}\ndraft: true");
        }

        _site.Reload();
        var previews = _site.Services.GetRequiredService<PreviewSnapshots>();
        var made = Enumerable.Range(0, PreviewSnapshots.MostKept + 1).Select(i => previews.Of($"/b{i}/")).ToArray();

        Assert.Same(made[^1], previews.Of($"/b{PreviewSnapshots.MostKept}/"));
        Assert.Same(made[1], previews.Of("/b1/"));
        Assert.NotSame(made[0], previews.Of("/b0/"));
    }

    [Theory]
    [InlineData("?apercu=")]
    [InlineData("?apercu=a.b.c")]
    [InlineData("")]
    public async Task Get_WrongSignature_IsAnUnknownPage(string query) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.Get("/section/" + query)).StatusCode);

    [Fact]
    public async Task Get_OldSignature_IsAnUnknownPage() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.Get(Link("/section/", "/section/", TimeSpan.FromDays(-1)))).StatusCode);

    [Fact]
    public async Task Get_LinkThatDoesNotHold_IsAnsweredAsWhereThereIsNoSuchPage()
    {
        using var emptier = new SiteBuilder()
            .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: accueil, order: 1}")
            .WithPage("publique.md", "title: Publique");
        using var site = new Site(emptier.Root, static builder => builder.UseSetting("Preview:Key", Convert.ToBase64String(s_key)));
        using var client = site.CreateClient();
        var good = Link("/section/", "/section/");

        foreach (var link in new[] { good + "A", good.Replace("=", "=A", StringComparison.Ordinal), Link("/section/", "/section/", TimeSpan.FromDays(-1)), "/section/?apercu", "/section/" })
        {
            Assert.Equal(await Whole(client, link), await Whole(_client, link));
        }

        static async Task<string> Whole(HttpClient client, string link)
        {
            var answer = await client.Get(link);
            answer.Headers.Date = null;
            return $"{answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }
    }

    [Fact]
    public async Task Get_PublicPageWithAnyToken_LeavesThePublicEntryAsItIs()
    {
        var wrong = await _client.Get("/publique/?apercu=a.b.c");
        await _client.Get(Link("/publique/", "/publique/"));
        var page = await _client.Get("/publique/");

        Assert.Equal("no-store", wrong.Headers.CacheControl!.ToString());
        Assert.Equal(["no-referrer"], wrong.Headers.GetValues("Referrer-Policy"));
        Assert.False(page.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("fr-notice", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutKey_HasNoPreviews()
    {
        using var site = new Site(_folder.Root);
        using var client = site.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.Get(Link("/section/", "/section/"))).StatusCode);
    }

    private static string Link(string path, string root, TimeSpan? time = null) =>
        $"{path}?apercu={new PreviewToken(root, DateTimeOffset.UtcNow + (time ?? TimeSpan.FromDays(7))).Sign(s_key)}";
}
