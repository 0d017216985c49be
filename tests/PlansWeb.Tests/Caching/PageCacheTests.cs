using System.IO.Compression;
using System.Net;
using System.Text;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching;

/// <summary>The output cache around pages: what is served from it, what never is, and the known traps of the framework's cache.</summary>
public sealed class PageCacheTests : IDisposable
{
    private const string Page = "/page/";
    private const string Brotli = "br";

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("page.md", "title: Une page", "Première version, avec des accents : é.")
        .WithPage("autre.md", "title: Autre page");

    private readonly RenderGate _gate = new();
    private readonly Site _site;
    private readonly HttpClient _client;

    public PageCacheTests()
    {
        _site = new Site(_folder.Root, _gate.Install);
        _client = _site.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _gate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_SecondTime_IsHit()
    {
        var first = await _client.Get(Page);
        var second = await _client.Get(Page);

        Assert.Equal(["PlansWeb; fwd=miss"], first.Headers.GetValues("Cache-Status"));
        Assert.Equal(["PlansWeb; hit"], second.Headers.GetValues("Cache-Status"));
        Assert.Equal(await Bytes(first), await Bytes(second));
        Assert.Equal(1, _gate.Renders);
    }

    [Fact]
    public async Task Get_Page_HasTheHeadersOfThePublicSurface()
    {
        for (var i = 0; i < 2; i++)
        {
            var response = await _client.Get(Page, ("Accept-Encoding", Brotli));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("max-age=0, must-revalidate, public", Sorted(response.Headers.CacheControl!.ToString()));
            Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
            Assert.False(response.Headers.ETag!.IsWeak);
            Assert.Null(response.Headers.Age);
            Assert.Equal((await Bytes(response)).Length, response.Content.Headers.ContentLength);
        }
    }

    [Fact]
    public async Task Get_OtherPage_IsAnotherEntry()
    {
        await _client.Get(Page);

        Assert.Contains("Autre page", await (await _client.Get("/autre/")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RandomQueries_HitOneEntry()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _client.Get($"{Page}?x={i}&utm={Guid.NewGuid()}")).StatusCode);
        }

        Assert.Equal(1, _gate.Renders);
    }

    [Fact]
    public async Task Get_RandomHosts_HitOneEntry()
    {
        for (var i = 0; i < 50; i++)
        {
            await _client.Get(Page, ("Host", $"h{i}.example"));
        }

        Assert.Equal(1, _gate.Renders);
    }

    [Fact]
    public async Task Get_StrangeEncodings_MakeAtMostThreeEntries()
    {
        foreach (var encoding in new[] { "br", "gzip", "", "br;q=1.0, gzip;q=0.5", "deflate", "zstd", "*", "br;q=0, gzip", "gzip;q=0", "x, y, z" })
        {
            await _client.Get(Page, ("Accept-Encoding", encoding));
        }

        Assert.Equal(3, _gate.Renders);
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
            await _client.Get(Page, ("Accept-Encoding", earlier));
        }

