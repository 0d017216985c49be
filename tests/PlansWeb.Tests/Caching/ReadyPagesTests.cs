using System.Net;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Caching;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching;

/// <summary>Answers that are ready in front of the output cache, and the smaller bytes that come later.</summary>
public sealed class ReadyPagesTests : IDisposable
{
    private const string Page = "/page/";
    private const string Brotli = "br";

    private readonly SmallSite _site = new(new SiteBuilder()
        .WithPage("page.md", "title: Une page", string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"Paragraphe {i} : un texte qui se répète, {i * 7919 % 101} fois sur {i + 100}.")))
        .WithPage("autre.md", "title: Autre page"));

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Get_TheStoreForgotThePage_IsAnsweredWithTheSameHeaders()
    {
        var first = await _site.Client.Get(Page);
        await Forget();
        var ready = await _site.Client.Get(Page);

        Assert.Equal(1, _site.Gate.Renders);
        Assert.Equal(["PlansWeb; hit"], ready.Headers.GetValues("Cache-Status"));
        Assert.Equal(Headers(first), Headers(ready));
    }

    [Fact]
    public async Task Get_AnotherQueryOrVariant_IsNotTheReadyPage()
    {
        await _site.Client.Get(Page);
        await Forget();

        await _site.Client.Get(Page + "?x=1");
        Assert.Equal(2, _site.Gate.Renders);
        var markdown = await _site.Client.Get(Page, ("Accept", "text/markdown"));
        Assert.Equal("text/markdown", markdown.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Reload_ChangedContent_NoReadyPageIsLeft()
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

    [Fact]
    public async Task Reload_OtherPageChanged_TheSmallBytesAndTheirNameStay()
    {
        var small = await Smaller(await _site.Client.Get(Page, ("Accept-Encoding", Brotli)));
        _site.Folder.WithPage("autre.md", "title: Autre page", "Un autre texte.");
        _site.Reload();

        var first = await _site.Client.Get(Page, ("Accept-Encoding", Brotli));
        Assert.Equal(["PlansWeb; fwd=miss"], first.Headers.GetValues("Cache-Status"));
        Assert.Equal(small.Headers.ETag, first.Headers.ETag);
        Assert.Equal(await small.Bytes(), await first.Bytes());
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

    private ValueTask Forget() => _site.Host.Services.GetRequiredService<IOutputCacheStore>()
        .EvictByTagAsync(PageCachePolicy.Tag(_site.Host.Store.Current.Version), TestContext.Current.CancellationToken);

    private static string Headers(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Cache-Status" or "Date")).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));

    // What the page is about: the weight in the footer is that of its own bytes.
    private static async Task<string> Content(HttpResponseMessage response) => Dom.Parse(await response.DecodedText()).QuerySelector("main")!.OuterHtml;
}
