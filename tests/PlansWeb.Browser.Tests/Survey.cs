using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>
/// One look at every page of the site, shared by the tests that judge what was seen. Of pages of one kind, two are looked at: their markup is the same.
/// </summary>
/// <typeparam name="T">What is seen on a page.</typeparam>
public abstract partial class Survey<T>
{
    private readonly Lazy<Task<IReadOnlyList<(string Path, T Seen)>>> _all;

    private protected Survey(PublishedSite published, BrowserFixture browser) => _all = new(() => LookAtAll(published, browser));

    /// <summary>What was seen, by the page's address.</summary>
    public Task<IReadOnlyList<(string Path, T Seen)>> All => _all.Value;

    /// <summary>Fails with all that a judge objects to, on any page: each objection on a line of its own, after the page's address.</summary>
    public Task AssertNothingWrong(Func<T, IEnumerable<string>> judge) => AssertNothingWrong((_, seen) => judge(seen));

    /// <summary>The same, for a judge who looks at the page's address too.</summary>
    public async Task AssertNothingWrong(Func<string, T, IEnumerable<string>> judge)
    {
        var objections = (await All).SelectMany(page => judge(page.Path, page.Seen).Select(objection => $"{page.Path}: {objection}")).ToList();
        Assert.True(objections.Count == 0, string.Join('\n', objections));
    }

    /// <summary>The site whose pages are looked at.</summary>
    private protected virtual Task<SiteProcess> Site(PublishedSite published) => published.Embedded;

    /// <summary>The kind of a page: lists that differ in the value of a filter alone, such as the actions of each ministry, are of one kind.</summary>
    private protected virtual string Kind(string path) => FilterValue().Replace(path, "=");

    /// <summary>Goes to a page and looks.</summary>
    private protected abstract Task<T> Look(BrowserFixture browser, Uri address);

    /// <summary>Opens a page in a window of its own.</summary>
    private protected static async Task<IPage> Open(
        BrowserFixture browser, Uri address, int width = 1280, int height = 900, Action<BrowserNewContextOptions>? configure = null)
    {
        var page = await browser.Open(width, height, configure);
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    private async Task<IReadOnlyList<(string Path, T Seen)>> LookAtAll(PublishedSite published, BrowserFixture browser)
    {
        var site = await Site(published);
        var seen = new List<(string, T)>();
        foreach (var page in (await site.Pages).GroupBy(page => Kind(page.Path)).SelectMany(alike => alike.Take(2)))
        {
            seen.Add((page.Path, await Look(browser, new Uri(site.Address, page.Path))));
        }

        return seen;
    }

    [GeneratedRegex("=[^&]*")]
    private static partial Regex FilterValue();
}
