using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Site;
using PlansWeb.Previews;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Documents and images of hidden pages, as readers and those who have a preview link meet them.</summary>
public sealed class HiddenFileTests : IDisposable
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];
    private static readonly DateTimeOffset s_start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] s_photo = TestImages.Png(1000, 500);

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\nlayout: home\neleventyNavigation: {key: accueil, order: 1}")
        .WithPage("plans-action/index.md", "title: Plans\nlayout: plans-action\neleventyNavigation: {key: plans, parent: accueil}")
        .WithPage("plans-action/plans/public.md", "title: Plan public\nlayout: plan\ndocument: public.pdf\neleventyNavigation: {parent: plans}")
        .With("plans-action/plans/public.pdf", "%PDF-1.4 public")
        .WithPage(
            "plans-action/plans/prevu.md",
            "title: Plan prévu\nlayout: plan\ndocument: secret-plan.pdf\nimage: /img/secret-photo.png\neleventyNavigation: {parent: plans}\npublishDate: 2026-06-02T00:00:00Z",
            "![Photo](/img/secret-photo.png) [Annexe](/docs/secret-annexe.pdf?v=2)\n\n<img src=\"/img/secret-petit.png\" srcset=\"/img/secret-petit.png 1x, /img/secret-grand.png 2x\" alt=\"\">")
        .WithPage("autre.md", "title: Autre\ndraft: true", "[autre](/docs/secret-autre.pdf)")
        .With("plans-action/plans/secret-plan.pdf", "%PDF-1.4 \u00e9\u00ff SECRET")
        .With("docs/secret-annexe.pdf", "%PDF-1.4 SECRET")
        .With("docs/secret-autre.pdf", "%PDF-1.4 SECRET")
        .With("img/secret-photo.png", s_photo)
        .With("img/secret-petit.png", TestImages.Png(10, 10))
        .With("img/secret-grand.png", TestImages.Png(20, 20));

    private static readonly string[] s_hidden =
    [
        "/plans-action/plans/secret-plan.pdf", "/docs/secret-annexe.pdf", "/docs/secret-annexe.pdf?v=2", "/docs/secret-autre.pdf", "/img/secret-photo.png", "/img/secret-petit.png",
        "/img/secret-grand.png",
    ];

    private readonly FakeTimeProvider _clock = new(s_start);
    private readonly Site _site;
    private readonly HttpClient _client;

    public HiddenFileTests()
    {
        _site = PublicSite.Over(_folder, builder =>
        {
            builder.UseSetting("Preview:Key", Convert.ToBase64String(s_key));
            builder.ConfigureServices(services =>
            {
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(_clock);
            });
        });
        _client = _site.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_FilesOfHiddenPages_AreServedToNobodyInAnyWay()
    {
        string[] addresses = [.. s_hidden, .. Versions(_site.Store.Current.HiddenFiles["/img/secret-photo.png"])];
        foreach (var address in addresses)
        {
            var etag = _site.Store.Current.HiddenFiles.GetValueOrDefault(address.Split('?')[0])?.ETag ?? "*";
            foreach (var (method, header) in new[]
            {
                (HttpMethod.Get, ("Accept", "*/*")), (HttpMethod.Head, ("Accept", "*/*")), (HttpMethod.Get, ("Range", "bytes=0-3")), (HttpMethod.Get, ("If-None-Match", etag)),
                (HttpMethod.Get, ("If-None-Match", "*")), (HttpMethod.Get, ("If-Modified-Since", "Fri, 01 Jan 2999 00:00:00 GMT")),
            })
            {
                var response = await _client.Send(method, address, header);
                Assert.Equal((address, header, HttpStatusCode.NotFound), (address, header, response.StatusCode));
                Assert.DoesNotContain("immutable", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
                Assert.Null(response.Headers.CacheControl?.MaxAge is { Ticks: > 0 } age ? age : null);
                Assert.DoesNotContain("SECRET", await response.Text(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await _client.Get("/plans-action/plans/public.pdf")).StatusCode);
    }

    [Fact]
    public async Task Get_AnyPublicAddress_NamesNoFileOfAHiddenPage()
    {
        var hash = _site.Store.Current.HiddenFiles["/img/secret-photo.png"].Hash;
        foreach (var address in new[]
        {
            "/", "/plans-action/", "/plans-action/plans/public/", "/plans-action/?vue=complete", "/inconnue/", "/docs/", "/docs/secret-annex.pdf", "/sitemap.xml", "/robots.txt",
            "/feed/feed.xml", "/feed/feed.json", "/feed/plans-action/feed.xml", "/api/pages.json", "/plan-du-site/", "/recherche/?q=secret", "/health/ready",
        })
        {
            var body = await (await _client.Get(address)).DecodedText();
            Assert.False(body.Replace("/docs/secret-annex.pdf", "", StringComparison.Ordinal).Contains("/secret-", StringComparison.Ordinal), $"{address} names a hidden file");
            Assert.False(body.Contains("secret-plan", StringComparison.Ordinal) || body.Contains(hash, StringComparison.Ordinal), $"{address} names a hidden file");
        }
    }

    [Fact]
    public async Task Get_PageOpens_ItsFilesOpenAtTheSameInstant()
    {
        await Expect("/plans-action/plans/secret-plan.pdf", HttpStatusCode.NotFound);
        _clock.SetUtcNow(s_start.AddDays(1).AddTicks(-1));
        await Expect("/plans-action/plans/secret-plan.pdf", HttpStatusCode.NotFound);
        _clock.SetUtcNow(s_start.AddDays(1));
        foreach (var address in s_hidden.Where(static address => !address.Contains("autre", StringComparison.Ordinal)))
        {
            await Expect(address, HttpStatusCode.OK);
        }

        await Expect("/docs/secret-autre.pdf", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(61, 3600)]
    [InlineData(59, 3540)]
    [InlineData(1, 60)]
    public async Task Get_FileSoonToBeHidden_IsKeptNoLongerByCaches(int minutes, int seconds)
    {
        _folder.WithPage("plans-action/plans/prevu.md", "title: Plan\nexpiryDate: 2026-06-02T00:00:00Z", "[a](/docs/secret-annexe.pdf)");
        _site.Reload();
        _clock.SetUtcNow(s_start.AddDays(1).AddMinutes(-minutes));

        var response = await _client.Get("/docs/secret-annexe.pdf");

        Assert.Equal(TimeSpan.FromSeconds(seconds), response.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task Reload_PageBecomesADraft_ItsFilesAreGoneAndTheirSmallerVersionsToo()
    {
        _folder.WithPage("plans-action/plans/prevu.md", "title: Plan", "![Photo](/img/secret-photo.png)");
        _site.Reload();
        var version = Versions(_site.Store.Current.FindFile("/img/secret-photo.png")!)[0];
        await Expect(version, HttpStatusCode.OK);

        _folder.WithPage("plans-action/plans/prevu.md", "title: Plan\ndraft: true", "![Photo](/img/secret-photo.png)");
        _site.Reload();

        await Expect("/img/secret-photo.png", HttpStatusCode.NotFound);
        await Expect(version, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Preview_OpensTheFilesOfItsBranchAndNoOthers()
    {
        const string Page = "/plans-action/plans/prevu/";
        var token = "apercu=" + new PreviewToken(Page, s_start.AddDays(7)).Sign(s_key);
        var page = await _client.GetPage($"{Page}?{token}");
        string[] addresses =
        [
            .. page.QuerySelectorAll("main a[href*='.pdf']").Select(static link => link.GetAttribute("href")!),
            .. page.QuerySelectorAll("main img[src*=secret]").Select(static image => image.GetAttribute("src")!),
            .. page.QuerySelectorAll("main [srcset]").SelectMany(static image => image.GetAttribute("srcset")!.Split(", ")).Select(static candidate => candidate.Split(' ')[0]),
        ];

        Assert.Equal(12, addresses.Length);
        foreach (var address in addresses)
        {
            Assert.Contains(token, address, StringComparison.Ordinal);
            var response = await _client.Get(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, response.StatusCode));
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Equal(["noindex"], response.Headers.GetValues("X-Robots-Tag"));
        }

        var document = await _client.Get($"/plans-action/plans/secret-plan.pdf?{token}");
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_folder.Root, "plans-action/plans/secret-plan.pdf"), TestContext.Current.CancellationToken), await document.Bytes());
        await Expect($"/docs/secret-autre.pdf?{token}", HttpStatusCode.NotFound);
        await Expect("/plans-action/plans/secret-plan.pdf?apercu=a.b.c", HttpStatusCode.NotFound);
        await Expect("/plans-action/plans/secret-plan.pdf", HttpStatusCode.NotFound);
    }

    private static string[] Versions(ContentFile image) => [.. ImageVariant.All(image).Select(static version => version.Href)];

    private async Task Expect(string address, HttpStatusCode status) => Assert.Equal((address, status), (address, (await _client.Get(address)).StatusCode));
}
