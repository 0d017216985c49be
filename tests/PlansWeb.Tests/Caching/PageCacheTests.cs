using System.Net;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching;

/// <summary>The output cache around pages: what is served from it, what never is, and the known traps of the framework's cache.</summary>
public sealed class PageCacheTests : IDisposable
{
    private const string Page = "/page/";
    private const string Brotli = "br";

    private readonly SmallSite _site = new(new SiteBuilder()
        .WithPage("page.md", "title: Une page", "Première version, avec des accents : é.")
        .WithPage("autre.md", "title: Autre page"));

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Get_SecondTime_IsHit()
    {
        var first = await _site.Client.Get(Page);
        var second = await _site.Client.Get(Page);

        Assert.Equal(["PlansWeb; fwd=miss"], first.Headers.GetValues("Cache-Status"));
        Assert.Equal(["PlansWeb; hit"], second.Headers.GetValues("Cache-Status"));
        Assert.Equal(await first.Bytes(), await second.Bytes());
        Assert.Equal(1, _site.Gate.Renders);
    }

    [Fact]
    public async Task Get_Page_HasTheHeadersOfThePublicSurface()
    {
        for (var i = 0; i < 2; i++)
        {
            var response = await _site.Client.Get(Page, ("Accept-Encoding", Brotli));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("max-age=0, must-revalidate, public", Sorted(response.Headers.CacheControl!.ToString()));
            Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
            Assert.False(response.Headers.ETag!.IsWeak);
            Assert.Null(response.Headers.Age);
            Assert.Equal((await response.Bytes()).Length, response.Content.Headers.ContentLength);
        }
    }

    [Fact]
    public async Task Get_OtherPage_IsAnotherEntry()
    {
        await _site.Client.Get(Page);

        Assert.Contains("Autre page", await (await _site.Client.Get("/autre/")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RandomQueries_HitOneEntry()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _site.Client.Get($"{Page}?x={i}&utm={Guid.NewGuid()}")).StatusCode);
        }

