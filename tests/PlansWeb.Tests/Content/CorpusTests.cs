using System.Text.Json;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>
/// A real site of 145 pages, unchanged, against what Eleventy 0.12 made of it: addresses, data, bodies, navigation.
/// </summary>
public sealed class CorpusTests(CorpusSite corpus) : IClassFixture<CorpusSite>
{
    [Fact]
    public void Load_Corpus_HasEveryPageAtItsAddress()
    {
        var pages = CorpusSite.ReferencePages().ToArray();

        Assert.Equal(145, Directory.EnumerateFiles(CorpusSite.Content, "*.md", SearchOption.AllDirectories).Count());
        Assert.Equal(145, corpus.Snapshot.Pages.Count);
        Assert.Equal(
            pages.Select(page => (page.GetProperty("input").GetString(), page.GetProperty("url").GetString())),
            pages.Select(page => (page.GetProperty("input").GetString(), (string?)Page(page).Url)));
    }

    [Fact]
    public void Load_Corpus_HasEveryPagesData()
    {
        // Without a date Eleventy takes the file's own time, which is that of the checkout; here such a page has none.
        string[] undated = ["contact/index.md", "mentions-legales/index.md", "publications/index.md"];
        var differences = new List<string>();
        foreach (var expected in CorpusSite.ReferencePages())
        {
            var page = Page(expected);
            Compare(page, "slug", Text(expected, "slug"), page.FileSlug);
            Compare(page, "title", Text(expected, "title"), page.Title);
            Compare(page, "description", Text(expected, "description"), page.Description);
            Compare(page, "date", undated.Contains(page.SourcePath) ? null : Text(expected, "date"), page.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            Compare(page, "tags", Tags(expected), string.Join(',', page.Tags));
        }

        Assert.Empty(differences);

        void Compare(ContentPage page, string what, string? expected, string? actual)
        {
            if (expected != actual)
            {
                differences.Add($"{page.SourcePath} {what}: {expected} <> {actual}");
            }
        }
    }

    [Fact]
    public void Load_Corpus_HasEveryBody()
    {
        var differences = new List<string>();
        foreach (var expected in CorpusSite.ReferencePages())
        {
            var page = Page(expected);
            var want = HtmlOutline.Of(expected.GetProperty("html").GetString()!).Split('\n');
            var have = HtmlOutline.Of(page.Body.Value).Split('\n');
            var same = want.Zip(have).TakeWhile(pair => pair.First == pair.Second).Count();
            if (same < Math.Max(want.Length, have.Length))
            {
                differences.Add($"{page.SourcePath}: expected {string.Join(" ", want.Skip(same).Take(4))}, actual {string.Join(" ", have.Skip(same).Take(4))}");
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Navigation_Corpus_IsTheSameTree()
    {
        var tree = corpus.Snapshot.Part<NavigationTree>();
        var expected = string.Join('\n', CorpusSite.Reference("navigation.json").EnumerateArray().SelectMany(entry => ReferenceLines(entry, 0)));
        var actual = string.Join('\n', tree.Roots.SelectMany(node => Lines(node, 0)));

        Assert.Equal(expected, actual);

        static IEnumerable<string> ReferenceLines(JsonElement entry, int depth) =>
            entry.GetProperty("children").EnumerateArray().SelectMany(child => ReferenceLines(child, depth + 1))
                .Prepend($"{new string(' ', depth)}{Text(entry, "key")}|{Text(entry, "title")}|{Text(entry, "url")}|{entry.GetProperty("order")}");
    }

    private static IEnumerable<string> Lines(NavigationNode node, int depth) =>
        node.Children.SelectMany(child => Lines(child, depth + 1))
            .Prepend($"{new string(' ', depth)}{node.Key}|{node.Title}|{Uri.UnescapeDataString(node.Href)}|{node.Order}");

    [Fact]
    public void Navigation_Corpus_HasTheSameBreadcrumbs()
    {
        var tree = corpus.Snapshot.Part<NavigationTree>();
        var keys = corpus.Snapshot.Pages.Where(page => page.IsListed && page.Navigation?.Key is not null)
            .OrderBy(page => page.Date ?? DateTimeOffset.MaxValue).ThenBy(page => page.SourcePath, StringComparer.Ordinal)
            .OrderBy(page => page.Navigation!.Order).GroupBy(page => page.Navigation!.Key!).ToDictionary(group => group.Key, group => group.First());
        var compared = 0;
        foreach (var entry in CorpusSite.Reference("breadcrumbs.json").EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Array))
        {
            var expected = entry.Value.EnumerateArray().Select(step => (Text(step, "title"), Text(step, "url")));
            var actual = tree.Trail(keys[entry.Name]).Select(step => ((string?)step.Title, (string?)Uri.UnescapeDataString(step.Href)));
            Assert.Equal(expected, actual);
            compared++;
        }

        Assert.Equal(25, compared);
    }

    [Fact]
    public async Task Get_EveryPageOfTheCorpus_Returns200()
    {
        foreach (var page in corpus.Snapshot.Pages.Where(page => page.Url != Address.NotFoundPage))
        {
            var response = await corpus.Client.Get(page.Href);
            Assert.True(response.IsSuccessStatusCode, $"{page.Url}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Get_PlansActionPages_ShowWhatTheOldLayoutShowed()
    {
        var compared = 0;
        foreach (var expected in CorpusSite.Reference("plans-action.json").EnumerateArray())
        {
            var page = await corpus.Client.GetPage(Text(expected, "url")!);

            Assert.Equal([Text(expected, "h1")!], page.Texts("h1"));
            Assert.Equal(Text(expected, "time"), page.QuerySelector("main time")!.GetAttribute("datetime"));
            Assert.Equal(Text(expected, "description"), page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
            Assert.Equal(Strings(expected, "breadcrumb"), page.Texts(".fr-breadcrumb li"));
            Assert.Equal(Strings(expected, "sidemenu"), page.Texts(".fr-sidemenu li"));
            Assert.Equal(Current(expected), page.QuerySelectorAll(".fr-sidemenu [aria-current=page]").Select(Dom.Text));
            compared++;
        }

        Assert.Equal(6, compared);

        static IEnumerable<string> Strings(JsonElement page, string list) =>
            page.GetProperty(list).EnumerateArray().Select(item => Text(item, "text")!);

        static IEnumerable<string> Current(JsonElement page) =>
            page.GetProperty("sidemenu").EnumerateArray().Where(item => item.TryGetProperty("current", out _)).Select(item => Text(item, "text")!);
    }

    private ContentPage Page(JsonElement expected) =>
        corpus.Snapshot.Pages.Single(page => page.SourcePath == expected.GetProperty("input").GetString());

    private static string Tags(JsonElement page) =>
        !page.TryGetProperty("tags", out var tags) ? ""
        : tags.ValueKind == JsonValueKind.Array ? string.Join(',', tags.EnumerateArray().Select(tag => tag.GetString()))
        : tags.GetString() ?? "";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
