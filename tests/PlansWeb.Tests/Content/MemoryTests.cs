using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>What a site takes of its process. Alone, because collections and memory are those of the whole process.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Rounds = 4;

    // The runtime may decide on a blocking collection of its own now and then; the site's would be one each time.
    [Fact]
    public async Task Watch_FirstQuietMoment_StopsNoReaderForACollection()
    {
        for (var round = 0; await IsBlocking(); round++)
        {
            Assert.True(round < Rounds, "each of the site's first collections stopped all threads");
        }

        static async Task<bool> IsBlocking()
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

            return GC.GetGCMemoryInfo(GCKind.FullBlocking).Index != blocking;
        }
    }

    // Pools of buffers grow at first; feeds that were kept would be there in each round.
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
        var grown = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var bytes = 0L;
            foreach (var section in Enumerable.Range(round * Sections / Rounds, Sections / Rounds))
            {
                bytes += (await client.GetByteArrayAsync($"/feed/s{section}/feed.xml", TestContext.Current.CancellationToken)).Length;
            }

            Assert.InRange(bytes, 4 * Mebibyte, long.MaxValue);
            grown.Add((double)(GC.GetTotalMemory(forceFullCollection: true) - before) / bytes);
        }

        Assert.Contains(grown, static share => share < 0.5);
    }
}
