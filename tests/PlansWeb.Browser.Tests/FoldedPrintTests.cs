using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>What readers can open on a screen is printed open: nobody can open it on paper.</summary>
public sealed partial class FoldedPrintTests(PublishedSite published, BrowserFixture browser)
{
    // What a sheet bears at least, but for the last one: text in sentences fills it with 450 words, lists and tables with far fewer.
    private const int LeastWordsOfASheet = 230;

    private const string Hidden = """
        [...document.querySelectorAll('main details > :not(summary)')].filter(part => !part.checkVisibility() || part.getBoundingClientRect().height < 5).map(part => part.textContent.trim())
        """;

    [Theory]
    [InlineData(ChartedSite.Folded, 3)]
    [InlineData(ChartedSite.Folded + "?vue=complete", 4)]
    public async Task Details_Printed_ShowTheirText(string path, int count)
    {
        var site = await published.Charted;
        var page = await browser.Open(1280, 900);
        await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.Load });

        // On a screen they are closed: else nothing would be tried here.
        Assert.Equal(count, (await page.EvaluateAsync<string[]>(Hidden)).Length);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var hidden = await page.EvaluateAsync<string[]>(Hidden);
        await page.Context.CloseAsync();

        Assert.Empty(hidden);
    }

    [Theory]
    [InlineData(true, "/publications/plans-action-ministeres/?vue=complete")]
    [InlineData(false, ChartedSite.Folded + "?vue=complete")]
    public async Task Section_Printed_LeavesNoSheetNearlyEmpty(bool isEmbedded, string path)
    {
        var site = await (isEmbedded ? published.Embedded : published.Charted);
        var page = await browser.Open(1280, 900);
        await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.Load });
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var words = (await page.Locator("body").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var sheets = PdfPage().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" })));
        await page.Context.CloseAsync();

        Assert.InRange(sheets, 1, (words / LeastWordsOfASheet) + 1);
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex PdfPage();
}
