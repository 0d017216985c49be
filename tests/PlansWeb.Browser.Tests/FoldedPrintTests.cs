using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>What readers can open on a screen is printed open: nobody can open it on paper.</summary>
public sealed class FoldedPrintTests(PublishedSite published, BrowserFixture browser)
{
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
}
