using Microsoft.AspNetCore.Hosting;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Ops;

/// <summary>What holds for every answer, whatever it is.</summary>
public sealed class EveryAnswerTests(EmbeddedSite embedded)
{
    /// <summary>A page, a cached page, a static file, a redirect, an unknown address, health.</summary>
    public static TheoryData<string> Addresses => new("/", "/publications/", "/publications/", "/favicon.svg", "/publications", "/inconnue/", "/health/live", "/robots.txt", "/api/pages.json", "/sitemap.xml");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_AnyAddress_HasTheSecurityHeaders(string path) => AssertHeaders(await embedded.Client.Get(path));

    [Theory]
    [InlineData("POST", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("TRACE", 405)]
    [InlineData("FOO", 405)]
    [InlineData("OPTIONS", 204)]
    public async Task Send_OtherMethod_NamesTheAllowedOnes(string method, int status)
    {
        var response = await embedded.Client.Send(new HttpMethod(method), "/publications/");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow);
        AssertHeaders(response);
    }

    [Fact]
    public async Task Get_NotModified_HasTheSecurityHeaders()
    {
        var response = await embedded.Client.Get("/publications/", ("If-None-Match", "*"));

        Assert.Equal(304, (int)response.StatusCode);
        AssertHeaders(response);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_AnyAddress_SetsNoCookie(string path) =>
        Assert.False((await embedded.Client.Get(path)).Headers.Contains("Set-Cookie"));

    [Fact]
    public async Task Get_ContentFolderMissing_StaysUpAndSaysSo()
    {
        using var site = new Site(Path.Combine(Path.GetTempPath(), "plansweb-" + Guid.NewGuid()));
        using var client = site.CreateClient();

        var page = await client.Get("/");
        Assert.Equal(503, (int)page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        AssertHeaders(page);
        Assert.Equal(503, (int)(await client.Get("/health/ready")).StatusCode);
        Assert.Equal(200, (int)(await client.Get("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Get_PageThatFails_HasTheSecurityHeaders()
    {
        using var gate = new RenderGate { OnRender = static _ => throw new InvalidOperationException("a secret") };
        using var site = new Site(Repository.Content, gate.Install);
        using var client = site.CreateClient();

        var response = await client.Get("/publications/");

        Assert.Equal(500, (int)response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        AssertHeaders(response);
    }

    [Theory]
    [InlineData("Production", "https", true)]
    [InlineData("Production", "http", false)]
    [InlineData("Development", "https", false)]
    public async Task Get_StrictTransport_IsForHttpsOutsideDevelopment(string environment, string scheme, bool expected)
    {
        using var site = new Site(Repository.Content, builder => builder.UseEnvironment(environment));
        using var client = site.CreateClient();

        var response = await client.GetAsync(new Uri($"{scheme}://localhost/health/live"), TestContext.Current.CancellationToken);

        Assert.Equal(expected ? ["max-age=31536000; includeSubDomains"] : [], response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values : []);
    }

    [Fact]
    public async Task Get_FrameHostsSet_AllowsTheirFramesOnly()
    {
        using var site = new Site(Repository.Content, builder => builder.UseSetting("Content:FrameHosts:0", "video.example.fr"));
        using var client = site.CreateClient();

        var response = await client.Get("/");

        Assert.Contains("frame-src https://video.example.fr;", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Cross-Origin-Embedder-Policy"));
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["strict-origin-when-cross-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        Assert.Contains("geolocation=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal(["require-corp"], response.Headers.GetValues("Cross-Origin-Embedder-Policy"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }
}
