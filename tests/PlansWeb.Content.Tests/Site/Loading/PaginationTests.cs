using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

/// <summary>One file that makes several pages, as in Eleventy, and lists of pages.</summary>
public sealed class PaginationTests
{
    [Theory]
    [InlineData("liste: [a, b, c]\npagination: {data: liste, size: 1, alias: un}", "{{ un }}", "/p/ a|/p/1/ b|/p/2/ c")]
    [InlineData("liste: [a, b, c]\npagination: {data: liste, size: 2, alias: deux}", "{{ deux | join: ',' }}", "/p/ a,b|/p/1/ c")]
    [InlineData("liste: [a, b]\npagination: {data: liste, size: 1, reverse: true}", "{{ pagination.items[0] }}{{ pagination.pageNumber }}", "/p/ b0|/p/1/ a1")]
    [InlineData("m: {x: 1, y: 2}\npagination: {data: m, size: 1, alias: cle}", "{{ cle }}", "/p/ x|/p/1/ y")]
    [InlineData("m: {x: 1, y: 2}\npagination: {data: m, size: 1, alias: v, resolve: values}", "{{ v }}", "/p/ 1|/p/1/ 2")]
    [InlineData("a: {b: [u, v]}\npagination: {data: a.b, size: 1, alias: e}\npermalink: \"/{{ e }}/\"", "{{ page.url }}", "/u/ /u/|/v/ /v/")]
    [InlineData("liste: [a, b]\npagination: {data: liste, size: 1}", "{{ pagination.href.next }}-{{ pagination.href.previous }}", "/p/ /p/1/-|/p/1/ -/p/")]
    [InlineData("liste: []\npagination: {data: liste, size: 1}", "x", "")]
    public void Load_PaginationOverData_MakesAPageForEachPart(string header, string body, string expected)
    {
        using var site = new SiteBuilder().WithPage("p.md", "title: p\ndescription: d\n" + header, body);

        var snapshot = site.Load();

        Assert.Equal(expected, string.Join('|', snapshot.Pages.OrderBy(page => page.Url, StringComparer.Ordinal).Select(page => $"{page.Url} {page.Body.Value.Trim()[3..^4]}")));
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void Load_PaginationOverACollection_FollowsThePagesOfTheCollection()
    {
        using var site = new SiteBuilder()
            .WithPage("p.md", "title: p\npagination: {data: collections.n, size: 1, alias: un}", "{{ un[0].data.title }}{{ un.data.title }}")
            .WithPage("a.md", "title: A\ntags: n\ndate: 2026-01-01").WithPage("b.md", "title: B\ntags: n\ndate: 2026-01-02").WithPage("c.md", "title: C\ntags: n\ndraft: true");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        static string Shown(Content.Site.SiteContent content) => string.Join(' ', content.Pages.Where(page => page.SourcePath == "p.md").Select(page => page.Url + page.Body.Value.Trim()));
        Assert.Equal("/p/<p>A</p> /p/1/<p>B</p>", Shown(loader.Load(site.Root)));

        site.WithPage("a.md", "title: Autre\ntags: n\ndate: 2026-01-01").WithPage("d.md", "title: D\ntags: n\ndate: 2026-01-03");

        Assert.Equal("/p/<p>Autre</p> /p/1/<p>B</p> /p/2/<p>D</p>", Shown(loader.LoadChanges(site.Root, isThorough: true)!));
    }

    [Fact]
    public void Load_PaginationOverNothing_IsReported()
    {
        using var site = new SiteBuilder().WithPage("p.md", "title: p\npagination:\n  data: collections.rien\n  size: 1");

        var snapshot = site.Load();

        Assert.Equal(["/p/"], snapshot.Pages.Select(page => page.Url));
        Assert.Equal(["p.md:4"], snapshot.Problems.Where(problem => problem.Rule == DiagnosticRules.EleventyKey).Select(problem => $"{problem.File}:{problem.Line}"));
    }

    [Fact]
    public void Load_ListOfACollection_ShowsItPageByPageAndTagByTag()
    {
        using var site = new SiteBuilder().WithPage("actus/index.md", "title: Actualités\nlayout: list\ncollection: n\nsize: 2", "Le texte.")
            .WithPage("a.md", "title: A\ndescription: Un.\ntags: [n, L’eau]\ndate: 2026-01-01").WithPage("b.md", "title: B\ntags: n\ndate: 2026-01-02")
            .WithPage("c.md", "title: C\ntags: [n, L’eau]\ndate: 2026-01-03").WithPage("d.md", "title: D\ntags: n\ndate: 2026-01-04\ndraft: true");

        var pages = site.Load().Pages.Where(page => page.SourcePath == "actus/index.md").ToDictionary(page => page.Url, page => Dom.Parse(page.Body.Value));

        Assert.Equal(["/actus/", "/actus/page-2/", "/actus/tags/l-eau/"], pages.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["C", "B"], pages["/actus/"].QuerySelectorAll("h2 a").Select(link => link.TextContent));
        Assert.Equal(["A"], pages["/actus/page-2/"].QuerySelectorAll("h2 a").Select(link => link.TextContent));
        Assert.Equal(["C", "A"], pages["/actus/tags/l-eau/"].QuerySelectorAll("h2 a").Select(link => link.TextContent));
        Assert.Equal("/actus/tags/l-eau/", pages["/actus/"].QuerySelector("ul[aria-label] a")!.GetAttribute("href"));
        Assert.Contains("/actus/page-2/", pages["/actus/"].QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("liste: [{0}]\npagination: {{data: liste, size: 1, alias: un}}")]
    [InlineData("pagination: {{data: collections.n, size: 1, alias: un}}")]
    [InlineData("layout: list\ncollection: n\nsize: 1")]
    public void ReadParts_FourTimesTheParts_TakesAboutFourTimesTheWork(string header)
    {
        Work(header, 10);
        var (few, many) = (Work(header, 100), Work(header, 400));

        // Parts cut again for each page would take sixteen times as much.
        Assert.InRange(many, few, few * 6);
    }

    [Fact]
    public void Parts_TheSameCollections_AreCutOnce()
    {
        using var site = new SiteBuilder().WithPage("p.md", "title: p\nliste: [a, b]\npagination: {data: liste, size: 1}");
        var (reader, entries) = Reader(site);

        var pages = reader.ReadParts(reader.Read(entries[0], null).Page!, LiquidContext.NoCollections, new DiagnosticLog("p.md", ""));

        var parts = pages.Select(static page => ((IReadOnlyDictionary<string, object?>)page.Context(LiquidContext.NoCollections).Data["pagination"]!)["pages"]).ToArray();
        Assert.Equal(2, parts.Length);
        Assert.Same(parts[0], parts[1]);
    }

    // The bytes that reading the parts takes, and telling each page's templates what they may name.
    private static long Work(string header, int count)
    {
        using var site = new SiteBuilder().WithPage("p.md", "title: p\n" + string.Format(CultureInfo.InvariantCulture, header, string.Join(',', Enumerable.Range(0, count))));
        var (reader, entries) = Reader(site);
        var whole = reader.Read(entries[0], null).Page!;
        var collections = new Dictionary<string, object?>
        {
            ["n"] = (IReadOnlyList<CollectionItem>)[.. Enumerable.Range(0, count).Select(static i => new CollectionItem(new LiquidPage($"/{i}/", null, "", "", "", "fr"), new Dictionary<string, object?> { ["tags"] = "n" }))],
        };
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var page in reader.ReadParts(whole, collections, new DiagnosticLog("p.md", "")))
        {
            page.Context(collections);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static (PageReader Reader, IReadOnlyList<FolderEntry> Entries) Reader(SiteBuilder site)
    {
        var entries = new ContentFolder(site.Root).List();
        var hiding = new HidingKeys(TimeProvider.System);
        return (new PageReader(new SiteData("content", entries, hiding), new PageDates(new GitHistory(site.Root)), null, hiding), entries);
    }
}
