using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>What axe says of every page, in each way a page can be shown.</summary>
public class AxeSurvey(PublishedSite published, BrowserFixture browser) : Survey<IReadOnlyList<(string State, AxeResult Result)>>(published, browser)
{
    internal static readonly AxeRunOptions Rules = new()
    {
        // Of what passes, the rule is enough.
        ResultTypes = [ResultType.Violations, ResultType.Incomplete],
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice", "experimental"],
        },
    };

    // Another scheme changes colours and nothing else.
    private static readonly AxeRunOptions s_colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations, ResultType.Incomplete],
    };

    private protected override async Task<IReadOnlyList<(string State, AxeResult Result)>> Look(BrowserFixture browser, Uri address)
    {
        var page = await Open(browser, address);
        var results = new List<(string, AxeResult)> { ("light", await Axe.Run(page, Rules)) };

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        results.Add(("dark", await Axe.Run(page, s_colours)));

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active });
        results.Add(("forced colours", await Axe.Run(page, s_colours)));

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ForcedColors = ForcedColors.None });
        await page.SetViewportSizeAsync(390, 844);
        await page.EvaluateAsync("document.querySelectorAll('main details, nav > details').forEach(details => { details.open = true; })");
        results.Add(("phone, dark, menus of the section and the page and accordions open", await Axe.Run(page, Rules)));

        foreach (var submenu in await page.Locator("header details").AllAsync())
        {
            await submenu.EvaluateAsync("details => { details.open = true; }");
            results.Add(("phone, dark, submenu open", await Axe.Run(submenu, Rules)));
            await submenu.EvaluateAsync("details => { details.open = false; }");
        }

        await page.Context.CloseAsync();
        return results;
    }
}
