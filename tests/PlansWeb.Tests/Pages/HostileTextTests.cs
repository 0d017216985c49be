using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using PlansWeb.Content;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.History;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>
/// Titles, data and file names of hostile text are text in every answer, whichever page is rendered first: a real parser reads what the site
/// sends, and finds the text letter for letter, no element or comment of it, and the frame of the page whole.
/// </summary>
public sealed class HostileTextTests
{
    private const string Hostile = "</title></h1></script><!-- <svg onload=alert(1)> R&D &lt; < 10 \"k€\" 'x' ]]> -->";
    private const string Turning = "\u202Egnp\u2066.\u2067";

    private static readonly string[] s_layouts = ["page", "home", "plan", "plans-action", "accessibilite", "ecoconception"];

    /// <summary>Orders of the first rendering; what is kept must not depend on who asked first.</summary>
    public static TheoryData<int, string> Orders => new() { { 0, "Production" }, { 1, "Production" }, { 2, "Production" }, { 3, "Production" }, { 0, "Development" }, { 2, "Development" } };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Get_AnyAnswer_HasHostileTextAsText(int order, string environment)
    {
        using var folder = Folder();
        using var site = new Site(folder.Root, builder =>
        {
            builder.UseSetting("Site:Url", "https://www.exemple.test");
            builder.UseEnvironment(environment);
        });
        using var client = site.CreateClient();
        var pages = site.Store.Current.Pages.Where(page => page.Url != Address.NotFoundPage).ToDictionary(page => page.Href);
        Assert.True(pages.Count > 2 * s_layouts.Length);
        string[] addresses =
        [
            .. pages.Keys, .. pages.Keys.Select(href => href + "?vue=complete"), .. pages.Keys.Select(href => href + "?vue=historique"), "/inconnue/" + Uri.EscapeDataString(Hostile.Replace("/", "", StringComparison.Ordinal)), "/plan-du-site/", "/inconnue/titre/", "/404.html",
            "/recherche/?q=" + Uri.EscapeDataString(Hostile), "/recherche/?q=titre", "/recherche/?q=" + Uri.EscapeDataString(Turning),
            .. environment == "Development" ? ["/_redaction/"] : Array.Empty<string>(),
        ];

        foreach (var address in Ordered(addresses, order))
        {
            using var response = await client.Get(address);
            Assert.True((int)response.StatusCode is 200 or 404, $"{address}: {response.StatusCode}");
            AssertWhole(address, Dom.Parse(await response.Text()), site.Store.Current.Identity.Title, address.EndsWith("?vue=historique", StringComparison.Ordinal) ? null : pages.GetValueOrDefault(address.Split('?')[0]), address.EndsWith("?vue=complete", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Get_MachineDocuments_HaveHostileTextAsText()
    {
        using var folder = Folder();
        using var site = new Site(folder.Root, builder => builder.UseSetting("Site:Url", "https://www.exemple.test"));
        using var client = site.CreateClient();
        var pages = site.Store.Current.Listed;
        var titles = pages.Select(page => page.Title).ToHashSet();
        var dated = pages.Where(page => page.Date is not null).Select(page => page.Title).Order(StringComparer.Ordinal).ToArray();

        var atom = XDocument.Parse(await Body(client, "/feed/feed.xml"));
        XNamespace a = "http://www.w3.org/2005/Atom";
        Assert.Equal(dated, atom.Root!.Elements(a + "entry").Select(entry => entry.Element(a + "title")!.Value).Order(StringComparer.Ordinal));
        Assert.Empty(atom.DescendantNodes().OfType<XComment>());
        using var feed = JsonDocument.Parse(await Body(client, "/feed/feed.json"));
        Assert.Equal(dated, feed.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()).Order(StringComparer.Ordinal));
        using var list = JsonDocument.Parse(await Body(client, "/api/pages.json"));
        Assert.Equal(titles, list.RootElement.EnumerateArray().Select(page => page.GetProperty("title").GetString()!).ToHashSet());
        Assert.Equal(pages.Count, XDocument.Parse(await Body(client, "/sitemap.xml")).Root!.Elements().Count());
        foreach (var page in pages)
        {
            using var response = await client.Get(page.Href, ("Accept", "text/markdown"));
            var markdown = await response.Text();

            // The Markdown of the title, read as Markdown, is the title.
            var heading = Dom.Parse(Markdig.Markdown.ToHtml(markdown.Split('\n')[0])).QuerySelector("h1")!;
            Assert.Equal((page.Title, 0), (heading.TextContent, heading.ChildElementCount));
        }
    }

    [Fact]
    public void Load_TextThatTurnsWhatFollows_IsStraightenedAndReported()
    {
        using var folder = new SiteBuilder().WithPage("a.md", $"title: A{Turning} b\neleventyNavigation:\n  title: \u202Dm\u202C").WithPage("b.md", "title: \u200Fא\u200E");

        var snapshot = folder.Load();

        Assert.Equal(("Agnp. b", "m"), (snapshot.Find("/a/")!.Title, snapshot.Find("/a/")!.Navigation!.Title));
        Assert.Equal("\u200Fא\u200E", snapshot.Find("/b/")!.Title);
        Assert.Equal(["a.md:2:8", "a.md:4:10"], snapshot.Places(DiagnosticRules.YamlAmbiguous));
    }

    private static SiteBuilder Folder()
    {
        var folder = new SiteBuilder().With("i.png", TestImages.Png(20, 10)).With("img/<svg onload=1>&\"'.png", TestImages.Png(20, 10)).With("plans/<b>&'.pdf", "%PDF-1.7")
            .With("_data/site.json", $"{{\"name\": {Json("Site " + Hostile + Turning)}, \"tagline\": {Json(Hostile)}, \"description\": {Json(Hostile)}, \"organisation\": {Json(Hostile)}, \"licence\": {{\"name\": {Json(Hostile)}, \"url\": \"javascript:alert(1)\"}}, \"footer\": [{{\"text\": {Json(Hostile)}, \"url\": \"/\"}}, {{\"text\": \"x\", \"url\": \"data:,\"}}]}}")
            .WithPage("index.md", Header("accueil", "home", null)).WithPage("404.md", $"title: {Json("404 " + Hostile)}\npermalink: /404.html\neleventyExcludeFromCollections: true")
            .WithPage("sans-titre <i>&'\u202Eb.md", "description: x").WithPage("s/<u>&.md", $"title: {Json("Fichier " + Hostile)}");
        foreach (var layout in s_layouts)
        {
            folder.WithPage($"{layout}.md", Header(layout, layout, null), "## Un {#un}\n\n{{ champ }}\n\n## Deux\n\n{{ page.url }} {{ title }}\n\n## Trois\n\n![{{ champ }}](/img/%3Csvg%20onload=1%3E&%22'.png)")
                .WithPage($"{layout}/a.md", Header(layout + "-a", layout, layout), "<p title=\"{{ champ | escape }}\">x</p>\n\n[lien]({{ page.url }})")
                .WithPage($"{layout}/a/b.md", Header(layout + "-b", layout, layout + "-a"));
        }

        return folder.With("_history/changes.jsonl", HistoryFiles.Write(s_layouts.SelectMany(static layout => (string[])[$"/{layout}/", $"/{layout}/a/"]).Append("/").Select(static url =>
            new RecordedChange(url, new DateOnly(2026, 3, 12), ChangeKind.Moved, Hostile) { From = "/" + Hostile, Notes = [Hostile], Passages = [["=" + Hostile, "-" + Hostile, "+" + Hostile]] })
            .Append(new RecordedChange("/partie/" + Hostile, new DateOnly(2026, 3, 12), ChangeKind.Withdrawn, Hostile))));
    }

    private static string Header(string key, string layout, string? parent) =>
        $"title: {Json($"Titre {key} {Hostile} {Turning}")}\ndescription: {Json($"{Hostile} {key}")}\nlayout: {layout}\ndate: 2026-01-02\ntags: [{Json(Hostile)}]\n"
        + $"champ: {Json(Hostile)}\nadministration: {Json(Hostile)}\ndocument: {Json("<b>&'.pdf")}\nimage: {{ path: /i.png, alt: {Json(Hostile)} }}\n"
        + $"eleventyNavigation:\n  key: {Json(key)}\n  title: {Json($"Menu {key} {Hostile}{Turning}")}" + (parent is null ? "" : $"\n  parent: {Json(parent)}");

    private static async Task<string> Body(HttpClient client, string path)
    {
        using var response = await client.Get(path);
        return await response.Text();
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static IEnumerable<string> Ordered(string[] addresses, int order) => order switch
    {
        0 => addresses,
        1 => addresses.Reverse(),
        2 => addresses.OrderBy(static address => address.GetHashCode(StringComparison.Ordinal) % 7).Concat(addresses),
        _ => addresses.Where(static (_, i) => i % 2 == 1).Concat(addresses),
    };

    private static void AssertWhole(string address, IHtmlDocument document, string name, ContentPage? page, bool isWhole)
    {
        Assert.True(document.Descendants<IComment>().FirstOrDefault() is null, $"{address}: a comment");
        Assert.All(document.QuerySelectorAll("script"), script => Assert.True(script.GetAttribute("type") == "application/ld+json" || script.GetAttribute("src")?.StartsWith('/') == true, $"{address}: {script.OuterHtml}"));
        Assert.True(document.QuerySelector("svg, [onload], body title, head ~ :not(body)") is null, $"{address}: {document.QuerySelector("svg, [onload], body title, head ~ :not(body)")?.OuterHtml}");
        if (!address.StartsWith("/_", StringComparison.Ordinal))
        {
            Assert.All(["title", "h1", "body > header", "body > footer", "main#contenu"], selector => Assert.True(document.QuerySelectorAll(selector).Length == 1, $"{address}: {selector}"));

            // Every entry of the main menu, letter for letter.
            var menu = document.QuerySelectorAll("header nav.fr-nav summary, header nav.fr-nav li > a").Select(entry => entry.TextContent).ToArray();
            Assert.All(s_layouts, layout => Assert.Contains($"Menu {layout} {Hostile}gnp.", menu));
            foreach (var element in document.All.Where(element => element.Closest("main") is null && element.ChildElementCount == 0))
            {
                Assert.False(element.TextContent.Any(TextDirection.IsControl), $"{address}: {element.LocalName} turns");
            }
        }

        if (page is null)
        {
            return;
        }

        Assert.Equal((address, page.Title, page.Description), (address, document.QuerySelector("h1")!.TextContent.Trim(), document.QuerySelector("meta[name=description]")?.GetAttribute("content")));
        if (!isWhole)
        {
            Assert.Equal(page.Title, document.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
            Assert.Equal(page.Url == "/" ? name : $"{page.Title} - {name}", document.Title);
        }

        if (document.QuerySelector("meta[property='og:image:alt']") is { } alt)
        {
            Assert.Equal(Hostile, alt.GetAttribute("content"));
        }

        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            using var json = JsonDocument.Parse(script.TextContent);
            var subject = json.RootElement.GetProperty("@graph")[0];
            Assert.Equal(page.Url == "/" ? name : page.Title, (subject.TryGetProperty("headline", out var headline) ? headline : subject.GetProperty("name")).GetString());
        }
    }
}
