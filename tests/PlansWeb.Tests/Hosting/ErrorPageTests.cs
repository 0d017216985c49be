using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>Whatever fails, the answer has a text and the security headers.</summary>
public sealed class ErrorPageTests : IDisposable
{
    private const string PreviewKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private readonly LogLines _log = new();
    private readonly SiteBuilder _folder = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("page.md", "title: Page", "[Un plan](/plan.pdf)")
        .With("plan.pdf", "%PDF-1.7 plan").With("photo.png", TestImages.Png(3, 2));

    public void Dispose()
    {
        _folder.Dispose();
        _log.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/page/")]
    [InlineData("/page/?apercu=a.b.c")]
    [InlineData("/page")]
    [InlineData("/plan.pdf")]
    [InlineData("/favicon.svg")]
    [InlineData("/recherche/?q=plan")]
    [InlineData("/robots.txt")]
    [InlineData("/api/pages.json")]
    [InlineData("/health/")]
    [InlineData("/images/0-1.webp")]
    [InlineData("/inconnue/")]
    public async Task Get_ExceptionOutsideThePages_IsTheErrorPage(string path)
    {
        using var site = Site(new Throwing(static context => context.Response.Headers.ContentLanguage = "zz"));

        var answer = await Ask(site, "GET", path);

        AssertErrorPage(answer, 500);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Language", answer, StringComparison.Ordinal);
        Assert.Contains(_log.All, static line => line is { Level: LogLevel.Error, Exception: InvalidOperationException });
    }

    [Theory]
    [InlineData("plans.example.fr")]
    [InlineData("10.1.2.3")]
    [InlineData("xn--a")]
    public async Task Get_HealthWhereAllElseThrows_Answers(string host)
    {
        using var site = Site(new Throwing(static _ => { }));

        var answer = await Ask(site, "GET", "/health/ready", host: host);

        Assert.Equal(200, RawClient.Status(answer));
        AssertHeaders(answer);
        Assert.Equal(405, RawClient.Status(await Ask(site, "POST", "/health/ready", "Content-Length: 0\r\n", host)));
    }

    [Fact]
    public async Task Get_ExceptionInAPreview_IsTheErrorPage()
    {
        using var site = Site(new Throwing(null), builder => builder.UseSetting("Preview:Key", PreviewKey)
            .ConfigureServices(static services => services.AddSingleton<TimeProvider>(new BrokenClock())));

        AssertErrorPage(await Ask(site, "GET", "/page/?apercu=" + Token()), 500);
    }

    [Fact]
    public async Task Get_ExceptionAfterTheAnswerBegan_CutsTheConnection()
    {
        using var site = Site(new Throwing(static context => context.Response.StartAsync(CancellationToken.None).GetAwaiter().GetResult()));

        var answer = await Ask(site, "GET", "/page/");

        Assert.DoesNotContain("<h1>", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n0\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "plan.pdf", "")]
    [InlineData("HEAD", "plan.pdf", "")]
    [InlineData("GET", "plan.pdf", "Range: bytes=0-3\r\n")]
    [InlineData("GET", "plan.pdf", "If-Modified-Since: Mon, 01 Jan 2001 00:00:00 GMT\r\n")]
    [InlineData("GET", "photo.png", "")]
    public async Task Get_FileRemovedMeanwhile_IsNotFound(string method, string file, string header)
    {
        using var site = Site(new Throwing(null));
        Assert.Equal(200, RawClient.Status(await Ask(site, method, "/" + file)));
        File.Delete(Path.Combine(_folder.Root, file));

        var answer = await Ask(site, method, "/" + file, header);

        Assert.Equal(404, RawClient.Status(answer));
        AssertHeaders(answer);
        Assert.DoesNotContain("max-age=3600, must-revalidate", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Last-Modified", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(_log.All, static line => line.Exception is not null);
    }

    [Theory]
    [InlineData("xn--a")]
    [InlineData("xn--")]
    [InlineData("XN--A")]
    [InlineData("xn--a.example.fr:8080")]
    [InlineData("plans.example.fr:70000")]
    [InlineData("plans.example.fr.")]
    [InlineData("..")]
    public async Task Get_HostThatIsNone_IsABadRequest(string host)
    {
        using var site = Site(new Throwing(null));
        foreach (var path in (string[])["/page/", "/page/", "/plan.pdf"])
        {
            AssertErrorPage(await Ask(site, "GET", path, host: host), 400);
        }

        Assert.DoesNotContain(_log.All, static line => line.Exception is not null);
    }

    [Theory]
    [InlineData("[::1")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("www.\u00E9.fr")]
    [InlineData("www.%C3%A9.fr")]
    public async Task Get_HostThatTheServerRefuses_IsABadRequest(string host)
    {
        using var site = Site(new Throwing(null));

        Assert.Equal(400, RawClient.Status(await Ask(site, "GET", "/page/", host: host)));
        Assert.DoesNotContain(_log.All, static line => line.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("https://www.évènement.fr", "")]
    [InlineData("https://www.xn--vnement-2xah.fr", "")]
    [InlineData("https://www.example.fr", "www.évènement.fr")]
    [InlineData("https://www.example.fr", "localhost; *.xn--vnement-2xah.fr")]
    [InlineData("https://www.example.fr", "*.Évènement.fr")]
    public async Task Get_HostWithAccents_IsKnownInEitherSpelling(string url, string allowed)
    {
        using var site = Site(new Throwing(null), builder => builder.UseSetting("Site:Url", url).UseSetting("AllowedHosts", allowed));

        Assert.Equal(200, RawClient.Status(await Ask(site, "GET", "/page/", host: "www.xn--vnement-2xah.fr")));
        Assert.Equal(200, RawClient.Status(await Ask(site, "GET", "/page/", host: "WWW.XN--VNEMENT-2XAH.FR")));
        AssertErrorPage(await Ask(site, "GET", "/page/", host: "www.xn--vnement-2xaa.fr"), 400);
    }

    [Fact]
    public async Task Get_UnknownHosts_AreToldOnce()
    {
        using var site = Site(new Throwing(null));
        AssertErrorPage(await Ask(site, "GET", "/page/", host: "a.example.fr"), 400);
        AssertErrorPage(await Ask(site, "GET", "/page/", host: "b.example.fr"), 400);

        Assert.Contains("a.example.fr", Assert.Single(_log.All, static line => line.Text.Contains("AllowedHosts", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FrameHostWithAccents_IsWrittenAsDnsHasIt()
    {
        using var site = Site(new Throwing(null), static builder => builder.UseSetting("Content:FrameHosts:0", "vidéo.example.fr"));

        var answer = await Ask(site, "GET", "/page/");

        Assert.Equal(200, RawClient.Status(answer));
        Assert.Contains("frame-src https://xn--vido-dpa.example.fr;", answer, StringComparison.Ordinal);
    }

    private static string Token() => new PlansWeb.Previews.PreviewToken("/page/", DateTimeOffset.MaxValue).Sign(Convert.FromBase64String(PreviewKey));

    private static Task<string> Ask(SocketSite site, string method, string path, string header = "", string host = "plans.example.fr") =>
        site.Raw.Send($"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{header}Connection: close\r\n\r\n");

    private static void AssertErrorPage(string answer, int status)
    {
        Assert.Equal(status, RawClient.Status(answer));
        Assert.Contains("<h1>", answer, StringComparison.Ordinal);
        Assert.Contains("no-store", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        AssertHeaders(answer);
    }

    private static void AssertHeaders(string answer)
    {
        foreach (var name in (string[])["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Permissions-Policy"])
        {
            Assert.Contains(name + ": ", answer, StringComparison.Ordinal);
        }
    }

    private SocketSite Site(Throwing throwing, Action<IWebHostBuilder>? configure = null) => new(_folder.Root, builder =>
    {
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(throwing).AddSingleton<ILoggerProvider>(_log));
        configure?.Invoke(builder);
    });

    // Outside the site's own pipeline, and inside what stands around all of it.
    private sealed class Throwing(Action<Microsoft.AspNetCore.Http.HttpContext>? before) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            if (before is not null)
            {
                app.Use((Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate _) =>
                {
                    before(context);
                    throw new InvalidOperationException("a secret");
                });
            }

            next(app);
        };
    }

    private sealed class BrokenClock : TimeProvider
    {
        // The start needs the time; previews ask for it with each request.
        public override DateTimeOffset GetUtcNow() => Environment.StackTrace.Contains("PreviewMiddleware", StringComparison.Ordinal)
            ? throw new InvalidOperationException("no time")
            : base.GetUtcNow();
    }
}