        var response = await _client.Get(Page, ("Accept-Encoding", accepted));

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
        Assert.Contains("Première version", Decode(await Bytes(response), expected), StringComparison.Ordinal);
        Assert.Equal(3, _gate.Renders);
    }

    [Fact]
    public async Task Get_EachCoding_HasAnETagOfItsOwn()
    {
        var tags = new HashSet<string>();
        foreach (var encoding in new[] { "br", "gzip", "identity" })
        {
            tags.Add((await _client.Get(Page, ("Accept-Encoding", encoding))).Headers.ETag!.Tag);
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
        var tag = (await _client.Get(Page, ("Accept-Encoding", Brotli))).Headers.ETag!.Tag;
        using var cold = new Site(_folder.Root, _gate.Install);
        using var client = cold.CreateClient();
        foreach (var status in new[] { "PlansWeb; fwd=miss", "PlansWeb; hit" })
        {
            var response = await client.Get(Page, ("Accept-Encoding", Brotli), ("If-None-Match", string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, tag)));

            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Empty(await Bytes(response));
            Assert.Equal(tag, response.Headers.ETag!.Tag);
            Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
            Assert.NotNull(response.Headers.CacheControl);
            Assert.Null(response.Headers.Age);
            Assert.Equal([status], response.Headers.GetValues("Cache-Status"));
        }

        // What a conditional request rendered serves those who have nothing yet.
        var full = await client.Get(Page, ("Accept-Encoding", Brotli));
        Assert.Equal(["PlansWeb; hit"], full.Headers.GetValues("Cache-Status"));
        Assert.Contains("Première version", Decode(await Bytes(full), Brotli), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ETagOfAnotherCoding_ReturnsThePage()
    {
        var gzip = (await _client.Get(Page, ("Accept-Encoding", "gzip"))).Headers.ETag!.Tag;

        var response = await _client.Get(Page, ("Accept-Encoding", Brotli), ("If-None-Match", gzip));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Head_BeforeAndAfterGet_AnswersAsGetWithoutBody()
    {
        var cold = await _client.Send(HttpMethod.Head, Page);
        var get = await _client.Get(Page);
        var warm = await _client.Send(HttpMethod.Head, Page);

        foreach (var head in new[] { cold, warm })
        {
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Empty(await Bytes(head));
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        }

        Assert.Equal(1, _gate.Renders);
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
            var response = await _client.Get(Page, (name, value));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("Première version", Encoding.UTF8.GetString(await Bytes(response)), StringComparison.Ordinal);
        }

        Assert.Equal(1, _gate.Renders);
    }

    [Fact]
    public async Task Get_UnknownAddress_IsNeverStored()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _client.Get("/inconnue/")).StatusCode);
        }

        _folder.WithPage("inconnue.md", "title: Connue");
        _site.Reload();
        Assert.Equal(HttpStatusCode.OK, (await _client.Get("/inconnue/")).StatusCode);
    }

    [Fact]
    public async Task Get_UnknownAddress_IsNotLookedFor()
    {
        using var measurements = new Measurements(_site);
        await _client.Get("/inconnue/");
        Assert.Equal(0, measurements.Sum("plansweb.cache.lookups", "miss"));

        await _client.Get(Page);
        Assert.Equal(1, measurements.Sum("plansweb.cache.lookups", "miss"));
    }

    [Fact]
    public async Task Get_FirstClientLeavesDuringTheRender_OthersGetTheWholePageFromOneRender()
    {
        _gate.Close();
        using var leaving = new CancellationTokenSource();
        var first = _client.GetAsync(new Uri(Page, UriKind.Relative), leaving.Token);
        await _gate.Started();
        var waiters = Enumerable.Range(0, 3).Select(_ => _client.Get(Page)).ToArray();
        await leaving.CancelAsync();
        _gate.Open();

        foreach (var waiter in waiters)
        {
            var response = await waiter;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.EndsWith("</html>", Encoding.UTF8.GetString(await Bytes(response)).TrimEnd(), StringComparison.Ordinal);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, _gate.Renders);
    }

    [Fact]
    public async Task Get_RenderThatLooksAtTheClient_DoesNotSeeItLeave()
    {
        // A handler that gives up when its client goes would leave half a page, or an exception for all who wait.
        var seen = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate.Close();
        _gate.OnRender = context =>
        {
            seen.TrySetResult(context.RequestAborted.IsCancellationRequested);
            return Task.CompletedTask;
        };
        using var leaving = new CancellationTokenSource();
        var first = _client.GetAsync(new Uri(Page, UriKind.Relative), leaving.Token);
        await _gate.Started();
        await leaving.CancelAsync();
        _gate.Open();

        Assert.False(await seen.Task);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Get_RenderFails_IsAnErrorPageThatIsNotStored()
    {
        _gate.OnRender = static _ => throw new InvalidOperationException("a fault that the test makes");
        var failed = await _client.Get(Page);
        _gate.OnRender = null;
        var next = await _client.Get(Page);

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.True(failed.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("a fault that the test makes", await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Get_ContentChangesDuringTheRender_OldPageIsNotServedAfterwards()
    {
        _gate.Close();
        var old = _client.Get(Page);
        await _gate.Started();
        _folder.WithPage("page.md", "title: Une page", "Seconde version.");
        _site.Reload();
        _gate.Open();
        await old;

        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("Seconde version", Encoding.UTF8.GetString(await Bytes(await _client.Get(Page))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_RequestBegunBeforeASwap_SeesOneSnapshot()
    {
        _gate.Close();
        var old = _client.Get(Page);
        await _gate.Started();
        _folder.WithPage("page.md", "title: Titre neuf\neleventyNavigation:\n  key: neuf", "Seconde version.");
        _site.Reload();
        _gate.Open();

        var page = Html.Parse(Encoding.UTF8.GetString(await Bytes(await old)));
        Assert.Equal("Une page", page.QuerySelector("h1")!.Text());
        Assert.DoesNotContain("neuf", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_ChangedContent_ChangesTheETag()
    {
        var before = (await _client.Get(Page)).Headers.ETag!;
        _folder.WithPage("page.md", "title: Une page", "Seconde version.");
        _site.Reload();

        Assert.NotEqual(before, (await _client.Get(Page)).Headers.ETag);
    }

    [Fact]
    public async Task Reload_OtherPageChanged_KeepsTheETagOfThisOne()
    {
        var before = (await _client.Get(Page)).Headers.ETag!;
        _folder.WithPage("autre.md", "title: Autre page", "Un autre texte.");
        _site.Reload();

        Assert.Equal(before, (await _client.Get(Page)).Headers.ETag);
    }

    private static Task<byte[]> Bytes(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static string Sorted(string list) => string.Join(", ", list.Split(", ").Order(StringComparer.Ordinal));

    private static string Decode(byte[] body, string? coding)
    {
        using var bytes = new MemoryStream(body);
        using Stream plain = coding switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
