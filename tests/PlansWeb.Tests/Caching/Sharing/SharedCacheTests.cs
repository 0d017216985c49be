using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlansWeb.Caching.Sharing;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching.Sharing;

/// <summary>Several replicas and a real Redis between them: what they share, what they never do, and what readers notice of its faults: nothing.</summary>
public sealed class SharedCacheTests : IAsyncLifetime
{
    private const int Pages = 300;

    private readonly SiteBuilder _folder = new();
    private readonly RedisServer _redis = new();
    private readonly List<Replica> _replicas = [];

    public SharedCacheTests()
    {
        for (var i = 0; i < Pages; i++)
        {
            _folder.WithPage($"p{i}.md", $"title: Page {i}");
        }
    }

    public async ValueTask InitializeAsync() => await _redis.Start();

    public ValueTask DisposeAsync()
    {
        _replicas.ForEach(replica => replica.Dispose());
        _redis.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Get_PageThatAnotherReplicaRendered_IsNotRenderedAgain()
    {
        var first = await Replica();
        var second = await Replica();

        await first.Get("/p0/");
        await _redis.Pages(1);
        var answer = await second.Client.Get("/p0/");

        Assert.Equal(["PlansWeb; hit"], answer.Headers.GetValues("Cache-Status"));
        Assert.Equal((1, 0), (first.Renders, second.Renders));
        Assert.Equal(1, second.Measurements.Sum("plansweb.cache.lookups", "shared"));

        // The copy in memory serves the next ones.
        await second.Get("/p0/");
        Assert.Equal(1, second.Measurements.Sum("plansweb.cache.lookups", "memory"));
        Assert.Equal(1, second.Measurements.Now("plansweb.cache.shared.state"));
    }

    [Theory]
    [InlineData("Site:Url", "https://autre.example.fr")]
    [InlineData("Site:Contact", "contact@example.fr")]
    [InlineData("Content:FrameHosts:0", "video.example.fr")]
    [InlineData("Cache:SharedMaxAge", "60")]
    [InlineData("environment", "Staging")]
    public async Task Get_ReplicaWithOtherSettings_SharesNothing(string key, string value)
    {
        var first = await Replica();
        var second = await Replica(configure: builder => builder.UseSetting(key, value));

        await first.Get("/p0/");
        await _redis.Pages(1);
        await second.Get("/p0/");

        Assert.Equal(1, second.Renders);
        await _redis.Pages(2);
    }

    [Fact]
    public async Task Get_ReplicaWithOtherContent_SharesNothing()
    {
        using var other = new SiteBuilder().WithPage("p0.md", "title: Page 0", "Un autre texte.");
        var first = await Replica();
        var second = await Replica(other.Root);

        await first.Get("/p0/");
        await _redis.Pages(1);
        await second.Get("/p0/");

        Assert.Equal(1, second.Renders);
    }

    [Theory]
    [InlineData("paused")]
    [InlineData("killed")]
    public async Task Get_WhileRedisIsGone_ReadersNoticeNothingAndItComesBack(string fault)
    {
        var replica = await Replica(isPatient: false);
        await replica.Get("/p0/");
        await _redis.Pages(1);
        var change = replica.Measurements.Sum("plansweb.cache.shared.changes");

        if (fault == "paused")
        {
            _redis.Pause();
        }
        else
        {
            _redis.Kill();
        }

        // Pages that nobody has rendered: each would have to ask. The first ones wait for the store, the rest do not.
        var waits = replica.Waits;
        for (var i = 1; i < Pages; i++)
        {
            await replica.Get($"/p{i}/");
        }

        Assert.InRange(replica.Waits - waits, 0, SharedCache.FewestFailures + 1);
        Assert.Equal(SharedState.Away, replica.Cache.State);
        Assert.Equal(200, (int)(await replica.Client.Get("/health/ready")).StatusCode);
        Assert.Single(replica.SharedLines, line => line.Contains("away", StringComparison.Ordinal));
        Assert.Equal(change + 1, replica.Measurements.Sum("plansweb.cache.shared.changes"));
        Assert.Equal(2, replica.Measurements.Now("plansweb.cache.shared.state"));

        if (fault == "paused")
        {
            _redis.Resume();
        }
        else
        {
            await _redis.Start();
        }

        await replica.Becomes(SharedState.InUse);
        Assert.Equal(2, replica.SharedLines.Count(line => line.Contains("in use", StringComparison.Ordinal)));
        Assert.DoesNotContain(replica.Log.All, line => line.Level >= LogLevel.Warning && line.Category.StartsWith("PlansWeb.Caching", StringComparison.Ordinal) && !line.Text.Contains("away", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_RedisAbsent_ReadyAtOnceAndUsesItWhenItComes()
    {
        _redis.Kill();
        var replica = new Replica(_folder.Root, _redis.ConnectionString, isPatient: false);
        _replicas.Add(replica);

        Assert.Equal(200, (int)(await replica.Client.Get("/health/ready")).StatusCode);
        await replica.Get("/p0/");
        await replica.Becomes(SharedState.Away);

        await _redis.Start();
        await replica.Becomes(SharedState.InUse);
        await replica.Get("/p1/");
        await _redis.Pages(1);
    }

    [Fact]
    public async Task Get_AfterFlush_RendersAgain()
    {
        var first = await Replica();
        var second = await Replica();
        await first.Get("/p0/");
        await _redis.Pages(1);

        await (await _redis.Administer()).FlushAllDatabasesAsync();
        await second.Get("/p0/");

        Assert.Equal(1, second.Renders);
        await _redis.Pages(1);
    }

    [Fact]
    public async Task Get_RedisFull_ReadersNoticeNothingAndItComesBack()
    {
        var replica = await Replica();
        var server = await _redis.Administer();

        await server.ConfigSetAsync("maxmemory", "1");
        await replica.Becomes(SharedState.Away);
        await replica.Get("/p0/");
        Assert.Contains("OOM", Assert.Single(replica.SharedLines, line => line.Contains("away", StringComparison.Ordinal)), StringComparison.Ordinal);

        await server.ConfigSetAsync("maxmemory", "0");
        await replica.Becomes(SharedState.InUse);
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("cut")]
    [InlineData("swapped")]
    [InlineData("empty")]
    [InlineData("huge")]
    [InlineData("forged")]
    public async Task Get_ValueThatIsNoPage_IsAMissThatIsCounted(string fault)
    {
        var first = await Replica();
        await first.Get("/p0/");
        await first.Get("/p1/");
        var keys = await _redis.Pages(2);
        var database = await _redis.Database();
        byte[] own = (await database.StringGetAsync(keys[0]))!;
        byte[] other = (await database.StringGetAsync(keys[1]))!;
        for (var i = 0; i < keys.Length; i++)
        {
            await database.StringSetAsync(keys[i], fault switch
            {
                "rubbish" => Encoding.UTF8.GetBytes(new string('x', 10_000)),
                "cut" => (i == 0 ? own : other)[..^100],
                "swapped" => i == 0 ? other : own,
                "huge" => new byte[SharedCache.LargestEntry + 1],
                "forged" => Reseal(keys[i].ToString(), i == 0 ? own : other),
                _ => [],
            });
        }

        var second = await Replica();
        await second.Get("/p0/");
        await second.Get("/p1/");

        Assert.Equal(2, second.Renders);
        Assert.Equal(2, second.Measurements.Sum("plansweb.cache.shared.damaged"));
    }

    // A whole entry under its own key, by somebody who does not know the secret.
    private static byte[] Reseal(string key, byte[] bytes)
    {
        const string Marker = ":page:";
        var own = key[(key.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..];
        return SealedPage.Open(own, new byte[SharedCacheOptions.FewestKeyBytes], bytes)!.Seal(own, "somebody else's, of 32 bytes or more"u8.ToArray());
    }

    [Fact]
    public async Task Start_NeitherKeyNorPassword_IsNotUsedAndSaysSo()
    {
        using var replica = new Replica(_folder.Root, _redis.ConnectionString, builder => builder.UseSetting("Cache:Key", ""));

        await replica.Get("/p0/");

        Assert.Contains("Cache:Key", Assert.Single(replica.SharedLines), StringComparison.Ordinal);
        Assert.Equal(SharedState.Connecting, replica.Cache.State);
    }

    [Fact]
    public async Task Get_KeyOfAnotherKind_IsAMiss()
    {
        var first = await Replica();
        await first.Get("/p0/");
        var key = Assert.Single(await _redis.Pages(1));
        var database = await _redis.Database();
        await database.KeyDeleteAsync(key);
        await database.ListLeftPushAsync(key, "x");

        var second = await Replica();
        await second.Get("/p0/");

        Assert.Equal(1, second.Renders);
    }

    [Fact]
    public async Task Get_ServerThatIsNoRedis_ReadersNoticeNothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var stop = TestContext.Current.CancellationToken;
        _ = Task.Run(
            async () =>
            {
                for (; ; )
                {
                    var client = await listener.AcceptTcpClientAsync(stop);
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n" + new string('z', 10_000)), stop);
                }
            },
            stop);
        var replica = new Replica(_folder.Root, $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", isPatient: false);
        _replicas.Add(replica);

        await replica.Becomes(SharedState.Away);
        await replica.Get("/p0/");
        Assert.Single(replica.SharedLines);
    }

    [Fact]
    public async Task Reload_OtherContent_EvictsTheOldPages()
    {
        var replica = await Replica();
        await replica.Get("/p0/");
        var old = Assert.Single(await _redis.Pages(1));

        _folder.WithPage("p0.md", "title: Page 0", "Une autre version.");
        replica.Site.Reload();
        await _redis.Pages(0);
        await replica.Get("/p0/");

        Assert.NotEqual(old, Assert.Single(await _redis.Pages(1)));
    }

    [Fact]
    public async Task EvictByTag_RedisKilled_ThrowsNothing()
    {
        var replica = await Replica();
        _redis.Kill();

        await replica.Site.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync("content:x", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Set_PageTooLarge_IsNotShared()
    {
        var replica = await Replica();
        var store = replica.Site.Services.GetRequiredService<IOutputCacheStore>();
        var stop = TestContext.Current.CancellationToken;

        await store.SetAsync("large", new byte[SharedCache.LargestEntry], [], TimeSpan.FromMinutes(1), stop);
        await store.SetAsync("small", new byte[100], [], TimeSpan.FromMinutes(1), stop);

        Assert.EndsWith("small", Assert.Single(await _redis.Pages(1)).ToString(), StringComparison.Ordinal);
        Assert.Null(await store.GetAsync("large", stop));
    }

    [Fact]
    public async Task Get_Entries_ExpireByThemselves()
    {
        var replica = await Replica();
        await replica.Get("/p0/");
        var key = Assert.Single(await _redis.Pages(1));

        Assert.InRange((await (await _redis.Database()).KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromHours(1), TimeSpan.FromDays(1));
    }

    private async Task<Replica> Replica(string? content = null, Action<IWebHostBuilder>? configure = null, bool isPatient = true)
    {
        var replica = new Replica(content ?? _folder.Root, _redis.ConnectionString, configure, isPatient);
        _replicas.Add(replica);
        await replica.Becomes(SharedState.InUse);
        return replica;
    }
}
