using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Authoring;

/// <summary>Pages are shown again by themselves: the browser hears of each change of the content.</summary>
public sealed class ReloadTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly SiteBuilder _folder = new SiteBuilder().WithPage("index.md", "title: Accueil\ndescription: Une page.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Changes_PageThatWasJustShown_HasTheStateThatIsToldUntilTheContentChanges()
    {
        using var live = new LiveSite(WritersSite.Over(_folder, static builder => builder.UseSetting("Content:Watch", "auto")));
        using var events = await Listen(live.Client);
        var shown = await Shown(live.Client);
        Assert.Equal(shown, await Next(events, state => state == shown));

        await live.After(() => _folder.WithPage("index.md", "title: Autre\ndescription: Une page."), snapshot => snapshot.Find("/")?.Title == "Autre");

        var told = await Next(events, state => state != shown);
        Assert.NotEqual(shown, told);
        var again = await Shown(live.Client);
        Assert.Equal(again, told == again ? told : await Next(events, state => state == again));
    }

    [Fact]
    public async Task Changes_LoadThatFails_IsToldToo()
    {
        using var live = new LiveSite(WritersSite.Over(_folder, static builder => builder.UseSetting("Content:Watch", "auto")));
        using var events = await Listen(live.Client);
        var shown = await Shown(live.Client);
        await Next(events, state => state == shown);

        await live.Failure(() => File.Delete(Path.Combine(_folder.Root, "index.md")));

        await Next(events, state => state != shown);
        Assert.Contains("Le dernier chargement a échoué", (await live.Client.GetPage("/")).QuerySelector("aside.redaction-banner")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_LoadThatFailsForAnotherReason_IsToldOnce()
    {
        using var live = new LiveSite(WritersSite.Over(_folder));
        using var events = await Listen(live.Client);
        live.Store.ReportFailure("une raison");
        var first = await Shown(live.Client);
        await Next(events, state => state == first);

        // As long as the first, in two lines, and a little later the same again: nothing new is to be seen then.
        live.Store.ReportFailure("deux\nmotif");
        var second = await Shown(live.Client);
        live.Store.ReportFailure("deux\nmotif");

        Assert.Equal(second, await Next(events, state => state != first));
        Assert.Equal(second, await Shown(live.Client));
    }

    [Fact]
    public async Task Changes_NothingLoadedYet_AnswersAllTheSame()
    {
        using var empty = new SiteBuilder();
        using var live = new LiveSite(WritersSite.Over(empty, static builder => builder.UseSetting("Content:Watch", "auto")));
        using var events = await Listen(live.Client);
        var before = await Next(events, static _ => true);

        await live.After(() => empty.WithPage("index.md", "title: Accueil"), snapshot => snapshot.Find("/") is not null);

        Assert.NotEqual(before, await Next(events, state => state != before));
    }

    private static async Task<string> Shown(HttpClient client) =>
        (await client.GetPage("/")).QuerySelector("script")!.GetAttribute("data-state")!;

    private static async Task<StreamReader> Listen(HttpClient client) => new(
        await client.GetStreamAsync(new Uri("/_redaction/changements", UriKind.Relative), TestContext.Current.CancellationToken));

    private static async Task<string> Next(StreamReader events, Func<string, bool> isIt)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(s_patience);
        while (await events.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && isIt(line["data: ".Length..]))
            {
                return line["data: ".Length..];
            }
        }

        throw new InvalidOperationException("The events ended.");
    }
}
