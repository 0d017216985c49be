using BenchmarkDotNet.Attributes;
using PlansWeb.Navigation;
using PlansWeb.Search;
using PlansWeb.Store;

namespace PlansWeb.Benchmarks;

/// <summary>What is derived from 10,000 pages, and asked of it.</summary>
[InProcess]
[MemoryDiagnoser]
public class SnapshotBenchmarks
{
    private const int Pages = 10_000;

    private Content _content = null!;
    private SearchIndex _index = null!;

    /// <summary>Loads the pages and indexes their words.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        using var folder = new MadeContent(Pages);
        _content = folder.Load();
        _index = (SearchIndex)new SearchIndexBuilder().Build(_content, []);
        await _index.Prepare();
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

    private async Task<int> Search(string text) => (await _index.Search(SearchQuery.Parse(text), 1)).Total;
}