        Assert.Equal(1, _site.Gate.Renders);
    }

    [Fact]
    public async Task Get_RandomHosts_HitOneEntry()
    {
        for (var i = 0; i < 50; i++)
        {
            await _site.Client.Get(Page, ("Host", $"h{i}.example"));
        }

        Assert.Equal(1, _site.Gate.Renders);
    }

    [Fact]
    public async Task Get_StrangeEncodings_MakeAtMostThreeEntries()
    {
        foreach (var encoding in new[] { "br", "gzip", "", "br;q=1.0, gzip;q=0.5", "deflate", "zstd", "*", "br;q=0, gzip", "gzip;q=0", "x, y, z" })
        {
            await _site.Client.Get(Page, ("Accept-Encoding", encoding));
        }

        Assert.Equal(3, _site.Gate.Renders);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip;q=0.1", "gzip")]
    [InlineData("br;q=0.000, gzip;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("*;q=0", null)]
    [InlineData("", null)]
    public async Task Get_AfterAnyOtherCoding_GetsTheBytesItAskedFor(string accepted, string? expected)
    {
        foreach (var earlier in new[] { "br", "gzip", "identity" })
        {
            await _site.Client.Get(Page, ("Accept-Encoding", earlier));
        }

        var response = await _site.Client.Get(Page, ("Accept-Encoding", accepted));

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
        Assert.Contains("Première version", await response.DecodedText(), StringComparison.Ordinal);
        Assert.Equal(3, _site.Gate.Renders);
    }

    [Fact]
    public async Task Get_EachCoding_HasAnETagOfItsOwn()
    {
        var tags = new HashSet<string>();
        foreach (var encoding in new[] { "br", "gzip", "identity" })
        {
            tags.Add((await _site.Client.Get(Page, ("Accept-Encoding", encoding))).Headers.ETag!.Tag);
        }

        Assert.Equal(3, tags.Count);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"autre\", {0}")]
    [InlineData("*")]
    public async Task Get_KnownETag_Returns304OnMissAndOnHit(string condition)
    {
        var tag = (await _site.Client.Get(Page, ("Accept-Encoding", Brotli))).Headers.ETag!.Tag;
        using var cold = new Site(_site.Folder.Root, _site.Gate.Install);
        using var client = cold.CreateClient();
        foreach (var status in new[] { "PlansWeb; fwd=miss", "PlansWeb; hit" })
        {
            var response = await client.Get(Page, ("Accept-Encoding", Brotli), ("If-None-Match", string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, tag)));

            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Empty(await response.Bytes());
            Assert.Equal(tag, response.Headers.ETag!.Tag);
            Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
            Assert.NotNull(response.Headers.CacheControl);
            Assert.Null(response.Headers.Age);
            Assert.Equal([status], response.Headers.GetValues("Cache-Status"));
        }

        // What a conditional request rendered serves those who have nothing yet.
        var full = await client.Get(Page, ("Accept-Encoding", Brotli));
        Assert.Equal(["PlansWeb; hit"], full.Headers.GetValues("Cache-Status"));
        Assert.Contains("Première version", await full.DecodedText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ETagOfAnotherCoding_ReturnsThePage()
    {
        var gzip = (await _site.Client.Get(Page, ("Accept-Encoding", "gzip"))).Headers.ETag!.Tag;

        var response = await _site.Client.Get(Page, ("Accept-Encoding", Brotli), ("If-None-Match", gzip));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Head_BeforeAndAfterGet_AnswersAsGetWithoutBody()
    {
        var cold = await _site.Client.Send(HttpMethod.Head, Page);
        var get = await _site.Client.Get(Page);
        var warm = await _site.Client.Send(HttpMethod.Head, Page);

        foreach (var head in new[] { cold, warm })
        {
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Empty(await head.Bytes());
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        }

        Assert.Equal(1, _site.Gate.Renders);
    }

    [Theory]
    [InlineData("Cache-Control", "only-if-cached")]
    [InlineData("Cache-Control", "no-cache")]
    [InlineData("Range", "bytes=0-3")]
    [InlineData("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")]
    [InlineData("Cookie", "a=b")]
    public async Task Get_OtherRequestHeaders_AnswerTheWholePage(string name, string value)
    {
        for (var i = 0; i < 2; i++)
        {
            var response = await _site.Client.Get(Page, (name, value));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("Première version", await response.Text(), StringComparison.Ordinal);
        }

        Assert.Equal(1, _site.Gate.Renders);
    }

    [Fact]
    public async Task Get_UnknownAddress_IsNeverStored()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.Get("/inconnue/")).StatusCode);
        }

        _site.Folder.WithPage("inconnue.md", "title: Connue");
        _site.Reload();
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.Get("/inconnue/")).StatusCode);
    }

    [Fact]
    public async Task Get_UnknownAddress_IsNotLookedFor()
    {
        using var measurements = new Measurements(_site.Host);
        await _site.Client.Get("/inconnue/");
        Assert.Equal(0, measurements.Sum("plansweb.cache.lookups", "miss"));

        await _site.Client.Get(Page);
        Assert.Equal(1, measurements.Sum("plansweb.cache.lookups", "miss"));
    }

    [Fact]
    public async Task Get_FirstClientLeavesDuringTheRender_OthersGetTheWholePageFromOneRender()
    {
        _site.Gate.Close();
        using var leaving = new CancellationTokenSource();
        var first = _site.Client.GetAsync(new Uri(Page, UriKind.Relative), leaving.Token);
        await _site.Gate.Started();
        var waiters = Enumerable.Range(0, 3).Select(_ => _site.Client.Get(Page)).ToArray();
        await leaving.CancelAsync();
        _site.Gate.Open();

        foreach (var waiter in waiters)
        {
            var response = await waiter;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.EndsWith("</html>", (await response.Text()).TrimEnd(), StringComparison.Ordinal);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, _site.Gate.Renders);
    }

    [Fact]
    public async Task Get_RenderThatLooksAtTheClient_DoesNotSeeItLeave()
    {
        // A handler that gives up when its client goes would leave half a page, or an exception for all who wait.
        var seen = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _site.Gate.Close();
        _site.Gate.OnRender = context =>
        {
            seen.TrySetResult(context.RequestAborted.IsCancellationRequested);
            return Task.CompletedTask;
        };
        using var leaving = new CancellationTokenSource();
        var first = _site.Client.GetAsync(new Uri(Page, UriKind.Relative), leaving.Token);
        await _site.Gate.Started();
        await leaving.CancelAsync();
        _site.Gate.Open();

        Assert.False(await seen.Task);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Get_RenderFails_IsAnErrorPageThatIsNotStored()
    {
        _site.Gate.OnRender = static _ => throw new InvalidOperationException("a fault that the test makes");
        var failed = await _site.Client.Get(Page);
        _site.Gate.OnRender = null;
        var next = await _site.Client.Get(Page);

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.True(failed.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("a fault that the test makes", await failed.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Get_ContentChangesDuringTheRender_OldPageIsNotServedAfterwards()
    {
        _site.Gate.Close();
        var old = _site.Client.Get(Page);
        await _site.Gate.Started();
        _site.Folder.WithPage("page.md", "title: Une page", "Seconde version.");
        _site.Reload();
        _site.Gate.Open();
        await old;

        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("Seconde version", await (await _site.Client.Get(Page)).Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_RequestBegunBeforeASwap_SeesOneSnapshot()
    {
        _site.Gate.Close();
        var old = _site.Client.Get(Page);
        await _site.Gate.Started();
        _site.Folder.WithPage("page.md", "title: Titre neuf\neleventyNavigation:\n  key: neuf", "Seconde version.");
        _site.Reload();
        _site.Gate.Open();

        var page = Dom.Parse(await (await old).Text());
        Assert.Equal("Une page", page.QuerySelector("h1")!.Text());
        Assert.DoesNotContain("neuf", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_ChangedContent_ChangesTheETag()
    {
        var before = (await _site.Client.Get(Page)).Headers.ETag!;
        _site.Folder.WithPage("page.md", "title: Une page", "Seconde version.");
        _site.Reload();

        Assert.NotEqual(before, (await _site.Client.Get(Page)).Headers.ETag);
    }

    [Fact]
    public async Task Reload_OtherPageChanged_KeepsTheETagOfThisOne()
    {
        var before = (await _site.Client.Get(Page)).Headers.ETag!;
        _site.Folder.WithPage("autre.md", "title: Autre page", "Un autre texte.");
        _site.Reload();

        Assert.Equal(before, (await _site.Client.Get(Page)).Headers.ETag);
    }

    private static string Sorted(string list) => string.Join(", ", list.Split(", ").Order(StringComparer.Ordinal));
}
