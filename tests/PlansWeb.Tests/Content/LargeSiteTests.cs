using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>A large site is public before its pages are rendered, and loses nothing by that.</summary>
public class LargeSiteTests
{
    private const int Count = ContentLoader.MostRenderedFirst + 1;

    // Raw HTML that is refused is found only by rendering.
    private const string Faulty = "---\ntitle: Page\n---\n\nTexte <span onclick=\"a()\">ici</span>\n";

    [Fact]
    public void LoadChanges_ManyPages_TellsTheProblemsOfTheTextOnceItIsRendered()
    {
        using var folder = Folder();
        var loader = Loader();

        var content = loader.LoadChanges(folder.Root, isThorough: true, mayRenderLater: true)!;
        Assert.False(content.Rendering.IsCompleted);
        Assert.Empty(content.Problems);

        var problems = content.Render(TestContext.Current.CancellationToken);
        Assert.True(content.Rendering.IsCompleted);
        Assert.Equal(Count, problems.Count);
    }

    [Fact]
    public void LoadChanges_ManyPages_AreTheSameAsRenderedAtOnce()
    {
        using var folder = Folder();

        var later = Loader().LoadChanges(folder.Root, isThorough: true, mayRenderLater: true)!;
        var atOnce = Loader().Load(folder.Root);

        Assert.Equal(atOnce.Version, later.Version);
        Assert.Equal(atOnce.Pages.Select(static page => page.Body.Value), later.Pages.Select(static page => page.Body.Value));
        Assert.Equal(atOnce.Pages.Select(static page => page.Markdown.ToString()), later.Pages.Select(static page => page.Markdown.ToString()));
        Assert.False(later.Rendering.IsCompleted);
    }

    [Fact]
    public void LoadChanges_AFewPagesChanged_RendersThemAtOnce()
    {
        using var folder = Folder();
        var loader = Loader();
        loader.LoadChanges(folder.Root, isThorough: true, mayRenderLater: true)!.Render(TestContext.Current.CancellationToken);

        folder.With("p0.md", Faulty + "De plus.\n");
        var content = loader.LoadChanges(folder.Root, isThorough: true, mayRenderLater: true)!;

        Assert.True(content.Rendering.IsCompleted);
        Assert.Equal(Count, content.Problems.Count);
    }

    [Fact]
    public async Task Start_ManyPages_ThePagesAndTheirProblemsAreThereInTheEnd()
    {
        using var folder = Folder();
        await using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        Assert.Contains("<span>ici</span>", await client.GetStringAsync("/p7/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await site.Store.Current.Rendering.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => site.Store.Current.Problems.Count(static problem => problem.Rule != DiagnosticRules.MissingTitle) >= Count, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Start_ManyPages_IsPublicBeforeTheyAreRendered()
    {
        using var folder = Folder();
        var watcher = new RenderingWatcher();
        await using var site = new Site(folder.Root, builder => builder.ConfigureServices(services => services.AddSingleton<ISnapshotPart>(watcher)));
        using var client = site.CreateClient();

        Assert.False(watcher.WasRendered);
        await site.Store.Current.Rendering.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void LoadChanges_ImageChangedBeforeTheRestIsRendered_ShowsTheImageAsItIs()
    {
        using var folder = Folder();
        folder.With("a.png", TestImages.Png(3, 2)).WithPage("image.md", "title: Image", "![Une image](/a.png)");
        var loader = Loader();
        loader.LoadChanges(folder.Root, isThorough: true, mayRenderLater: true);

        folder.With("a.png", TestImages.Png(3, 5));
        var content = loader.LoadChanges(folder.Root, isThorough: true, mayRenderLater: true)!;

        Assert.Contains("height=\"5\"", content.Pages.Single(static page => page.Url == "/image/").Body.Value, StringComparison.Ordinal);
        Assert.Equal(Count, content.Render(TestContext.Current.CancellationToken).Count);
    }

    [Theory]
    [InlineData("Texte.")]
    [InlineData("Un fichier nommé absent.png, et rien d’autre.")]
    public void LoadChanges_EditBeforeTheRestIsRendered_WaitsForNoOtherPage(string text)
    {
        using var folder = Folder();
        for (var i = 0; i < Count; i++)
        {
            folder.WithPage($"q{i}.md", $"title: Page {i}", text);
        }

        var loader = Loader();
        var before = loader.LoadChanges(folder.Root, isThorough: true, mayRenderLater: true)!;

        folder.WithPage("p0.md", "title: Page", "De plus.");
        var content = loader.LoadChanges(folder.Root, isThorough: false, mayRenderLater: true)!;

        Assert.False(content.Rendering.IsCompleted);
        Assert.Contains("De plus", content.Pages.Single(static page => page.Url == "/p0/").Body.Value, StringComparison.Ordinal);

        // The older rendering goes on meanwhile, as one that a reader asked for does: it takes nothing from the newer one.
        before.Render(TestContext.Current.CancellationToken);
        Assert.NotEmpty(before.Pages);
        Assert.DoesNotContain(content.Pages, page => !page.Body.Value.Contains(page.Url.StartsWith("/q", StringComparison.Ordinal) ? text[..5] : "e", StringComparison.Ordinal));
        content.Render(TestContext.Current.CancellationToken);
        Assert.True(content.Rendering.IsCompleted);
    }

    [Theory]
    [InlineData("page.md", "---\ntitle: Page\n---\n\nUne.\n", "Une.", "Dix.")]
    [InlineData("note.txt", "Une note.", "note", "noix")]
    [InlineData("registre/actions.csv", "id;titre\na;Une\n", "Une", "Dix")]
    [InlineData("_data/site.yaml", "name: Une\n", "Une", "Dix")]
    public void FindUnseenChanges_SameTimeAndSize_IsFoundAndLoaded(string path, string text, string before, string after)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil").With(path, text);
        var file = Path.Combine(folder.Root, path);
        var loader = Loader();
        var version = loader.Load(folder.Root).Version;
        Assert.Empty(loader.FindUnseenChanges(TestContext.Current.CancellationToken));

        var time = File.GetLastWriteTimeUtc(file);
        folder.With(path, text.Replace(before, after, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);

        Assert.Null(loader.LoadChanges(folder.Root, isThorough: false));
        var found = loader.FindUnseenChanges(TestContext.Current.CancellationToken);
        Assert.EndsWith(path, Assert.Single(found), StringComparison.Ordinal);
        Assert.NotEqual(version, loader.LoadChanges(folder.Root, isThorough: false, [.. found])!.Version);
        Assert.Empty(loader.FindUnseenChanges(TestContext.Current.CancellationToken));
    }

    private static ContentLoader Loader() => new(new ContentOptions(), TimeProvider.System);

    private static SiteBuilder Folder()
    {
        var folder = new SiteBuilder();
        for (var i = 0; i < Count; i++)
        {
            folder.With($"p{i}.md", Faulty);
        }

        return folder;
    }

    // A part is built while a content is made public.
    private sealed class RenderingWatcher : ISnapshotPart
    {
        public bool? WasRendered { get; private set; }

        public object Build(SiteContent content, ICollection<Diagnostic> problems)
        {
            WasRendered = content.Rendering.IsCompleted;
            return this;
        }
    }
}
