using System.Globalization;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Specs;

/// <summary>
/// The specs in <c>Site/</c>: French prose in which blocks <c>fichier</c> write a small site, and the blocks behind them say what it gives.
/// </summary>
public sealed class SiteSpecTests
{
    private const string FileBlock = "fichier ";

    public static TheoryData<SiteExample> Examples => new(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs", "Site"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read));

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Load_Example_GivesWhatTheSpecSays(SiteExample example)
    {
        using var folder = new SiteBuilder();
        foreach (var (path, text) in example.Files)
        {
            folder.With(path, text);
        }

        var content = new ContentLoader(new ContentOptions { Typographer = false }, TimeProvider.System).Load(folder.Root);
        var snapshot = Snapshot.Create(content, [new NavigationBuilder()], DateTimeOffset.UtcNow);
        var actual = example.Question.Split(' ', 2) switch
        {
            ["pages"] => string.Concat(snapshot.Pages.Select(Line)),
            ["menu"] => string.Concat(snapshot.Part<NavigationTree>().Roots.Select(node => Lines(node, 0))),
            ["problèmes"] => string.Concat(snapshot.Problems.Select(problem => $"{problem.Rule.Id} {problem.Location}\n")),
            ["texte", var address] => snapshot.Find(address)?.Body.Value,
            _ => throw new InvalidOperationException($"{example}: « {example.Question} » is no question."),
        };

        Assert.Equal(example.Expected, actual);
    }

    private static string Line(ContentPage page) =>
        $"{page.Url} | {page.Title} | {page.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"} | {page.FileSlug}"
        + $"{(page.Tags.Count > 0 ? " | " + string.Join(", ", page.Tags) : "")}\n";

    private static string Lines(NavigationNode node, int depth) =>
        $"{new string(' ', depth * 2)}{node.Title} {node.Href}\n{string.Concat(node.Children.Select(child => Lines(child, depth + 1)))}";

    private static IEnumerable<SiteExample> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var files = new List<(string Path, string Text)>();
        var isAnswered = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("````", StringComparison.Ordinal))
            {
                continue;
            }

            var info = lines[i][4..];
            var start = i + 1;
            i = Array.IndexOf(lines, "````", start);
            Assert.True(i > 0, $"{path}:{start}: the block is not closed.");
            var text = string.Concat(lines[start..i].Select(line => line + "\n"));
            if (info.StartsWith(FileBlock, StringComparison.Ordinal))
            {
                // The files of a next site begin behind the answers of the last.
                if (isAnswered)
                {
                    files = [];
                    isAnswered = false;
                }

                files.Add((info[FileBlock.Length..], text));
            }
            else
            {
                isAnswered = true;
                yield return new SiteExample(Path.GetFileName(path), start, files, info, text);
            }
        }
    }
}
