using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>What changed on a page, as assistive technology is told it. What axe says of it is in the survey of the same site.</summary>
public sealed class HistoryTests(PublishedSite published, BrowserFixture browser)
{
    [Fact]
    public async Task View_InReadingOrder_TellsWhatWentAndThenWhatCame()
    {
        var site = await published.Charted;
        var page = await browser.Open(1280, 900);
        await page.GotoAsync(new Uri(site.Address, ChartedSite.Charts + "?vue=historique").ToString(), new() { WaitUntil = WaitUntilState.Load });

        var tree = (await page.Locator("main").AriaSnapshotAsync()).Replace('\u00A0', ' ');

        await page.Context.CloseAsync();
        var at = 0;
        foreach (var words in new[] { "heading \"Des graphiques\" [level=1]", "heading \"Historique\" [level=2]", "heading \"12 mars 2026 – Texte modifié\" [level=3]", "Le total est corrigé.", "Les écrans pèsent", "deletion", "[supprimé : 45", "insertion", "[ajouté : 54,9", "tonnes.", "[ajouté : Une phrase de plus.", "Un passage a été retiré", "Lire la page" })
        {
            var found = tree.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{words} is not there, or not in this order:\n{tree}");
            at = found + words.Length;
        }
    }

    [Fact]
    public async Task View_InPrintAndForTheEye_MarksBothWithoutColour()
    {
        var site = await published.Charted;
        var page = await browser.Open(1280, 900);
        await page.GotoAsync(new Uri(site.Address, ChartedSite.Charts + "?vue=historique").ToString(), new() { WaitUntil = WaitUntilState.Load });
        foreach (var media in new[] { Media.Screen, Media.Print })
        {
            await page.EmulateMediaAsync(new() { Media = media });
            Assert.Equal("line-through underline", await page.EvaluateAsync<string>("['del', 'ins'].map(name => getComputedStyle(document.querySelector('main ' + name)).textDecorationLine).join(' ')"));
            Assert.Equal("1px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main del span')).width"));
        }

        await page.Context.CloseAsync();
    }
}
