using Microsoft.Playwright;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>
/// axe on exported pages behind nginx. Most are the bytes of the live site's, which <see cref="AxeTests"/> looks at: here are one of each kind that an export
/// writes otherwise, and some others.
/// </summary>
public sealed class ExportedPagesTests(PublishedSite published, BrowserFixture browser)
{
    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 390)]
    public async Task Axe_ExportedPages_HaveNoViolation(string scheme, int width)
    {
        var folder = await published.Exported;
        using var nginx = new Nginx(folder);
        string[] views = [.. Directory.EnumerateDirectories(Path.Combine(folder, "_vue")).Select(static view => Path.GetFileName(view)).GroupBy(static view => view.Split('-')[0]).Select(static alike => alike.Order(StringComparer.Ordinal).First())];
        string[] pages =
        [
            "/", "/recherche/", "/plan-du-site/", "/inconnue/",
            .. views.Select(view => "/" + Path.GetRelativePath(folder, Path.GetDirectoryName(Directory.EnumerateFiles(Path.Combine(folder, "_vue", view), "index.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First())!) + "/"),
        ];
        Assert.Superset(new HashSet<string>(["vue", "ministere", "statut", "thematique", "annee"]), views.Select(static view => view.Split('-')[0]).ToHashSet());

        var page = await browser.Open(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        var wrong = new List<string>();
        foreach (var address in pages)
        {
            var answer = await page.GotoAsync($"http://127.0.0.1:{nginx.Port}{address}", new() { WaitUntil = WaitUntilState.Load });
            Assert.Equal(address == "/inconnue/" ? 404 : 200, answer!.Status);
            var result = await Axe.Run(page, AxeSurvey.Rules);
            wrong.AddRange(result.Violations.SelectMany(item => item.Nodes.Select(node => $"{address}: {item.Id}: {node.Html}")));
        }

        await page.Context.CloseAsync();
        Assert.Empty(wrong);
    }
}
