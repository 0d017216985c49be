using AngleSharp.Dom;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Declarations;

/// <summary>Criteria of the RGESN 2024 that the site itself proves, on every page. Figures are budgets: a page above them fails here.</summary>
public sealed class RgesnTests(EmbeddedSite embedded)
{
    private const int MostBytesOfAPage = 20_000;
    private const int MostRequestsWithoutImages = 4;
    private const int MostElements = 390;
    private const int MostBytesOfAFile = 1_000_000;
    private const int MostBytesOfAnImage = 100_000;
    private const int BytesInASecondAt512Kbits = 64_000;

    private static readonly string[] Documents = [".md", ".yaml", ".yml", ".json", ".pdf", ".odt", ".ods", ".csv"];

    private readonly EveryPage _pages = embedded.EveryPage;

    [Fact]
    [Trait("RGESN", "1.5")]
    [Trait("RGESN", "2.3")]
    [Trait("RGESN", "6.1")]
    public async Task Page_Budgets_AreKept()
    {
        Assert.SkipWhen(Brand.IsState, "the budget is the neutral brand's");
        foreach (var page in await _pages.Get())
        {
            var files = Files(page.Document);
            var bytes = await BytesOf(page.Path);
            foreach (var file in files)
            {
                bytes += await BytesOf(file);
            }

            Assert.True(bytes <= MostBytesOfAPage && bytes <= BytesInASecondAt512Kbits, $"{page.Path}: {bytes} bytes");
            Assert.True(1 + files.Count <= MostRequestsWithoutImages, $"{page.Path}: {1 + files.Count} requests");

            // The lists of criteria are as long as the frameworks.
            var elements = page.Document.All.Length - page.Document.QuerySelectorAll("main details.fr-accordion *").Length;
            Assert.True(elements <= MostElements, $"{page.Path}: {elements} elements");
        }
    }

    [Fact]
    [Trait("RGESN", "1.6")]
    public async Task Answer_Anything_SetsNoCookie() => Assert.All(
        await Task.WhenAll((await _pages.Get()).Select(page => embedded.Client.Get(page.Path))), answer => Assert.False(answer.Headers.Contains("Set-Cookie")));

    [Fact]
    [Trait("RGESN", "1.8")]
    public void Code_Licence_IsOpen() =>
        Assert.StartsWith("MIT License", File.ReadAllText(Path.Combine(Repository.Root, "LICENSE")), StringComparison.Ordinal);

    [Fact]
    [Trait("RGESN", "2.4")]
    public void Styles_Targets_AreOldBrowsers()
    {
        var build = File.ReadAllText(Path.Combine(Repository.Root, "src", "PlansWeb", "Assets", "build.mjs"));

        Assert.Contains("ios_saf: version(12, 5)", build, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"@layer|@container|:has\(|light-dark\(|oklch\(", Styles.All);
    }

    [Fact]
    [Trait("RGESN", "2.9")]
    [Trait("RGESN", "6.5")]
    public async Task Styles_OfComponents_AreLoadedOnlyWhereThereAreSome() => await _pages.All(page =>
    {
        var loads = page.QuerySelectorAll("link[rel=stylesheet][href*=components]").Length;
        var some = page.QuerySelectorAll("main .fr-card, main .fr-tile, main .fr-callout, main .fr-accordion, main .fr-alert, main .fr-badge, main .fr-quote, main .fr-highlight, main .fr-pagination");
        Assert.Equal(some.Length > 0, loads > 0);
    });

