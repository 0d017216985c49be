using Microsoft.AspNetCore.Hosting;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>What holds for every answer, whatever it is.</summary>
public sealed class EveryAnswerTests(EmbeddedSite embedded)
{
    private static readonly HashSet<string> s_security = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options", "Permissions-Policy", "Strict-Transport-Security",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy",
    };

    /// <summary>A page, a cached page, a static file, a redirect, an unknown address, health.</summary>
    public static TheoryData<string> Addresses => new("/", "/publications/", "/publications/", "/favicon.svg", "/publications", "/inconnue/", "/health/live", "/robots.txt", "/api/pages.json", "/sitemap.xml");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_AnyAddress_HasTheSecurityHeaders(string path) =>
        AssertHeaders(await embedded.Client.Get(path), isForOtherSites: path is "/robots.txt" or "/api/pages.json" or "/sitemap.xml");

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

    [Theory]
    [InlineData("/publications/")]
    [InlineData("/recherche/?q=accessibilité")]
    [InlineData("/api/pages.json")]
    [InlineData("/robots.txt")]
    public async Task Get_NotModified_HasTheValidatorsOnly(string path)
    {
        for (var time = 0; time < 2; time++)
        {
            var response = await embedded.Client.Get(path, ("If-None-Match", "*"));

            Assert.Equal(304, (int)response.StatusCode);
            Assert.Equal(["Cache-Control", "Cache-Status", "ETag", "Vary"],
                response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Where(name => name != "Date").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("/favicon.svg")]
    [InlineData("/img/photo.png")]
    [InlineData("/img/dessin.svg")]
    public async Task Get_FileNotModified_HasNoSecurityHeaders(string path)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil", "![La salle](/img/photo.png) ![Un dessin](/img/dessin.svg)")
            .With("img/photo.png", TestImages.Png(160, 90)).With("img/dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        var first = await client.Get(path);

        var again = await client.Get(path, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal([], again.Headers.Select(header => header.Key).Where(s_security.Contains));
    }

    [Fact]
    public async Task Get_NotModifiedOverHttp11_IsLessThan300Bytes()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil");
        using var site = new SocketSite(folder.Root);
        for (var time = 0; time < 2; time++)
        {
            var answer = await site.Raw.Send("GET / HTTP/1.1\r\nHost: plans.example.fr\r\nIf-None-Match: *\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n");

            Assert.StartsWith("HTTP/1.1 304", answer, StringComparison.Ordinal);
            Assert.InRange(answer.Length, 1, 300);
        }
    }

    [Theory]
    [InlineData("Content:FrameHosts:0", "video.example.fr")]
    [InlineData("Cache:SharedMaxAge", "60")]
    public async Task Get_OnlyTheHeadersChanged_IsNotTheStoredPage(string setting, string value)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil");
        using var before = new Site(folder.Root);
        using var after = new Site(folder.Root, builder => builder.UseSetting(setting, value));
        using var first = before.CreateClient();
        using var second = after.CreateClient();
        var stored = await first.Get("/", ("Accept-Encoding", "br"));

        var answer = await second.Get("/", ("Accept-Encoding", "br"), ("If-None-Match", stored.Headers.ETag!.Tag));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(await stored.Bytes(), await answer.Bytes());
        Assert.NotEqual(stored.Headers.ETag, answer.Headers.ETag);
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

    [Fact]
    public async Task Get_WhatFeedsCardsAndOpenDataHandOut_MayBeShownAndReadByOtherSites()
    {
        using var folder = new SiteBuilder()
            .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: accueil}")
            .WithPage("a.md", "title: A\ndate: 2026-01-02\nimage: /img/photo.png\neleventyNavigation: {key: a, parent: accueil}", "![La salle](/img/photo.png) et [le plan](/plan.pdf)")
            .With("img/photo.png", TestImages.Png(1600, 900)).With("img/dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
            .With("plan.pdf", "%PDF-1.7").With("mesures.csv", "a;b").With("mesures.json", "{}");
        using var site = new Site(folder.Root, builder => builder.UseSetting("Site:Url", "https://www.exemple.test"));
        using var client = site.CreateClient();
        var variants = (await client.GetPage("/a/")).QuerySelectorAll("main source[srcset]").SelectMany(source => source.GetAttribute("srcset")!.Split(", ")).Select(variant => variant.Split(' ')[0]).ToArray();
        Assert.NotEmpty(variants);

        foreach (var path in variants.Concat(["/img/photo.png", "/img/dessin.svg", "/plan.pdf", "/mesures.csv", "/mesures.json", "/feed/feed.xml", "/feed/feed.json", "/feed/a/feed.xml", "/api/pages.json"]))
        {
            // Twice: the second answer may come from the cache.
            for (var time = 0; time < 2; time++)
            {
                using var response = await client.Get(path);
                Assert.Equal((path, "cross-origin"), (path, Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy"))));
                Assert.Equal((path, "*"), (path, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin"))));
            }
        }

        using var page = await client.Get("/a/");
        AssertHeaders(page);
    }

    [Theory]
    [InlineData("/note.txt")]
    [InlineData("/img/photo.png")]
    [InlineData("/favicon.svg")]
    [InlineData("/")]
    [InlineData("/api/pages.json")]
    public async Task Head_Range_IsIgnored(string path)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil").With("note.txt", "0123456789").With("img/photo.png", TestImages.Png(1600, 900));
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        foreach (var range in new[] { "bytes=0-3", "bytes=999999999-" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            request.Headers.TryAddWithoutValidation("Range", range);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            Assert.Null(response.Content.Headers.ContentRange);
        }
    }

    private static void AssertHeaders(HttpResponseMessage response, bool isForOtherSites = false)
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
        Assert.Equal([isForOtherSites ? "cross-origin" : "same-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(isForOtherSites ? ["*"] : [], response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins : []);
        Assert.False(response.Headers.Contains("Server"));
    }
}
