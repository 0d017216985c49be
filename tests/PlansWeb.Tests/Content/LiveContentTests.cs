using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>Changes on disk that go live by themselves, each mechanism on a real folder. The tests wait for the swap, not for a time.</summary>
public sealed class LiveContentTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("page.md", "title: Page", "Une.");
    private readonly List<IDisposable> _open = [];

    public void Dispose()
    {
        _open.ForEach(static item => item.Dispose());
        _folder.Dispose();
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("poll")]
    public async Task Edit_Page_GoesLive(string watch)
    {
        var live = Start(_folder.Root, watch);

        await live.After(() => _folder.WithPage("page.md", "title: Page", "Deux."), store => Body(store, "/page/").Contains("Deux", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_Rename_Delete_GoLive()
    {
        var live = Start(_folder.Root);

        await live.After(() => _folder.WithPage("dossier/neuve.md", "title: Neuve"), store => store.Find("/dossier/neuve/") is not null);
        await live.After(
            () => File.Move(Path.Combine(_folder.Root, "page.md"), Path.Combine(_folder.Root, "autre.md")),
            store => store.Find("/autre/") is not null && store.Find("/page/") is null);
        await live.After(() => File.Delete(Path.Combine(_folder.Root, "autre.md")), store => store.Find("/autre/") is null);
    }

    [Fact]
    public async Task SaveByTemporaryFileAndRename_GoesLive()
    {
        var live = Start(_folder.Root);
        var temporary = Path.Combine(_folder.Root, ".page.md.swp");

        await live.After(
            () =>
            {
                File.WriteAllText(temporary, "---\ntitle: Page\n---\n\nDeux.\n");
                File.Move(temporary, Path.Combine(_folder.Root, "page.md"), overwrite: true);
            },
            store => Body(store, "/page/").Contains("Deux", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("poll")]
    public async Task SameTimeSameSize_GoesLive(string watch)
    {
        var live = Start(_folder.Root, watch);
        var path = Path.Combine(_folder.Root, "page.md");
        var time = File.GetLastWriteTimeUtc(path);

        await live.After(
            () =>
            {
                File.WriteAllText(path, File.ReadAllText(path).Replace("Une.", "Dix.", StringComparison.Ordinal));
                File.SetLastWriteTimeUtc(path, time);
            },
            store => Body(store, "/page/").Contains("Dix", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SymbolicLinkSwap_OfTheFolder_GoesLive()
    {
        // What git-sync does: the configured path is a link, and one rename leads it to another folder with the same names and times.
        var links = Directory.CreateTempSubdirectory("plansweb-links-");
        using var next = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("page.md", "title: Page", "Deux.");
        var link = Path.Combine(links.FullName, "content");
        File.CreateSymbolicLink(link, _folder.Root);
        var live = Start(link);

        await live.After(
            () =>
            {
                File.CreateSymbolicLink(link + ".new", next.Root);
                Rename(link + ".new", link);
            },
            store => Body(store, "/page/").Contains("Deux", StringComparison.Ordinal));

        // And the new place is watched too.
        await live.After(() => next.WithPage("page.md", "title: Page", "Trois."), store => Body(store, "/page/").Contains("Trois", StringComparison.Ordinal));
        links.Delete(recursive: true);
    }

    // Replicas that share one content are never further apart than that. Names, sizes and times of the two folders are the same.
    // Where the loop waits for another time, the test waits in vain.
    [Theory(Timeout = 60_000)]
    [InlineData("auto")]
    [InlineData("poll")]
    public async Task SymbolicLinkSwap_OfTheFolder_IsTakenWithinASecond(string watch)
    {
        var links = Directory.CreateTempSubdirectory("plansweb-links-");
        using var next = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("page.md", "title: Page", "Dix.");
        foreach (var name in new[] { "index.md", "page.md" })
        {
            File.SetLastWriteTimeUtc(Path.Combine(next.Root, name), File.GetLastWriteTimeUtc(Path.Combine(_folder.Root, name)));
        }

        var link = Path.Combine(links.FullName, "content");
        File.CreateSymbolicLink(link, _folder.Root);
        var clock = new WatchedClock();
        var site = new Site(link, builder => builder.UseSetting("Content:Watch", watch).ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        _open.Add(site);
        using var client = site.CreateClient();
        var store = site.Services.GetRequiredService<PageStore>();
        await clock.Waiting(TestContext.Current.CancellationToken);

        File.CreateSymbolicLink(link + ".new", next.Root);
        Rename(link + ".new", link);
        for (var passed = TimeSpan.Zero; !Body(store.Current, "/page/").Contains("Dix", StringComparison.Ordinal); passed += WatchedClock.Look)
        {
            Assert.True(passed < TimeSpan.FromSeconds(1), "a second has passed");
            clock.Advance(WatchedClock.Look);
            await clock.Waiting(TestContext.Current.CancellationToken);
        }

        links.Delete(recursive: true);
    }

    // A second name of the file, outside the folder: what is written through it gives no notification. A look on a large site must not take all the time
    // that edits need. A look that finds nothing reads the clock twice between its beginning and its end.
    [Theory(Timeout = 60_000)]
    [InlineData(0, 3)]
    [InlineData(500, 10)]
    [InlineData(2000, 30)]
    public async Task ChangeWithoutNotification_IsSeenAfterTenTimesWhatALookTakesAndHalfAMinuteAtMost(int milliseconds, int seconds)
    {
        var outside = Directory.CreateTempSubdirectory("plansweb-outside-");
        var path = Path.Combine(outside.FullName, "page.md");
        using (var link = System.Diagnostics.Process.Start("ln", [Path.Combine(_folder.Root, "page.md"), path]))
        {
            await link.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var clock = new WatchedClock();
        var site = new Site(_folder.Root, builder => builder.UseSetting("Content:Watch", "auto").ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        _open.Add(site);
        using var client = site.CreateClient();
        var store = site.Services.GetRequiredService<PageStore>();
        await clock.Waiting(TestContext.Current.CancellationToken);
        clock.Reading = TimeSpan.FromMilliseconds(milliseconds);
        await Pass(TimeSpan.FromSeconds(3));

        await File.WriteAllTextAsync(path, "---\ntitle: Page\n---\n\nDeux fois.\n", TestContext.Current.CancellationToken);
        await Pass(TimeSpan.FromSeconds(seconds) - WatchedClock.Look);
        Assert.Contains("Une", Body(store.Current, "/page/"), StringComparison.Ordinal);
        await Pass(WatchedClock.Look);
        Assert.Contains("Deux fois", Body(store.Current, "/page/"), StringComparison.Ordinal);
        outside.Delete(recursive: true);

        async Task Pass(TimeSpan time)
        {
            for (var passed = TimeSpan.Zero; passed < time; passed += WatchedClock.Look)
            {
                clock.Advance(WatchedClock.Look);
                await clock.Waiting(TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task ConfigMapSwap_OfTheLinkInside_GoesLive()
    {
        // What Kubernetes does: page.md leads to ..data/page.md, and ..data is swapped.
        _folder.With("..1/texte.md", "---\ntitle: Texte\n---\nUne.\n").With("..2/texte.md", "---\ntitle: Texte\n---\nDeux.\n");
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "..data"), Path.Combine(_folder.Root, "..1"));
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "texte.md"), Path.Combine(_folder.Root, "..data/texte.md"));
        var live = Start(_folder.Root);
        Assert.Contains("Une", Body(live.Store.Current, "/texte/"), StringComparison.Ordinal);

        await live.After(
            () =>
            {
                File.CreateSymbolicLink(Path.Combine(_folder.Root, "..data_tmp"), Path.Combine(_folder.Root, "..2"));
                Rename(Path.Combine(_folder.Root, "..data_tmp"), Path.Combine(_folder.Root, "..data"));
            },
            store => Body(store, "/texte/").Contains("Deux", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FolderRemovedAndBack_KeepsThePagesMeanwhileAndRecovers()
    {
        var live = Start(_folder.Root);
        var aside = _folder.Root + "-aside";

        await live.Failure(() => Directory.Move(_folder.Root, aside));
        Assert.NotNull(live.Store.Current.Find("/page/"));
        Assert.Equal(200, (int)(await live.Client.Get("/health/ready")).StatusCode);
        Assert.Contains("last good content", await (await live.Client.Get("/health/ready")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await live.After(
            () =>
            {
                Directory.Move(aside, _folder.Root);
                _folder.WithPage("page.md", "title: Page", "Deux.");
            },
            store => Body(store, "/page/").Contains("Deux", StringComparison.Ordinal));
        Assert.Null(live.Store.LastFailure);
    }

    [Fact]
    public async Task FolderEmptied_KeepsThePages()
    {
        // One file: of several, a load may see some gone and the others not yet.
        File.Delete(Path.Combine(_folder.Root, "page.md"));
        var live = Start(_folder.Root);

        await live.Failure(() => File.Delete(Path.Combine(_folder.Root, "index.md")));
        Assert.Single(live.Store.Current.Pages);
    }

    [Fact]
    public async Task FolderMissingAtStart_RecoversWhenItAppears()
    {
        var root = Path.Combine(_folder.Root, "plus-tard");
        var live = Start(root);
        Assert.Equal(503, (int)(await live.Client.Get("/")).StatusCode);

        await live.After(() => _folder.WithPage("plus-tard/index.md", "title: Accueil"), store => store.Find("/") is not null);
        Assert.Equal(200, (int)(await live.Client.Get("/")).StatusCode);
    }

    [Theory]
    [InlineData("", "fichier vide")]
    [InlineData("\0\0\0PNG\0", "octets nuls")]
    public async Task FileEmptiedOrBroken_KeepsItsLastGoodVersion(string bytes, string what)
    {
        var live = Start(_folder.Root);

        await live.After(
            () => _folder.With("page.md", Encoding.Latin1.GetBytes(bytes)),
            store => store.Problems.Any(problem => problem.Rule == DiagnosticRules.LastGood));
        Assert.Contains("Une", Body(live.Store.Current, "/page/"), StringComparison.Ordinal);
        Assert.NotEmpty(what);

        await live.After(() => _folder.WithPage("page.md", "title: Page", "Deux."), store => Body(store, "/page/").Contains("Deux", StringComparison.Ordinal));
        Assert.Empty(live.Store.Current.Problems);
    }

    [Fact]
    public async Task TenMegabytesOfMarkdown_IsRefusedAndOthersStay()
    {
        var live = Start(_folder.Root);

        await live.After(
            () => _folder.With("enorme.md", new string('a', 10_500_000)),
            store => store.Problems.Any(problem => problem.Rule == DiagnosticRules.TooLarge && problem.File == "enorme.md"));
        Assert.NotNull(live.Store.Current.Find("/page/"));
    }

    [Theory]
    [InlineData("un dossier/une page.md", "/un%20dossier/une%20page/")]
    [InlineData("été/à côté.md", "/%C3%A9t%C3%A9/%C3%A0%20c%C3%B4t%C3%A9/")]
    [InlineData("emoji 🌱.md", "/emoji%20%F0%9F%8C%B1/")]
    public async Task AnyPath_GoesLiveAtItsAddress(string path, string address)
    {
        var live = Start(_folder.Root);

        await live.After(() => _folder.WithPage(path, "title: Page"), store => store.Pages.Count == 3);
        Assert.Equal(200, (int)(await live.Client.Get(address)).StatusCode);
    }

    [Fact]
    public async Task FiveHundredFilesAtOnce_AreFewSwaps()
    {
        var live = Start(_folder.Root);
        var swaps = 0;
        live.Store.Replaced += _ => Interlocked.Increment(ref swaps);

        await live.After(
            () =>
            {
                for (var i = 0; i < 500; i++)
                {
                    _folder.WithPage($"lot/p{i}.md", $"title: Page {i}");
                }
            },
            store => store.Pages.Count == 502);
        // How long the writing takes depends on what else the machine does, and so does the number of swaps; one for each file would be 500.
        Assert.InRange(swaps, 1, 25);
    }

    [Fact]
    public async Task ManyEditsUnderLoad_GiveNoMixedAndNoFailedResponse()
    {
        // The marker stands in the body and, through the navigation, in the menu: a response is wholly of one version.
        Write(0);
        var live = Start(_folder.Root);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var seen = 0;
            while (!stop.IsCancellationRequested)
            {
                var page = await live.Client.GetPage("/page/");
                var menu = page.QuerySelector("header [href='/page/']")!.Text();
                Assert.Equal(menu, page.QuerySelector("[data-page-content]")!.Text());
                Assert.Equal(menu, page.QuerySelector("h1")!.Text());
                seen++;
            }

            return seen;
        })).ToArray();
        for (var i = 1; i <= 100; i++)
        {
            var expected = $"v{i}";
            await live.After(() => Write(i), store => store.Find("/page/")!.Title == expected);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));

        void Write(int version)
        {
            // One rename, as editors' programs save: a reader of the file sees the old one or the new one.
            _folder.WithPage(".tmp", $"title: v{version}\neleventyNavigation: {{key: v{version}, title: v{version}}}", $"v{version}");
            File.Move(Path.Combine(_folder.Root, ".tmp"), Path.Combine(_folder.Root, "page.md"), overwrite: true);
        }
    }

    // rename(2), in one step; File.Move follows a link to a folder.
    private static void Rename(string from, string to)
    {
        using var move = System.Diagnostics.Process.Start("mv", ["-T", from, to]);
        move.WaitForExit();
    }

    private static string Body(Snapshot snapshot, string url) => snapshot.Find(url)?.Body.Value ?? "";

    // Says when the loop that looks at the folder waits: then time may pass.
    private sealed class WatchedClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
    {
        public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

        private readonly Channel<bool> _waiting = Channel.CreateUnbounded<bool>();
        private long _read;

        /// <summary>What passes at each reading of the clock: so long each piece of work takes that is timed.</summary>
        public TimeSpan Reading { get; set; }

        public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Add(ref _read, Reading.Ticks);

        public async Task Waiting(CancellationToken stop) => await _waiting.Reader.ReadAsync(stop);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == Look)
            {
                _waiting.Writer.TryWrite(true);
            }
            else if (dueTime <= TimeSpan.FromMilliseconds(100))
            {
                // The pause that gathers the files of one save.
                Task.Run(() => Advance(dueTime));
            }

            return timer;
        }
    }

    private LiveSite Start(string root, string watch = "auto")
    {
        var site = new Site(root, builder => builder.UseSetting("Content:Watch", watch));
        var live = new LiveSite(site);
        _open.Add(live);
        return live;
    }
}
