using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>The site over a real content of 145 pages: its frame holds whatever the writers wrote.</summary>
public sealed class CorpusTests(PublishedSite published, BrowserFixture browser)
{
    private const string Written = "[data-page-content]";

    // The home page, a section, an article with tables, the page that the project was made for.
    private static readonly string[] s_handful =
    [
        "/", "/publications/plans-action-ministeres/", "/publications/plans-action-ministeres/les-actions/", "/publications/plans-action-ministeres/a-propos/",
    ];

    [Fact]
    public async Task Get_EveryPage_HasOneTitleAndOneOfEachLandmark()
    {
        foreach (var page in await Pages())
        {
            Assert.All(["h1", "main#contenu", "body > header", "body > footer"], selector =>
                Assert.True(page.Document.QuerySelectorAll(selector).Count(element => !IsWritten(element)) == 1, $"{page.Path}: {selector}"));
            Assert.False(string.IsNullOrWhiteSpace(page.Document.Title), page.Path);
        }
    }

    [Fact]
    public async Task Get_EveryPage_KeepsTheWritersTextInItsPlace()
    {
        foreach (var page in (await Pages()).Where(page => page.Status == 200 && page.Document.QuerySelector(Written) is not null))
        {
            // A tag that a writer left open or closed too often would push the footer into the text, or the text out of main.
            Assert.True(page.Document.QuerySelectorAll("main " + Written).Length == 1, page.Path);
            Assert.True(page.Document.QuerySelector("body > footer") is not null, page.Path);
            Assert.True(page.Document.QuerySelector("main footer, main header.fr-header") is null, page.Path);
        }
    }

    [Fact]
    public async Task Get_EveryPage_HasNoIdOfTheFrameTwice()
    {
        foreach (var page in await Pages())
        {
            var frame = page.Document.QuerySelectorAll("[id]").Where(element => !IsWritten(element)).Select(element => element.Id!).ToList();

            Assert.Equal(frame.Distinct(), frame);
            Assert.All(frame, id => Assert.True(page.Document.QuerySelectorAll("[id]").Count(element => element.Id == id) == 1, $"{page.Path}: {id}"));
        }
    }

    [Fact]
    public async Task Axe_HandfulOfPages_FindsNothingButInWhatTheWriterWrote()
    {
        var site = await published.Corpus;
        var page = await browser.Open();
        foreach (var path in s_handful)
        {
            await page.GotoAsync(new Uri(site.Address, path).ToString());
            var result = await Axe.Run(page, AxeSurvey.Rules);
            foreach (var (rule, node) in result.Violations.SelectMany(rule => rule.Nodes.Select(node => (rule, node))))
            {
                var isWritten = await page.Locator(node.Target.Selector).First.EvaluateAsync<bool>($"element => element.closest('{Written}') !== null");
                Assert.True(isWritten, $"{path}: {rule.Id}: {node.Html}");
            }
        }

        await page.Context.CloseAsync();
    }

    private static bool IsWritten(IElement element) => element.Closest(Written) is not null;

    private async Task<IReadOnlyList<CrawledPage>> Pages()
    {
        var pages = await (await published.Corpus).Pages;
        Assert.InRange(pages.Count, 100, 1_000);
        return pages;
    }
}
