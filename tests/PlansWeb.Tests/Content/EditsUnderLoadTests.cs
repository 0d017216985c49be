using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>Readers while editors work: each answer is a good one, and wholly of one version.</summary>
public sealed partial class EditsUnderLoadTests : IDisposable
{
    private const int Pages = 200;
    private const int Readers = 4;

    // PLANSWEB_EDITS=1000 for the figures of a release; as many take a minute beside other tests.
    private static readonly int s_edits = int.TryParse(Environment.GetEnvironmentVariable("PLANSWEB_EDITS"), CultureInfo.InvariantCulture, out var edits) ? edits : 200;

    private readonly SiteBuilder _folder = new();

    public EditsUnderLoadTests()
    {
        _folder.WithPage("index.md", "title: Accueil\neleventyNavigation: {key: accueil, order: 1}");
        for (var i = 0; i < Pages; i++)
        {
            _folder.WithPage($"p{i}.md", $"title: Page {i}\neleventyNavigation: {{key: p{i}, parent: accueil, order: {i}}}");
        }

        Edit(0);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Get_WhileAPageIsEdited_IsNeverAFailureNorAMixture()
    {
        using var live = new LiveSite(new Site(_folder.Root, static builder => builder.UseSetting("Content:Watch", "auto")));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => Read(live.Client, end.Token), end.Token)).ToArray();
        var times = new List<double>();
        for (var i = 1; i <= s_edits && !readers.Any(static reader => reader.IsFaulted); i++)
        {
            var watch = Stopwatch.StartNew();
            await live.After(() => Edit(i), snapshot => snapshot.Find("/editee/")!.Title == $"Version {i}.");
            var page = await Text(live.Client, "/editee/");
            times.Add(watch.Elapsed.TotalMilliseconds);
            Assert.Contains($"<p>Texte {i}.</p>", page, StringComparison.Ordinal);
        }

        await end.CancelAsync();
        var answers = (await Task.WhenAll(readers)).Sum();
        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Count} edits, {answers} answers meanwhile; from write to fresh answer: median {times[times.Count / 2]:0} ms, 95 % {times[times.Count * 95 / 100]:0} ms, worst {times[^1]:0} ms"));
        Assert.Equal(s_edits, times.Count);
        Assert.True(answers > s_edits, $"{answers} answers are no load");
    }

    // The marker stands in the title, in the menu and in the text; another page has it in the menu alone.
    private void Edit(int version) => _folder.WithPage(
        "editee.md", $"title: Version {version}.\neleventyNavigation: {{key: e, title: Menu {version}., parent: accueil, order: 0}}", $"Texte {version}.");

    private static async Task<int> Read(HttpClient client, CancellationToken end)
    {
        var answers = 0;
        while (!end.IsCancellationRequested)
        {
            foreach (var (path, markers) in new[] { ("/editee/", 5), ("/", 1), ($"/p{answers % Pages}/", 1) })
            {
                var found = Marker().Matches(await Text(client, path)).Select(static match => match.Groups["version"].Value).ToArray();
                Assert.True(found.Length >= markers, $"{path} has {found.Length} markers");
                Assert.Single(found.Distinct());
                answers++;
            }
        }

        return answers;
    }

    private static async Task<string> Text(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\b(Version|Menu|Texte) (?<version>\d+)\.")]
    private static partial Regex Marker();
}
