using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>
/// What cannot be read for a while stays as it was last read, and is said to be old. The fault is given to the listing itself, since root may
/// read everything.
/// </summary>
public sealed class UnreadableFolderTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly SiteBuilder _site = new SiteBuilder()
        .WithPage("index.md", "title: Accueil")
        .WithPage("rubrique/page.md", "title: Page", "Une. ![x](i.png)")
        .WithPage("rubrique/fond/autre.md", "title: Autre")
        .With("rubrique/i.png", [1, 2, 3])
        .With("rubrique/rubrique.json", """{"lang":"en"}""")
        .With("_data/layout.json", "\"layouts/page.njk\"")
        .With("_data/redirects.yaml", "/vieux/: /\n");

    private readonly PageStore _store;
    private readonly ContentLoader _loader;
    private Func<string, Exception?> _fault = static _ => null;

    public UnreadableFolderTests()
    {
        _store = new PageStore([new NavigationBuilder()], _clock);
        _loader = new ContentLoader(new ContentOptions(), _clock)
        {
            ListFolder = directory => _fault(directory) is { } exception ? throw exception : new DirectoryInfo(directory).GetFileSystemInfos(),
        };
        _store.Publish(_loader.Load(_site.Root));
    }

    public static TheoryData<Exception> Faults => [new IOException("Input/output error"), new UnauthorizedAccessException(), new IOException("Stale file handle")];

    public void Dispose() => _site.Dispose();

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Load_SubfolderUnreadable_KeepsItsContentAndSaysSo(Exception fault)
    {
        var before = _store.Current;

        Close("rubrique", fault);
        Look(isThorough: false);

        Assert.Equal(before.Pages.Select(page => page.Url), _store.Current.Pages.Select(page => page.Url));
        Assert.Equal(before.Version, _store.Current.Version);
        Assert.Equal("en", _store.Current.Find("/rubrique/page/")!.Lang);
        Assert.Equal(["/rubrique/i.png"], _store.Current.Files.Select(file => file.Url));
        Assert.Contains("rubrique", _store.LastFailure!.Reason, StringComparison.Ordinal);
        Assert.Equal(["rubrique"], _store.Current.Places(DiagnosticRules.Unreadable));

        // The same fault is one fault, and a look at the bytes finds no other.
        var first = _store.LastFailure;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_loader.LoadChanges(_site.Root, isThorough: false));
        Assert.Null(_loader.LoadChanges(_site.Root, isThorough: true));

        // Elsewhere the site goes on.
        _site.WithPage("neuve.md", "title: Neuve");
        Look(isThorough: false);
        Assert.NotNull(_store.Current.Find("/neuve/"));
        Assert.NotNull(_store.Current.Find("/rubrique/fond/autre/"));
        Assert.Equal(first, _store.LastFailure);

        _fault = static _ => null;
        Look(isThorough: false);
        Assert.Null(_store.LastFailure);
        Assert.Empty(_store.Current.Problems);
    }

    [Theory]
    [InlineData("_data")]
    [InlineData("rubrique/fond")]
    public void Load_DataOrDeepFolderUnreadable_ChangesNothingThatIsShown(string folder)
    {
        var before = _store.Current;

        Close(folder, new IOException("Input/output error"));
        Look(isThorough: true);

        Assert.Equal(before.Version, _store.Current.Version);
        Assert.Equal(before.Redirects, _store.Current.Redirects);
        Assert.Equal(before.Pages.Select(page => (page.Url, page.Layout)), _store.Current.Pages.Select(page => (page.Url, page.Layout)));
        Assert.NotNull(_store.LastFailure);
    }

    [Fact]
    public void Load_FolderUnreadableFromTheStart_IsSaidAtOnce()
    {
        Close("rubrique", new IOException("Input/output error"));

        _store.Publish(_loader.Load(_site.Root));

        // The loader knows the folder from the load before; another one does not.
        var other = new ContentLoader(new ContentOptions(), _clock) { ListFolder = _loader.ListFolder };
        var content = other.Load(_site.Root);
        Assert.Equal(["/"], content.Pages.Select(page => page.Url));
        Assert.NotNull(content.Failure);
    }

    // A program that empties a file before it writes it, a disk that is full, a conflict: what the file hid stays hidden, what it gave stays given.
    [Theory]
    [InlineData("secret/secret.yaml", "draft: true\nlayout: plan\n", "")]
    [InlineData("secret/secret.yaml", "layout: plan\ndraft: true\n", "layout: \"pl")]
    [InlineData("secret/secret.json", "{\"layout\": \"plan\", \"draft\": true}", "{\"layout\": \"pl")]
    [InlineData("secret/secret.json", "{\"layout\": \"plan\", \"draft\": true}", "{")]
    [InlineData("secret/secret.yaml", "draft: true\nlayout: plan\n", "<<<<<<< HEAD\nlayout: plan\n=======\nlayout: page\n>>>>>>> b\n")]
    [InlineData("secret/page.11tydata.yaml", "draft: true\n", "")]
    [InlineData("_includes/l.njk", "---\ndraft: true\n---\n", "")]
    [InlineData("_data/draft.yaml", "true", "")]
    public void LoadChanges_DataFileBroken_KeepsItsLastGoodVersionAndSaysSo(string file, string good, string broken)
    {
        _site.WithPage("secret/page.md", "title: Secret\nlayout: l.njk").With(file, good);
        Look(isThorough: true);
        Assert.Null(_store.Current.Find("/secret/page/"));

        _site.With(file, broken);
        Look(isThorough: false);

        Assert.Null(_store.Current.Find("/secret/page/"));
        Assert.Contains(_store.Current.Problems, problem => problem.File == file && (problem.Rule == DiagnosticRules.LastGood || problem.Rule == DiagnosticRules.GitConflict));
        Assert.Null(_loader.LoadChanges(_site.Root, isThorough: true));

        _site.With(file, "{}");
        Look(isThorough: false);
        Assert.NotNull(_store.Current.Find("/secret/page/"));
        Assert.Empty(_store.Current.Places(DiagnosticRules.LastGood));
    }

    [Fact]
    public void LoadChanges_BrokenDataThatHides_HidesAtOnce()
    {
        _site.With("rubrique/rubrique.json", "{\"draft\": true,");

        Look(isThorough: false);

        Assert.Null(_store.Current.Find("/rubrique/page/"));
    }

    [Theory]
    [InlineData("rubrique/rubrique.json", "/rubrique/page/")]
    [InlineData("_includes/l.njk", "/gabarit/")]
    public void Load_DataFileUnreadableFromTheStart_HidesItsPagesAndSaysSo(string file, string page)
    {
        _site.With("_includes/l.njk", "---\nlang: en\n---\n").WithPage("gabarit.md", "title: Page\nlayout: l.njk");
        var loader = new ContentLoader(new ContentOptions(), _clock);
        using (new FileStream(Path.Combine(_site.Root, file), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _store.Publish(loader.Load(_site.Root));

            Assert.Null(_store.Current.Find(page));
            Assert.NotNull(_store.Current.Find("/"));
            Assert.Contains(file, _store.LastFailure!.Reason, StringComparison.Ordinal);
            Assert.Contains(file, _store.Current.Places(DiagnosticRules.Unreadable));
        }

        _store.Publish(loader.LoadChanges(_site.Root, isThorough: true)!);
        Assert.NotNull(_store.Current.Find(page));
        Assert.Null(_store.LastFailure);
    }

    [Fact]
    public void LoadChanges_DataFileUnreadableLater_KeepsItsDataAndSaysSo()
    {
        using (new FileStream(Path.Combine(_site.Root, "rubrique/rubrique.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Look(isThorough: true);

            Assert.Equal("en", _store.Current.Find("/rubrique/page/")!.Lang);
            Assert.NotNull(_store.LastFailure);
        }

        Look(isThorough: true);
        Assert.Null(_store.LastFailure);
    }

    [Theory]
    [InlineData("_includes")]
    [InlineData("_includes/layouts")]
    public void Load_LayoutFolderUnreadableFromTheStart_HidesThePagesOfItsLayouts(string folder)
    {
        _site.With("_includes/layouts/l.njk", "---\ndraft: true\n---\n").WithPage("gabarit.md", "title: Page\nlayout: layouts/l.njk").WithPage("autre.md", "title: Autre");
        Directory.Delete(Path.Combine(_site.Root, "_data"), recursive: true);
        Close(folder, new IOException("Input/output error"));
        var loader = new ContentLoader(new ContentOptions(), _clock) { ListFolder = _loader.ListFolder };

        _store.Publish(loader.Load(_site.Root));

        Assert.Null(_store.Current.Find("/gabarit/"));
        Assert.NotNull(_store.Current.Find("/autre/"));
        Assert.NotNull(_store.LastFailure);

        _site.With("_includes/layouts/l.njk", "---\nlang: en\n---\n");
        _fault = static _ => null;
        _store.Publish(loader.LoadChanges(_site.Root, isThorough: true)!);
        Assert.NotNull(_store.Current.Find("/gabarit/"));
    }

    [Fact]
    public void Load_IgnoreFileEmptiedOrUnreadable_LeavesOutWhatItLeftOut()
    {
        _site.With(".eleventyignore", "secret\n").WithPage("secret/page.md", "title: Secret");
        Look(isThorough: true);
        _site.With(".eleventyignore", "");
        Look(isThorough: true);
        Assert.Null(_store.Current.Find("/secret/page/"));
        Assert.Equal([".eleventyignore"], _store.Current.Places(DiagnosticRules.LastGood));

        _site.With(".eleventyignore", "secret\n");
        using var locked = new FileStream(Path.Combine(_site.Root, ".eleventyignore"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Throws<IOException>(() => _loader.LoadChanges(_site.Root, isThorough: true));
        Assert.Throws<IOException>(() => new ContentLoader(new ContentOptions(), _clock).Load(_site.Root));
    }

    [Fact]
    public async Task Health_SubfolderUnreadable_SaysThatItsContentIsOld()
    {
        var loader = new ContentLoader(new ContentOptions(), _clock) { ListFolder = _loader.ListFolder };
        using var site = new Site(_site.Root, builder => builder.ConfigureServices(services => services.AddSingleton(loader)));
        using var client = site.CreateClient();
        Assert.Contains("\"status\":\"ready\"", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Close("rubrique", new IOException("Input/output error"));
        site.Reload();

        var health = await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Contains("ready, on the last good content", health, StringComparison.Ordinal);
        Assert.Contains("rubrique", health, StringComparison.Ordinal);
        Assert.Contains("Une.", await client.GetStringAsync("/rubrique/page/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderDeleted_IsGone()
    {
        Directory.Delete(Path.Combine(_site.Root, "rubrique"), recursive: true);

        Look(isThorough: false);

        Assert.Equal(["/"], _store.Current.Pages.Select(page => page.Url));
        Assert.Null(_store.LastFailure);
    }

    [Fact]
    public void Load_PageHeldAtItsLastGoodVersion_SharesNoVersionWithASiteThatShowsAnother()
    {
        var good = _store.Current.Version;
        _site.With("index.md", Encoding.Latin1.GetBytes("\0\0"));

        Look(isThorough: false);

        Assert.Equal(good, _store.Current.Version);
        Assert.Contains(_store.Current.Problems, problem => problem.Rule == DiagnosticRules.LastGood);
        var restarted = new ContentLoader(new ContentOptions(), _clock).Load(_site.Root);
        Assert.NotEqual(_store.Current.Pages.Count, restarted.Pages.Count);
        Assert.NotEqual(good, restarted.Version);
    }

    [Theory]
    [InlineData("index.md", "---\ntitle: Accueil\n---\n\nTexte.\n", "---\ntitle: Accueil\n---\n\nAutre.\n")]
    [InlineData("rubrique/i.png", "abc", "abd")]
    [InlineData("_data/redirects.yaml", "/vieux/: /\n", "/vieil/: /\n")]
    public void LoadChanges_SameTimeAndSizeButSaidToHaveChanged_IsReadAgain(string path, string before, string after)
    {
        var file = Path.Combine(_site.Root, path);
        var time = new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Write(before);
        Look(isThorough: true);
        var version = _store.Current.Version;
        var tag = _store.Current.Files[0].ETag;

        Write(after);

        // The system names the file, or the folder that another one was put in the place of.
        Assert.NotNull(_loader.LoadChanges(_site.Root, isThorough: false, [file]) is { } content ? _store.Publish(content) : null);
        Assert.NotEqual(version, _store.Current.Version);
        Assert.Equal(path.EndsWith(".png", StringComparison.Ordinal), tag != _store.Current.Files[0].ETag);
        Write(before);
        Assert.NotNull(_loader.LoadChanges(_site.Root, isThorough: false, [Path.GetDirectoryName(file)!]));

        void Write(string text)
        {
            File.WriteAllText(file, text);
            File.SetLastWriteTimeUtc(file, time);
        }
    }

    private void Close(string folder, Exception fault)
    {
        var closed = Path.Combine(_site.Root, folder);
        _fault = directory => directory == closed ? fault : null;
    }

    private void Look(bool isThorough)
    {
        if (_loader.LoadChanges(_site.Root, isThorough) is { } content)
        {
            _store.Publish(content);
        }
    }
}
