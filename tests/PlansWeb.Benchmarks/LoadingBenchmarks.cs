using BenchmarkDotNet.Attributes;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Benchmarks;

/// <summary>One page of 5.5 kB on its way from the file to HTML.</summary>
[MemoryDiagnoser]
public class LoadingBenchmarks
{
    private const string File = "page.md";

    private readonly MarkdownRenderer _renderer = new(typographer: true);
    private string _text = "";
    private string _body = "";

    /// <summary>Reads the page.</summary>
    [GlobalSetup]
    public void Setup()
    {
        using var content = new MadeContent(10);
        _text = System.IO.File.ReadAllText(Directory.EnumerateFiles(content.Folder, "page-1.md", SearchOption.AllDirectories).Single());
        _body = FrontMatterParser.Parse(_text, File, new DiagnosticLog(File, _text)).Body;
    }

    /// <summary>The front matter.</summary>
    [Benchmark]
    public object FrontMatter() => FrontMatterParser.Parse(_text, File, new DiagnosticLog(File, _text));

    /// <summary>The Markdown.</summary>
    [Benchmark]
    public object Markdown() => _renderer.Render(_body, 1, new DiagnosticLog(File, _text));
}
