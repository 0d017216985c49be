using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>What every page costs: bytes on the wire, elements, share of the style sheet that is used.</summary>
public class WeightSurvey(PublishedSite published, BrowserFixture browser) : Survey<WeightVisit>(published, browser)
{
    private const string Scroll = "scrollTo(0, document.documentElement.scrollHeight)";
    private const string Elements = "document.querySelectorAll('*').length";
    private const string ElementsOfEcoIndex = "document.querySelectorAll('*').length - document.querySelectorAll('svg *').length";
    private const string Stored = "localStorage.length + sessionStorage.length";

    // The window of someone who goes from page to page.
    private (IPage Page, Wire Wire)? _reader;

    // The window's size is that of EcoIndex.
    private protected override async Task<WeightVisit> Look(BrowserFixture browser, Uri address)
    {
        var page = await browser.Open(1920, 1080);
        var wire = await Wire.Tap(page);
        await page.GotoAsync(address.ToString());
        await page.EvaluateAsync(Scroll);
        var first = await wire.Take(page);
        var elements = await page.EvaluateAsync<int>(Elements);
        var ofEcoIndex = await page.EvaluateAsync<int>(ElementsOfEcoIndex);
        var use = await wire.TakeCssUse();
        await page.ReloadAsync();
        var reload = await wire.Take(page);
        var cookies = (await page.Context.CookiesAsync()).Count + await page.EvaluateAsync<int>(Stored);
        await page.Context.CloseAsync();

        if (_reader is null)
        {
            var window = await browser.Open(1920, 1080);
            _reader = (window, await Wire.Tap(window));
        }

        var reader = _reader.Value;
        await reader.Page.GotoAsync(address.ToString());
        await reader.Page.EvaluateAsync(Scroll);
        return new WeightVisit(first, reload, await reader.Wire.Take(reader.Page), elements, ofEcoIndex, use, cookies);
    }
}
