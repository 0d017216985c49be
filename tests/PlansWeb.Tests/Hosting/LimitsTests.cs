using PlansWeb.Hosting;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>Who is answered, how often, and whose word counts.</summary>
public sealed class LimitsTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/r%C3%A9glementations/?q=%F0%9F%98%80+a|b", true)]
    [InlineData("http://h/a?b", true)]
    [InlineData("/%E2%82%AC%e2%82%ac%41", true)]
    [InlineData("/%F4%90%80%80", false)]
    [InlineData("/%C3", false)]
    [InlineData("/%C3a", false)]
    [InlineData("/%c0%80", false)]
    [InlineData("/%0A", false)]
    [InlineData("/?a=%1E", false)]
    [InlineData("/?a=%09%0D%0A", true)]
    [InlineData("/%09?a=b", false)]
    [InlineData("/100%", false)]
    [InlineData("/a b", false)]
    [InlineData("/é", false)]
    public void IsWellFormed_Target_TellsWhatABrowserMayWrite(string target, bool expected) => Assert.Equal(expected, WellFormedRequests.IsWellFormed(target));

    [Fact]
    public async Task Get_SearchesTooMany_Returns429AndPagesGoOn()
    {
        using var folder = new SiteBuilder().WithPage("page.md", "title: Page");
        using var site = new Site(folder.Root, builder => builder.UseSetting("Limits:SearchesPerSecond", "1"));
        using var client = site.CreateClient();

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await client.Get($"/recherche/?q={i}"));
        }

        Assert.Contains(answers, answer => (int)answer.StatusCode == 429 && answer.Headers.RetryAfter is not null);
        Assert.NotEqual(429, (int)answers[0].StatusCode);
        Assert.Equal(200, (int)(await client.Get("/page/")).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData(null, false)]
    public async Task Get_ForwardedScheme_CountsFromKnownProxiesOnly(string? known, bool expected)
    {
        using var folder = new SiteBuilder().WithPage("page.md", "title: Page");
        using var site = new SocketSite(folder.Root, builder =>
        {
            builder.UseSetting("ForwardedHeaders_Enabled", "true");
            if (known is not null)
            {
                builder.UseSetting("Proxy:Known:0", known);
            }
        });

        var answer = await site.Raw.Send("GET /page/ HTTP/1.1\r\nHost: plans.example.fr\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");

        Assert.Equal(200, RawClient.Status(answer));
        Assert.Equal(expected, answer.Contains("Strict-Transport-Security", StringComparison.Ordinal));
        Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("a.autre.example", 200)]
    [InlineData("plans.example.fr", 400)]
    public async Task Get_AllowedHostsSet_OutranksTheSitesAddress(string host, int status)
    {
        using var folder = new SiteBuilder().WithPage("page.md", "title: Page");
        using var site = new SocketSite(folder.Root, builder => builder.UseSetting("AllowedHosts", "localhost;*.autre.example"));

        Assert.Equal(status, RawClient.Status(await site.Raw.Send($"GET /page/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")));
        Assert.Equal(200, RawClient.Status(await site.Raw.Send("GET /health/ready HTTP/1.1\r\nHost: 10.1.2.3:8080\r\nConnection: close\r\n\r\n")));
    }
}
