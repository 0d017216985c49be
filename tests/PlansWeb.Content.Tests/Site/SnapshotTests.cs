using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using static PlansWeb.Content.Tests.Site.StorePages;

namespace PlansWeb.Content.Tests.Site;

public sealed class SnapshotTests
{
    private static readonly DiagnosticRule s_rule = DiagnosticRules.Yaml;

    [Fact]
    public void Find_ExactAddress_FindsOnlyIt()
    {
        var snapshot = Snapshot.Create(Loaded(Page("/réglementations/")), [], default);

        Assert.Equal("/réglementations/", snapshot.Find("/réglementations/")!.Url);
        Assert.Null(snapshot.Find("/réglementations"));
        Assert.Null(snapshot.Find("/Réglementations/"));
        Assert.Null(snapshot.Find("/r%C3%A9glementations/"));
    }

    [Theory]
    [InlineData("/réglementations")]
    [InlineData("/réglementations//")]
    [InlineData("/RÉGLEMENTATIONS/")]
    [InlineData("/reglementations/")]
    [InlineData("/reglementations/index.html")]
    [InlineData("/re\u0301glementations/")]
    public void FindAlike_NearlyRight_GivesTheEncodedAddress(string url) =>
        Assert.Equal("/r%C3%A9glementations/", Snapshot.Create(Loaded(Page("/réglementations/")), [], default).FindAlike(url));

    [Fact]
    public void FindAlike_Unknown_IsNull() => Assert.Null(Snapshot.Create(Loaded(Page("/a/")), [], default).FindAlike("/b/"));

    [Fact]
    public void FindAlike_TwoAddressesFoldToOne_FirstPageWins()
    {
        var snapshot = Snapshot.Create(Loaded(Page("/Page/"), Page("/page/")), [], default);

        Assert.Equal("/Page/", snapshot.FindAlike("/PAGE"));
        Assert.Equal("/page/", snapshot.Find("/page/")!.Url);
    }

    [Fact]
    public void FindAlike_RedirectNearlyRight_LeadsToItsTarget()
    {
        var snapshot = Snapshot.Create(
            Loaded(Page("/page/")) with { Redirects = [new Redirect("/été/", "/ete-2022/#fin"), new Redirect("/Page", "/x/"), new Redirect("/finie/", null)] }, [], default);

        Assert.Equal("/ete-2022/#fin", snapshot.FindRedirect("/été/")!.Target);
        Assert.Equal("/ete-2022/#fin", snapshot.FindAlike("/Ete"));
        Assert.Equal("/page/", snapshot.FindAlike("/PAGE"));
        Assert.Equal("/finie/", snapshot.FindAlike("/Finie"));
    }

    [Fact]
    public void Create_Parts_AreBuiltOnceAndFoundByType()
    {
        var part = new CountingPart();
        var snapshot = Snapshot.Create(Loaded(Page("/a/")), [part], default);

        Assert.Same(snapshot.Part<Counted>(), snapshot.Part<Counted>());
        Assert.Equal(1, part.Builds);
        Assert.Throws<KeyNotFoundException>(() => snapshot.Part<string>());
    }

    [Fact]
    public void Create_Problems_AreSortedByPlaceAndToldOnce()
    {
        var content = Loaded(Page("/a/")) with
        {
            Problems =
            [
                new Diagnostic(s_rule, "b.md", 1, 0, "x", ""), new Diagnostic(s_rule, "a.md", 10, 1, "x", ""), new Diagnostic(s_rule, "a.md", 2, 5, "z", ""),
                new Diagnostic(s_rule, "a.md", 2, 5, "y", ""), new Diagnostic(s_rule, "a.md", 2, 1, "x", ""), new Diagnostic(s_rule, "B.md", 0, 0, "x", ""),
                new Diagnostic(s_rule, "a.md", 10, 1, "x", ""),
            ],
        };

        var problems = Snapshot.Create(content, [new CountingPart()], default).Problems;

        Assert.Equal(
            ["B.md x", "a.md:2:1 x", "a.md:2:5 y", "a.md:2:5 z", "a.md:10:1 x", "b.md:1 x", "z.md:3 part"],
            problems.Select(problem => $"{problem.Location} {problem.Message}"));
    }

    [Fact]
    public void Empty_BeforeTheFirstLoad_IsNotLoaded()
    {
        Assert.False(Snapshot.Empty.IsLoaded);
        Assert.Empty(Snapshot.Empty.Pages);
        Assert.Null(Snapshot.Empty.Find("/"));
        Assert.Null(Snapshot.Empty.FindAlike("/"));
    }

    private sealed record Counted;

    private sealed class CountingPart : ISnapshotPart
    {
        public int Builds { get; private set; }

        public object Build(SiteContent content, ICollection<Diagnostic> problems)
        {
            Builds++;
            problems.Add(new Diagnostic(s_rule, "z.md", 3, 0, "part", ""));
            return new Counted();
        }
    }
}
