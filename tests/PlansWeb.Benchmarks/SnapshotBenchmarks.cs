using BenchmarkDotNet.Attributes;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;

namespace PlansWeb.Benchmarks;

/// <summary>What is derived from 10,000 pages, and asked of it.</summary>
[MemoryDiagnoser]
public class SnapshotBenchmarks
{
    private const int Pages = 10_000;

    private SiteContent _content = null!;
    private SearchIndex _index = null!;
    private NearestPages _nearest = null!;

    /// <summary>Loads the pages and indexes their words.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        using var folder = new MadeContent(Pages);
        _content = folder.Load();
        _index = (SearchIndex)new SearchIndexBuilder().Build(_content, []);
        await _index.Prepare();
        _nearest = (NearestPages)new NearestPagesBuilder().Build(_content, []);
        _nearest.Prepare();
    }

    /// <summary>The menus.</summary>
    [Benchmark]
    public object Navigation() => new NavigationBuilder().Build(_content, []);

    /// <summary>A search for words that nearly all pages have.</summary>
    [Benchmark]
    public Task<int> CommonWords() => Search("matériel mesure");

    /// <summary>A search for a word that one page has.</summary>
    [Benchmark]
    public Task<int> RareWord() => Search("4793");

    /// <summary>A search for one word that many pages have.</summary>
    [Benchmark]
    public Task<int> OneWord() => Search("reconditionné");

    /// <summary>A search for a whole sentence.</summary>
    [Benchmark]
    public Task<int> FiveWords() => Search("mesure poids pages agents trimestre");

    /// <summary>A search for a word that no page has, with a slip in it: the right one is looked for too.</summary>
    [Benchmark]
    public Task<int> MisspeltWord() => Search("recondtionné");

    /// <summary>The pages that an unknown address may have meant.</summary>
    [Benchmark]
    public object UnknownAddress() => _nearest.Find("/theme-3/section-43/page-4793-ancienne/");

    private async Task<int> Search(string text) => (await _index.Search(SearchQuery.Parse(text), 1)).Total;
}
