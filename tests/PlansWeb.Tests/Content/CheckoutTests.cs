using System.Diagnostics;
using System.Globalization;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>A branch that is checked out under a running site: many files at once, few swaps.</summary>
public sealed class CheckoutTests : IDisposable
{
    private const int Pages = 1_000;

    // The files are written in one go, but a busy machine may stop git for longer than a pause lasts, and that often. A swap for each file
    // would be twenty times as many.
    private const int MostSwaps = Pages / 20;

    private readonly SiteBuilder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Checkout_ThousandChangedFiles_GivesFewSwaps()
    {
        Git("init", "-q", "-b", "avant");
        Write("avant");
        Git("checkout", "-q", "-b", "apres");
        Write("apres");
        Git("checkout", "-q", "avant");
        using var live = new LiveSite(new Site(_folder.Root, static builder => builder.UseSetting("Content:Watch", "auto")));
        var swaps = 0;
        live.Store.Replaced += _ => Interlocked.Increment(ref swaps);

        var watch = Stopwatch.StartNew();
        await live.After(
            () => Git("checkout", "-q", "apres"), static snapshot => snapshot.Pages.Count == Pages && snapshot.Pages.All(static page => page.Title.EndsWith("apres", StringComparison.Ordinal)));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Pages} changed files: {swaps} swaps, {watch.Elapsed.TotalSeconds:0.0} s from the start of git to the last swap"));
        Assert.InRange(swaps, 1, MostSwaps);
    }

    private void Write(string version)
    {
        for (var i = 0; i < Pages; i++)
        {
            _folder.WithPage($"s{i % 20}/p{i}.md", $"title: Page {i} {version}", $"Texte {version}.");
        }

        Git("add", "-A");
        Git("commit", "-q", "-m", version);
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", _folder.Root, "-c", "user.name=Test", "-c", "user.email=test@exemple.fr", "-c", "commit.gpgsign=false", .. arguments])
        {
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEnd();
            git.WaitForExit();
            Assert.True(git.ExitCode == 0, errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Needs.That(false, "git is not there");
        }
    }
}
