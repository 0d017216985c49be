using System.Diagnostics;
using AngleSharp.Html.Parser;
using PlansWeb.Content.Html;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>The sanitizer on a whole real site: nothing dangerous stays, nothing visible goes.</summary>
public sealed class CorpusSafetyTests(CorpusSite corpus, ITestOutputHelper output) : IClassFixture<CorpusSite>
{
    [Fact]
    public void Load_Corpus_HasNothingThatRuns()
    {
        var faults = corpus.Snapshot.Pages.SelectMany(page => Safety.Faults(page.Body.Value).Select(fault => $"{page.SourcePath}: {fault}")).ToArray();

        Assert.Empty(faults);
        output.WriteLine(string.Join('\n', corpus.Snapshot.Problems.GroupBy(problem => problem.Rule.Id).Select(rule => $"{rule.Key}: {rule.Count()}")));
        string[] expected = ["html-retire", "script-retire", "style-retire", "video-en-lien"];
        Assert.Equal(expected, corpus.Snapshot.Problems.Select(problem => problem.Rule.Id).Where(expected.Contains).Distinct().Order());
        Assert.All(corpus.Snapshot.Problems.Where(problem => expected.Contains(problem.Rule.Id)), problem => Assert.True(problem.Line > 0, problem.Message));
    }

    [Fact]
    public void Sanitize_Corpus_LosesNoText()
    {
        var renderer = new MarkdownRenderer(typographer: false);
        var sanitizer = new BodySanitizer([]);
        var differences = new List<string>();
        var (pages, ticks, bytes) = (0, 0L, 0L);
        foreach (var path in Directory.EnumerateFiles(CorpusSite.Content, "*.md", SearchOption.AllDirectories))
        {
            var markdown = File.ReadAllText(path);
            var problems = new DiagnosticLog(path, markdown);
            var rendered = renderer.Render(markdown, 1, problems);
            if (!rendered.HasRawHtml)
            {
                continue;
            }

            var start = Stopwatch.GetTimestamp();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var safe = sanitizer.Sanitize(rendered.Html, markdown, 1, problems).Html;
            if (pages++ > 0)
            {
                ticks += Stopwatch.GetTimestamp() - start;
                bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
            }

            if (VisibleText(rendered.Html) != VisibleText(safe))
            {
                differences.Add(path);
            }
        }

        output.WriteLine($"{pages} pages with raw HTML, {Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds / (pages - 1):F2} ms and {bytes / (pages - 1) / 1024} kB each");
        Assert.Empty(differences);
        Assert.True(pages > 20);
    }

    private static string VisibleText(string html)
    {
        using var document = new HtmlParser().ParseDocument("<body>" + html);
        foreach (var element in document.QuerySelectorAll("script, style, iframe, ." + SanitizerPass.VideoClass))
        {
            element.Remove();
        }

        return string.Concat(document.Body!.TextContent.Where(c => !char.IsWhiteSpace(c)));
    }
}