    [Fact]
    [Trait("RGESN", "4.3")]
    public async Task Page_Distance_IsThreeClicksFromTheHomePageAtMost()
    {
        var distances = new Dictionary<string, int> { ["/"] = 0 };
        var ahead = new Queue<string>(["/"]);
        while (ahead.TryDequeue(out var path))
        {
            var page = await embedded.Client.GetPage(path);
            foreach (var href in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#', '?')[0]))
            {
                if (embedded.Site.Store.Current.Find(Uri.UnescapeDataString(href)) is not null && distances.TryAdd(href, distances[path] + 1))
                {
                    ahead.Enqueue(href);
                }
            }
        }

        Assert.All(embedded.Site.Store.Current.Pages.Where(page => page.IsListed), page => Assert.InRange(distances[page.Href], 0, 3));
    }

    [Fact]
    [Trait("RGESN", "4.5")]
    public Task Controls_Everywhere_AreThoseOfHtml() => _pages.HasNo(
        "[role=button], [role=checkbox], [role=combobox], [role=dialog], [role=listbox], [role=menu], [role=slider], [role=switch], [role=tab], [onclick]");

    [Fact]
    [Trait("RGESN", "4.6")]
    public Task Images_OfDecoration_AreAbsent() => _pages.HasNo("img[alt=''], body > svg, main svg");

    [Fact]
    [Trait("RGESN", "4.8")]
    public void Fonts_ToLoad_AreNoneOrTwo() => Assert.Equal(Brand.IsState ? 2 : 0, Styles.All.Split("@font-face").Length - 1);

    [Fact]
    [Trait("RGESN", "4.12")]
    [Trait("RGESN", "5.7")]
    public void Files_OfTheContent_AreLight() => Assert.All(ContentFiles(), file => Assert.InRange(file.Length, 0, MostBytesOfAFile));

    [Fact]
    [Trait("RGESN", "5.1")]
    [Trait("RGESN", "5.2")]
    public void Images_OfTheContent_AreOfALightFormat()
    {
        var images = ContentFiles().Where(file => !Documents.Contains(file.Extension)).ToList();

        Assert.All(images, image => Assert.Contains(image.Extension, (string[])[".svg", ".webp", ".avif"]));
        Assert.All(images, image => Assert.InRange(image.Length, 0, MostBytesOfAnImage));
    }

    [Fact]
    [Trait("RGESN", "6.2")]
    public async Task Answer_Anything_CanBeKept()
    {
        foreach (var page in (await _pages.Get()).Where(page => page.Document.QuerySelector("[data-page-content]") is not null))
        {
            using var answer = await embedded.Client.Get(page.Path);
            Assert.NotNull(answer.Headers.ETag);
            using var again = await embedded.Client.Get(page.Path, ("If-None-Match", answer.Headers.ETag.Tag));
            Assert.Equal(304, (int)again.StatusCode);
        }
    }

    [Fact]
    [Trait("RGESN", "6.3")]
    public async Task Answer_OfText_IsCompressed()
    {
        foreach (var page in await _pages.Get())
        {
            foreach (var file in Files(page.Document).Append(page.Path))
            {
                using var answer = await embedded.Client.Get(file, ("Accept-Encoding", "gzip, br"));
                Assert.True(answer.Content.Headers.ContentEncoding.Count == 1, file);
            }
        }
    }

    [Fact]
    [Trait("RGESN", "6.7")]
    public Task Files_OfThePage_ComeFromTheSite() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel^=pre], img, source"), element =>
            Assert.Matches("^/[^/]", element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("srcset")!)));

    [Fact]
    [Trait("RGESN", "7.1")]
    public async Task Page_AskedTwice_ComesFromMemory()
    {
        await embedded.Client.Get("/");
        using var answer = await embedded.Client.Get("/");

        Assert.Equal(["PlansWeb; hit"], answer.Headers.GetValues("Cache-Status"));
    }

    private static IEnumerable<FileInfo> ContentFiles() => new DirectoryInfo(Repository.Content).EnumerateFiles("*", SearchOption.AllDirectories);

    private static List<string> Files(IParentNode page) =>
    [
        .. page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], img").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).Distinct(),
    ];

    private async Task<int> BytesOf(string path)
    {
        using var answer = await embedded.Client.Get(path, ("Accept-Encoding", "gzip, br"));
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }
}
