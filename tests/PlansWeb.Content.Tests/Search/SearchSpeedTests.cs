using System.Diagnostics;

namespace PlansWeb.Content.Tests.Search;

/// <summary>What the search costs on ten thousand pages. The figures are printed; the bounds leave room for a busy machine.</summary>
[Trait("Lane", "Whole")]
public sealed class SearchSpeedTests
{
    private const int Rounds = 30;

    private static readonly string[] s_queries =
        ["numérique", "achats responsables", "réduire l’impact environnemental du numérique", "pr", "ordinateurs réparés", "numeriqe environement", "prasoti ba"];

    [Fact]
    public async Task Search_TenThousandPages_AllocatesLittle()
    {
        var pages = SearchPages.TenThousand();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = SearchPages.Index(pages);
        var clock = Stopwatch.StartNew();
        await index.Prepare();
        var build = clock.ElapsedMilliseconds;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        var (best, allocated) = (s_queries.ToDictionary(query => query, _ => TimeSpan.MaxValue), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var query in s_queries)
            {
                var bytes = GC.GetAllocatedBytesForCurrentThread();
                clock.Restart();
                await index.Search(query);
                best[query] = TimeSpan.FromTicks(Math.Min(best[query].Ticks, clock.Elapsed.Ticks));
                allocated = Math.Max(allocated, GC.GetAllocatedBytesForCurrentThread() - bytes);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{pages.Length} pages, {pages.Sum(page => page.Body.Value.Length) / 1000} kchars: built in {build} ms, {kept / 1_000_000} MB kept; "
            + $"queries {string.Join(", ", best.Values.Select(time => time.TotalMilliseconds.ToString("f1", System.Globalization.CultureInfo.InvariantCulture)))} ms, most allocated {allocated / 1000} kB");

        Assert.InRange(allocated, 0, 2_000_000);
    }
}
