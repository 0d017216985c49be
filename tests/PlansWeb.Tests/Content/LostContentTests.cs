using System.Globalization;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>A running site whose folder loses many pages at once.</summary>
public sealed class LostContentTests : IDisposable
{
    private readonly SiteBuilder _folder = new();
    private readonly SiteBuilder _cache = new();

    public LostContentTests()
    {
        for (var i = 0; i < 40; i++)
        {
            _folder.WithPage($"content/p-{i}.md", $"title: Page {i}");
        }
    }

    private string Root => Path.Combine(_folder.Root, "content");

    public void Dispose()
    {
        _folder.Dispose();
        _cache.Dispose();
    }

    [Fact]
    public async Task HalfTheFolder_KeepsThePagesUntilTheRestIsBack()
    {
        using var live = Start();

        // In one step, as a mount comes up.
        await live.Failure(() => Swap(20));

        Assert.Equal(200, (int)(await live.Client.Get("/p-0/")).StatusCode);
        Assert.Contains("20 of 40 pages would be lost", await (await live.Client.Get("/health/ready")).Text(), StringComparison.Ordinal);
        await live.After(
            () =>
            {
                Swap(0);
                _folder.WithPage("content/neuve.md", "title: Neuve");
            },
            static snapshot => snapshot.Find("/neuve/") is not null);
        Assert.Null(live.Store.LastFailure);
        Assert.Equal(41, live.Store.Current.Pages.Count);
    }

