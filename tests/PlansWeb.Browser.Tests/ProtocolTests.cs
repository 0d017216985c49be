using System.Net;

namespace PlansWeb.Browser.Tests;

/// <summary>The site over TLS, as readers get it: HTTP/1.1 and HTTP/2, IPv4 and IPv6.</summary>
public sealed class ProtocolTests(PublishedSite published, BrowserFixture browser)
{
    private const string Article = "/publications/plans-action-ministeres/a-propos/";

    [Fact]
    [Trait("RGESN", "3.3")]
    [Trait("RGESN", "6.7")]
    public async Task Get_AnyProtocolAnyNetwork_AnswersTheSamePage()
    {
        var site = await published.Secure;
        var pages = new List<string>();
        foreach (var version in (Version[])[HttpVersion.Version11, HttpVersion.Version20])
        {
            foreach (var address in site.Addresses)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, Article)) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
                using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal(version, response.Version);
                pages.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }
        }

        Assert.Equal(4, pages.Count);
        Assert.Single(pages.Distinct());
    }

    // On a connection that is open, HTTP/2 says a header that it said before in a byte or two: the security headers cost a reader nothing more.
    [Fact]
    [Trait("RGESN", "6.2")]
    public async Task Reload_OverHttp2_CostsLessThan300Bytes()
    {
        var page = await browser.Open();
        var wire = await Wire.Tap(page);
        await page.GotoAsync(new Uri((await published.Secure).Address, Article).ToString());
        await wire.Take(page);

        await page.ReloadAsync();
        var reload = Assert.Single(await wire.Take(page));
        await page.Context.CloseAsync();

        Assert.InRange(reload.Bytes, 1, 300);
    }
}
