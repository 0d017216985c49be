using System.Diagnostics;
using System.Globalization;
using PlansWeb.Navigation;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Loading;

/// <summary>Alone, because what is allocated is counted for the whole process.</summary>
[CollectionDefinition(nameof(ContentScaleTests), DisableParallelization = true)]
[Collection(nameof(ContentScaleTests))]
public sealed class ContentScaleTests(ITestOutputHelper output)
{
    [Fact]
    public void Load_TenThousandPages_GrowsInProportion()
    {
        _ = Measure(200);
        var small = Measure(1_000);
        var large = Measure(10_000);

        output.WriteLine("pages   ms    allocated MB   kept MB");
        output.WriteLine(small.Line);
        output.WriteLine(large.Line);
        Assert.InRange(large.Allocated / 10.0 / small.Allocated, 0.5, 1.5);
        Assert.InRange(large.Kept / 10.0 / small.Kept, 0.5, 1.5);
    }

    private static Measured Measure(int pages)
    {
        using var site = new SiteBuilder().With("_data/metadata.json", """{ "title": "Site" }""").With("posts/posts.json", """{ "tags": ["posts"] }""")
            .With("_includes/layouts/page.njk", "---\nlang: fr\n---\n");
        for (var i = 0; i < pages; i++)
        {
            site.WithPage($"posts/page-{i:D5}.md",
                $"layout: layouts/page.njk\ntitle: \"Page {i}\"\ndate: 2022-04-{(i % 28) + 1:D2}\ntags: [t{i % 10}]\neleventyNavigation:\n  key: k{i}\n  parent: k{i / 10 - (i < 10 ? 1 : 0)}\n  order: {i}",
                $"## Titre {i}\n\nLe site {{{{ metadata.title }}}} a **{i}** pages, voir [la page](/posts/page-{i / 2:D5}/) et exemple.fr.\n\n- un\n- deux\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        }

        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var snapshot = site.Load();
        clock.Stop();
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - held;
        Assert.Equal(pages, snapshot.Pages.Count);
        Assert.NotNull(snapshot.Part<NavigationTree>().NodeOf(snapshot.Pages[^1]));
        return new Measured(pages, clock.Elapsed.TotalMilliseconds, allocated, kept);
    }

    private sealed record Measured(int Pages, double Milliseconds, long Allocated, long Kept)
    {
        public string Line => string.Create(CultureInfo.InvariantCulture, $"{Pages,6} {Milliseconds,6:F0} {Allocated / 1e6,12:F1} {Kept / 1e6,10:F1}");
    }
}
