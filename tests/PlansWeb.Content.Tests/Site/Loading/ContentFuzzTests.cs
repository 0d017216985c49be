using System.Text;
using CsCheck;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

/// <summary>Whatever editors drop: each file is a page or a problem, in bounded memory, and never an exception. Alone, because what is allocated on all threads of the loader is counted.</summary>
[CollectionDefinition(nameof(ContentFuzzTests), DisableParallelization = true)]
[Collection(nameof(ContentFuzzTests))]
[Trait("Lane", "Whole")]
public sealed class ContentFuzzTests
{
    private const int Files = 10_000;

    // Pieces that mean something to YAML, Liquid, Markdown or HTML, whole and broken, so that random texts reach every reader.
    private static readonly string[] s_pieces =
    [
        "---\n", "---", "title: ", "date: 2024-16-18\n", "permalink: /a/\n", "permalink: {{ x }}\n", "tags: [a, b\n", "eleventyNavigation:\n  key: ", "parent: ",
        "  order: 1\n", "draft: oui\n", "publishDate: 2026-01-01\n", "aliases: [/x/]\n", "layout: ../../x\n", "\t- x\n", "l'eau", "'", "\"", "&a ", "*a ", "<<: *a\n", "!x ",
        "{{ ", " }}", "{% for i in (1..9) %}", "{% endfor %}", "{% raw %}", "{% set a = 1 %}", "{% if", "collections.all", "| slugify", "\n\n", "\n", " ", "# ", "## ", "- ", "1. ",
        "> ", "```\n", "`", "**", "_", "~~", "[a](", "[", "]", "(", ")", "![", "<div>", "</div>", "<script>", "<b ", "<!--", "&nbsp;", "&#0;", "https://a.b/", "GreenIT.fr",
        "a@b.fr", "|a|b|\n|-|-|\n", ":::callout x\n", ":::\n", "????accordionsgroup\n", "??? x\n", "{.a #b}", "« ", " »", "...", "--", "é", "\u0301", "\u202E", "\uFEFF", "🌱", "\r\n",
        "\0", "\u0085", "mot", "un autre mot",
    ];

    private static readonly Gen<string> s_piece = Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]);

    private static readonly Gen<byte[]> s_file = Gen.Frequency(
        (6, s_piece.Array[0, 40].Select(pieces => Encoding.UTF8.GetBytes("---\ntitle: " + string.Concat(pieces)))),
        (3, s_piece.Array[0, 60].Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)))),
        (1, Gen.Byte.Array[0, 400]));

    [Fact]
    public void Load_TenThousandRandomFiles_GivesForEachAPageOrAProblem()
    {
        using var folder = new SiteBuilder();
        var number = 0;
        s_file.Sample(bytes => folder.With($"f{Interlocked.Increment(ref number)}.md", bytes), iter: Files, threads: 1);
        var before = GC.GetTotalAllocatedBytes();

        var content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(folder.Root);

        var allocated = GC.GetTotalAllocatedBytes() - before;
        var known = content.Pages.Select(page => page.SourcePath).Concat(content.Problems.Select(problem => problem.File)).ToHashSet();
        Assert.DoesNotContain(
            Directory.EnumerateFiles(folder.Root).Select(path => Path.GetFileName(path)), file => !known.Contains(file) && !IsNotServed(folder.Root, file));
        Assert.DoesNotContain(content.Problems, problem => problem.Rule.Id == "rendu-impossible");
        Assert.All(content.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message) || string.IsNullOrWhiteSpace(problem.Advice)));
        Assert.InRange(allocated / number, 0, 1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{number} files: {content.Pages.Count} pages, {content.Problems.Count} problems, {allocated / number / 1000} kB allocated for each");
    }

    // « permalink: false » is the writer's own wish.
    private static bool IsNotServed(string root, string file) =>
        File.ReadAllText(Path.Combine(root, file)).Contains("permalink", StringComparison.Ordinal);
}