    [Fact]
    public async Task DraftsOnHalfThePages_GoLiveAtOnce()
    {
        using var live = Start();

        await live.After(
            () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    _folder.WithPage($"content/p-{i}.md", $"title: Page {i}\ndraft: true");
                }
            },
            static snapshot => snapshot.Pages.Count == 20);
        Assert.Null(live.Store.LastFailure);
    }

    [Fact]
    public async Task WrongBranch_KeepsThePagesUntilTheRightOneIsBack()
    {
        var time = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);
        GitSandbox.Init(_folder.Root, time);
        GitSandbox.Git(_folder.Root, time, "checkout", "-q", "-b", "essai");
        for (var i = 0; i < 40; i++)
        {
            File.Move(Path.Combine(Root, $"p-{i}.md"), Path.Combine(Root, $"essai-{i}.md"));
        }

        GitSandbox.Commit(_folder.Root, time);
        GitSandbox.Git(_folder.Root, time, "checkout", "-q", "main");
        using var live = Start();

        await live.Failure(() => GitSandbox.Git(_folder.Root, time, "checkout", "-q", "essai"));
        for (var i = 0; i < 40; i += 13)
        {
            Assert.Equal(200, (int)(await live.Client.Get($"/p-{i}/")).StatusCode);
        }

        await live.After(
            () =>
            {
                GitSandbox.Git(_folder.Root, time, "checkout", "-q", "main");
                _folder.WithPage("content/neuve.md", "title: Neuve");
            },
            static snapshot => snapshot.Find("/neuve/") is not null);
        Assert.Null(live.Store.LastFailure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeletedFolder_KeepsThePagesUntilItIsBack(bool isItself)
    {
        using var live = Start();

        await live.Failure(() =>
        {
            // In one step: of a folder that goes away file by file, each look may take some to be gone on purpose.
            Directory.Move(Root, Root + ".gone");
            if (!isItself)
            {
                Directory.CreateDirectory(Root);
            }
        });

        Assert.Equal(200, (int)(await live.Client.Get("/p-7/")).StatusCode);
        await live.After(
            () =>
            {
                Directory.CreateDirectory(Root);
                for (var i = 0; i < 40; i++)
                {
                    _folder.WithPage($"content/p-{i}.md", $"title: Page {i}, de nouveau");
                }
            },
            static snapshot => snapshot.Pages.Count == 40 && snapshot.Find("/p-39/")?.Title == "Page 39, de nouveau");
        Assert.Null(live.Store.LastFailure);
    }

    // What is kept back is what it takes away, not what it hides.
    [Fact]
    public async Task PageHiddenByALoadThatIsKeptBack_IsHiddenAtOnce()
    {
        _folder.WithPage("content/liste.md", "title: Liste", "{% for page in collections.all %}\n- {{ page.data.title }}\n{% endfor %}").With("content/p-39.pdf", "%PDF-1.4")
            .WithPage("content/p-39.md", "title: Page 39", "[Document](p-39.pdf)");
        using var live = Start();
        Assert.Contains("Page 39", await (await live.Client.Get("/liste/")).Text(), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await live.Client.Get("/p-39.pdf")).StatusCode);

        await live.After(() => Swap(20, aside =>
        {
            File.Copy(Path.Combine(Root, "liste.md"), Path.Combine(aside, "liste.md"));
            File.Copy(Path.Combine(Root, "p-39.pdf"), Path.Combine(aside, "p-39.pdf"));
            File.WriteAllText(Path.Combine(aside, "p-39.md"), "---\ntitle: Page 39\ndraft: true\n---\n\n[Document](p-39.pdf)\n");
        }), static snapshot => snapshot.Find("/p-39/") is null);
        Assert.Contains("would be lost", live.Store.LastFailure?.Reason, StringComparison.Ordinal);

        Assert.Equal(200, (int)(await live.Client.Get("/p-0/")).StatusCode);
        Assert.Equal(404, (int)(await live.Client.Get("/p-39/")).StatusCode);
        Assert.Equal(404, (int)(await live.Client.Get("/p-39.pdf")).StatusCode);
        Assert.DoesNotContain("Page 39", await (await live.Client.Get("/liste/")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("/p-39/", await (await live.Client.Get("/plan-du-site/")).Text(), StringComparison.Ordinal);

        // Still kept back, and public again.
        await live.After(() => _folder.WithPage("content/p-39.md", "title: Page 39", "[Document](p-39.pdf)"), static snapshot => snapshot.Find("/p-39/") is not null);
        Assert.Equal(200, (int)(await live.Client.Get("/p-0/")).StatusCode);
        Assert.Contains("Page 39", await (await live.Client.Get("/liste/")).Text(), StringComparison.Ordinal);
        Assert.NotNull(live.Store.LastFailure);
    }

    // Where the tests run under nohup the site never sees the signal; .ci/run gives it back.
    [Fact(Timeout = 120_000)]
    public async Task Hangup_TakesWhatWaits_AndARestartKnowsWhatWas()
    {
        string[] arguments = ["--urls=http://127.0.0.1:0", $"--Content:Path={Root}", $"--Images:CachePath={_cache.Root}", "--Content:Watch=poll", "--Ops:DrainSeconds=0"];
        using (var site = await SiteProgram.Start(1, arguments))
        {
            Assert.Equal(200, (int)(await site.Get("/p-0/")).StatusCode);
        }

        Swap(20);
        string version;
        using (var site = await SiteProgram.Start(1, arguments))
        {
            Assert.Equal(503, (int)(await site.Get("/p-30/")).StatusCode);
            var log = site.Output.Single(static line => line.Contains("pages would be lost", StringComparison.Ordinal) && line.StartsWith('{'));
            version = log.Split("version ")[1].Split(' ')[0];
            site.Signal("HUP");
            while ((int)(await site.Get("/p-30/")).StatusCode != 200)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }

            Assert.Equal(404, (int)(await site.Get("/p-0/")).StatusCode);
        }

        // That one was taken, and is what counts now.
        Swap(35);
        using (var site = await SiteProgram.Start(1, [.. arguments, "--Content:ConfirmLoss=" + version]))
        {
            Assert.Equal(503, (int)(await site.Get("/p-39/")).StatusCode);
        }

        Swap(20);
        using (var site = await SiteProgram.Start(1, [.. arguments, "--Content:ConfirmLoss=" + version]))
        {
            Assert.Equal(200, (int)(await site.Get("/p-30/")).StatusCode);
        }
    }

    private LiveSite Start() => new(new Site(Root, static builder => builder.UseSetting("Content:Watch", "auto")));

    // The folder as it was, but for its first pages.
    private void Swap(int without, Action<string>? change = null)
    {
        var aside = Directory.CreateDirectory(Path.Combine(_folder.Root, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture))).FullName;
        for (var i = without; i < 40; i++)
        {
            File.WriteAllText(Path.Combine(aside, $"p-{i}.md"), $"---\ntitle: Page {i}\n---\n\nTexte.\n");
        }

        change?.Invoke(aside);
        Directory.Move(Root, aside + "-old");
        Directory.Move(aside, Root);
    }
}
