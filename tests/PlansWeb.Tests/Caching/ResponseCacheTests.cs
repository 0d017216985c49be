using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Caching;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching;

/// <summary>The bytes that are kept in memory: what is answered from them, their ceiling, and the smaller bytes that come later.</summary>
public sealed class ResponseCacheTests : IDisposable
{
    private const string Page = "/page/";
    private const string Brotli = "br";

    private readonly SmallSite _site = new(new SiteBuilder()
        .WithPage("page.md", "title: Une page", string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"Paragraphe {i} : un texte qui se répète, {i * 7919 % 101} fois sur {i + 100}.")))
        .WithPage("autre.md", "title: Autre page"));

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Get_Again_IsAnsweredWithTheSameHeaders()
    {
        var first = await _site.Client.Get(Page);
        var second = await _site.Client.Get(Page);

        Assert.Equal(1, _site.Gate.Renders);
        Assert.Equal(["PlansWeb; hit"], second.Headers.GetValues("Cache-Status"));
        Assert.Equal(Headers(first), Headers(second));
    }

    [Theory]
    [InlineData(Page, "text/markdown", "text/markdown")]
    [InlineData("/?vue=complete", "*/*", "text/html")]
    public async Task Get_Variant_IsNotThePageAndIsKeptToo(string path, string accept, string type)
    {
        await _site.Client.Get(Page);
        await _site.Client.Get("/");
        var renders = _site.Gate.Renders;

        foreach (var status in new[] { "PlansWeb; fwd=miss", "PlansWeb; hit" })
        {
            var variant = await _site.Client.Get(path, ("Accept", accept));
            Assert.Equal(type, variant.Content.Headers.ContentType!.MediaType);
            Assert.Equal([status], variant.Headers.GetValues("Cache-Status"));
        }

        Assert.Equal(renders + 1, _site.Gate.Renders);
    }

    [Fact]
    public async Task Get_RequestThatMissedBeforeAnotherRendered_TakesWhatThatOneKept()
    {
        var store = new SlowFirstLookup();
        using var site = new Site(_site.Folder.Root, builder =>
        {
            _site.Gate.Install(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IOutputCacheStore>(store));
        });
        using var client = site.CreateClient();

        var early = client.Get(Page);
        await store.IsAsked.Task;
        site.Services.GetRequiredService<ResponseCache>().Put(
            new ResponseKey(Page, ContentCoding.Identity),
            new CachedResponse(new HeaderDictionary { ["Content-Type"] = "text/plain" }, "rendered by another"u8.ToArray()) { ETag = "\"another\"", Version = site.Store.Current.Version });
        store.Answer.SetResult();

        var answer = await early;
        Assert.Equal("rendered by another", await answer.Text());
        Assert.Equal(["PlansWeb; hit"], answer.Headers.GetValues("Cache-Status"));
        Assert.Equal(0, _site.Gate.Renders);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task Get_MorePagesThanThereIsRoomFor_StaysBelowTheCeilingAndAnswersAll(string coding)
    {
        const int Pages = 120;
        using var folder = new SiteBuilder();
        for (var i = 0; i < Pages; i++)
        {
            // Text that no compressor makes much of.
            folder.WithPage($"p{i}.md", $"title: Page {i}", string.Join("\n\n", Enumerable.Range(0, 300).Select(j => Convert.ToHexString(SHA256.HashData([(byte)i, (byte)j, (byte)(j >> 8)])))));
        }

        using var site = new Site(folder.Root, builder => builder.UseSetting("Cache:SizeLimitMb", "1"));
        using var client = site.CreateClient();
        using var measurements = new Measurements(site);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < Pages; i++)
            {
                var page = await client.Get($"/p{i}/", ("Accept-Encoding", coding));
                Assert.Contains($"<h1>Page {i}</h1>", await page.DecodedText(), StringComparison.Ordinal);
                Assert.InRange(measurements.Now("plansweb.cache.memory"), 1, 1024 * 1024);
            }
        }
    }

    [Theory]
    [InlineData("/page/")]
    [InlineData("/api/pages.json")]
    public async Task Get_ADayLater_IsMadeAnew(string path)
    {
        var clock = new FakeTimeProvider();
        using var site = new Site(_site.Folder.Root, builder => builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        using var client = site.CreateClient();
        await client.Get(path);
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(["PlansWeb; hit"], (await client.Get(path)).Headers.GetValues("Cache-Status"));

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["PlansWeb; fwd=miss"], (await client.Get(path)).Headers.GetValues("Cache-Status"));
    }

    [Fact]
    public async Task Reload_ChangedContent_NothingOfTheOldIsSent()
    {
        await _site.Client.Get(Page);
        await _site.Client.Get(Page);
        _site.Folder.WithPage("page.md", "title: Une page", "Seconde version.");
        _site.Reload();

        Assert.Contains("Seconde version", await (await _site.Client.Get(Page)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAWhile_HasFewerBytesOfTheSamePage()
    {
        var hasty = await _site.Client.Get(Page, ("Accept-Encoding", Brotli));
        var small = await Smaller(hasty);

        Assert.True((await small.Bytes()).Length < (await hasty.Bytes()).Length);
        Assert.NotEqual(hasty.Headers.ETag, small.Headers.ETag);
        Assert.Equal(await Content(hasty), await Content(small));
        Assert.Equal(1, _site.Gate.Renders);

        // Whoever has the page already does not load it again for that.
        var known = await _site.Client.Get(Page, ("Accept-Encoding", Brotli), ("If-None-Match", hasty.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(hasty.Headers.ETag, known.Headers.ETag);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Reload_OtherPageChanged_TheSmallBytesAndTheirNameStay(int changes)
    {
        var hasty = await _site.Client.Get(Page, ("Accept-Encoding", Brotli));
        var small = await Smaller(hasty);
        for (var i = 0; i < changes; i++)
        {
            _site.Folder.WithPage("autre.md", "title: Autre page", $"Un autre texte : {i}.");
            _site.Reload();
        }

        var first = await _site.Client.Get(Page, ("Accept-Encoding", Brotli));
        Assert.Equal(["PlansWeb; fwd=miss"], first.Headers.GetValues("Cache-Status"));
        Assert.Equal(small.Headers.ETag, first.Headers.ETag);
        Assert.Equal(await small.Bytes(), await first.Bytes());
        Assert.Equal(HttpStatusCode.NotModified, (await _site.Client.Get(Page, ("Accept-Encoding", Brotli), ("If-None-Match", hasty.Headers.ETag!.Tag))).StatusCode);
    }

    [Fact]
    public async Task Reload_ThisPageChanged_TheSmallBytesOfTheOldOneAreNotTaken()
    {
        await Smaller(await _site.Client.Get(Page, ("Accept-Encoding", Brotli)));
        _site.Folder.WithPage("page.md", "title: Une page", "Seconde version.");
        _site.Reload();

        Assert.Contains("Seconde version", await (await _site.Client.Get(Page, ("Accept-Encoding", Brotli))).DecodedText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhileReadersKeepAsking_NothingIsCompressedAgain()
    {
        var clock = new FakeTimeProvider();
        using var site = new Site(_site.Folder.Root, builder => builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        using var client = site.CreateClient();
        var hasty = await client.Get(Page, ("Accept-Encoding", Brotli));
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(hasty.Headers.ETag, (await client.Get(Page, ("Accept-Encoding", Brotli))).Headers.ETag);
        }

        await Smaller(hasty, client, () => clock.Advance(TimeSpan.FromMilliseconds(100)));
    }

    private Task<HttpResponseMessage> Smaller(HttpResponseMessage hasty) => Smaller(hasty, _site.Client, static () => { });

    private static async Task<HttpResponseMessage> Smaller(HttpResponseMessage hasty, HttpClient client, Action wait)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            wait();
            var response = await client.Get(Page, ("Accept-Encoding", Brotli));
            if (!response.Headers.ETag!.Equals(hasty.Headers.ETag))
            {
                return response;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string Headers(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Cache-Status" or "Date")).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));

    // What the page is about: the weight in the footer is that of its own bytes.
    private static async Task<string> Content(HttpResponseMessage response) => Dom.Parse(await response.DecodedText()).QuerySelector("main")!.OuterHtml;

    // Keeps nothing, as without a shared cache. The first who asks has the answer when the test lets it come.
    private sealed class SlowFirstLookup : IOutputCacheStore
    {
        private int _lookups;

        public TaskCompletionSource IsAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _lookups) == 1)
            {
                IsAsked.SetResult();
                await Answer.Task;
            }

            return null;
        }

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
