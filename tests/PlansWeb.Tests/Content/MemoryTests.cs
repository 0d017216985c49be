using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>What a site takes of its process. Alone, because collections and memory are those of the whole process.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    [Fact]
    public async Task Watch_FirstQuietMoment_StopsNoReaderForACollection()
    {
        using var folder = new SiteBuilder().WithPage("page.md", "title: Page");
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var site = new Site(folder.Root, builder => builder.UseSetting("Content:Watch", "auto").ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        using var client = site.CreateClient();

        // What the start left is collected first: no collection but the site's own is due.
        GC.Collect();
        var blocking = GC.GetGCMemoryInfo(GCKind.FullBlocking).Index;
        var all = GC.CollectionCount(GC.MaxGeneration);

        while (GC.CollectionCount(GC.MaxGeneration) == all)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(3));
            await Task.Yield();
        }

        Assert.Equal(blocking, GC.GetGCMemoryInfo(GCKind.FullBlocking).Index);
    }

    [Fact]
    public async Task Get_FeedsOfManySections_StayBelowTheCeilingOfTheCache()
    {
        const int Sections = 60;
        const int Mebibyte = 1024 * 1024;
        using var folder = new SiteBuilder();
        for (var i = 0; i < Sections; i++)
        {
            folder.WithPage($"s{i}/index.md", $"title: Section {i}\ndate: 2022-04-01");
            for (var j = 0; j < 10; j++)
            {
                folder.WithPage($"s{i}/p{j}.md", $"title: Page {j}\ndate: 2022-04-01", string.Concat(Enumerable.Repeat($"Une phrase assez courte de la page {j}.\n\n", 600)));
            }
        }

        using var site = PublicSite.Over(folder, static builder => builder.UseSetting("Cache:SizeLimitMb", "1"));
        using var client = site.CreateClient();
        await client.Get("/s0/");
        await site.Store.Current.Rendering.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Feeds(5);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var bytes = await Feeds(Sections);

        Assert.InRange(bytes, 10 * Mebibyte, long.MaxValue);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, bytes / 2);

        async Task<long> Feeds(int count)
        {
            var length = 0L;
            for (var i = 0; i < count; i++)
            {
                length += (await client.GetByteArrayAsync($"/feed/s{i}/feed.xml", TestContext.Current.CancellationToken)).Length;
            }

            return length;
        }
    }
}
