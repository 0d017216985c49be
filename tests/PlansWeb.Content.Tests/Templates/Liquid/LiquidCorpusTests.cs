using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Tests.Templates.Liquid;

/// <summary>The Liquid of the old site, against what its own generator made of it.</summary>
public sealed partial class LiquidCorpusTests
{
    private static readonly string? s_corpus = Find();

    [Fact]
    public void Render_EveryLiquidPageOfTheCorpus_GivesTheGeneratorsValues()
    {
        if (s_corpus is null)
        {
            const string Absent = "../shared/corpus is not beside the repository: there is nothing to compare with.";
            Assert.False(Environment.GetEnvironmentVariable("PLANSWEB_TESTS") == "all", Absent);
            Assert.Skip(Absent);
        }

        var metadata = ToPlain(JsonDocument.Parse(File.ReadAllText(Path.Combine(s_corpus, "content/_data/metadata.json"))).RootElement);
        var pages = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_corpus, "reference/pages.json"))).RootElement.EnumerateArray()
            .Where(page => page.GetProperty("usesLiquid").GetBoolean()).ToList();
        var uses = 0;
        foreach (var page in pages)
        {
            var parts = FrontMatter().Match(File.ReadAllText(Path.Combine(s_corpus, "content", page.GetProperty("input").GetString()!)));
            var data = Scalar().Matches(parts.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, object? (m) => m.Groups[2].Value.Trim('"'));
            data["metadata"] = metadata;
            var context = new LiquidContext(data, LiquidSite.Page, LiquidContext.NoCollections);
            var body = parts.Groups[2].Value;

            var rendered = LiquidSite.Render(body, out var problems, context: context);

            Assert.Empty(problems);
            Assert.DoesNotContain("{{", rendered, StringComparison.Ordinal);
            Assert.Equal(body.Count(c => c == '\n'), rendered.Count(c => c == '\n'));
            var html = WebUtility.HtmlDecode(page.GetProperty("html").GetString()!);
            foreach (Match use in Use().Matches(body))
            {
                uses++;
                var value = use.Groups[1].Value.Split('.').Aggregate((object?)data, (map, key) => ((IReadOnlyDictionary<string, object?>)map!)[key])!.ToString()!;
                Assert.Contains(value, rendered, StringComparison.Ordinal);
                Assert.Contains(value, html, StringComparison.Ordinal);
            }
        }

        Assert.Equal((10, 22), (pages.Count, uses));
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PlansWeb.sln")))
            {
                var corpus = Path.Combine(folder.FullName, "..", "shared", "corpus", "minumeco-2022");
                return Directory.Exists(corpus) ? corpus : null;
            }
        }

        return null;
    }

    private static object? ToPlain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => ToPlain(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(ToPlain).ToArray(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => element.GetString(),
    };

    [GeneratedRegex(@"^---\n(.*?)\n---\n(.*)$", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^(\w+): *(.+)$", RegexOptions.Multiline)]
    private static partial Regex Scalar();

    [GeneratedRegex(@"\{\{ *([\w.]+) *\}\}")]
    private static partial Regex Use();
}
