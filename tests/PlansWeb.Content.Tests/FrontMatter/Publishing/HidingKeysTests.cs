using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter.Publishing;

/// <summary>What hides a page in doubt, and what does not.</summary>
public sealed class HidingKeysTests
{
    public static TheoryData<string> Doubtful => new(DoubtfulForms.Headers);

    public static TheoryData<string> DoubtfulFiles => new(DoubtfulForms.Files);

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Load_DoubtfulHeader_HidesThePage(string header)
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: A\n{header}").WithPage("b.md", "title: B");

        Assert.Equal(["b.md"], Load(site).Pages.Select(page => page.SourcePath));
    }

    [Theory]
    [MemberData(nameof(DoubtfulFiles))]
    public void Load_DoubtfulFile_HidesThePageAndSaysIt(string text)
    {
        using var site = new SiteBuilder().With("a.md", text).WithPage("b.md", "title: B");

        var snapshot = Load(site);

        Assert.Equal(["b.md"], snapshot.Pages.Select(page => page.SourcePath));
        Assert.Contains(snapshot.Problems, problem => problem.File == "a.md" && problem.Line > 0 && problem.Rule.IsError);
    }

    [Theory]
    [InlineData("craft: bois")]
    [InlineData("drift: la dérive")]
    [InlineData("drafts: [a, b]")]
    [InlineData("Draft: false")]
    [InlineData("brouillon: non")]
    [InlineData("brouillon: le carnet")]
    [InlineData("published: true")]
    [InlineData("published: 2020-01-01")]
    [InlineData("published: Le Journal")]
    [InlineData("publish_date: 2020-01-01")]
    [InlineData("date_publication: 2020-01-01")]
    [InlineData("hidden: false")]
    [InlineData("cache: true")]
    [InlineData("status: ok")]
    [InlineData("visible: true")]
    [InlineData("draft: false")]
    [InlineData("draft: 'non'")]
    [InlineData("publishDate: 2020-01-01")]
    [InlineData("publishDate: 31/12/2020")]
    [InlineData("expiryDate: 31/12/2099")]
    [InlineData("expires: 3600")]
    [InlineData("phases: {draft: true}")]
    [InlineData("eleventyNavigation: {key: a, hidden: true}")]
    [InlineData("description: draft true")]
    [InlineData("# draft: true")]
    [InlineData("seoTitle: @draft true")]
    [InlineData("draft: « non »")]
    [InlineData("draft: ✗")]
    [InlineData("tags:\n- draft\n- published")]
    [InlineData("statut: en cours")]
    [InlineData("statut: validé")]
    [InlineData("status: published")]
    [InlineData("visibility: public")]
    [InlineData("publication: Stratégie 2030")]
    [InlineData("published: Feuille de route 2099")]
    [InlineData("date_publication: mars 2020")]
    [InlineData("publishDate: 0001-01-01")]
    [InlineData("publishDate: 1970-01-01")]
    [InlineData("expiryDate: 9999-12-31")]
    [InlineData("expiryDate: 9999-12-31T23:59:59Z")]
    [InlineData("expiryDate: 9999-12-31T23:59:59-05:00")]
    [InlineData("note: |\n  Brouillon : la version de mars.\n  Publié : oui")]
    [InlineData("note: |\n  draft: false")]
    [InlineData("note: \"Un texte\n  sur deux lignes\"")]
    [InlineData("params: {craft: bois}")]
    [InlineData("page: {hidden: true}")]
    public void Load_ValueThatWouldNotHide_LeavesThePagePublic(string header)
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: A\n{header}");

        var snapshot = Load(site);

        Assert.Single(snapshot.Pages);
        Assert.Empty(snapshot.Places(DiagnosticRules.HidingKey));
    }

    [Theory]
    [InlineData("d/d.yaml", "Draft: true")]
    [InlineData("d/d.json", "{\"brouillon\": true}")]
    [InlineData("d/d.json", "{\"draft\": \"peut-être\"}")]
    [InlineData("d/d.json", "{\"draft\": true,, \"x\": 1}")]
    [InlineData("d/d.11tydata.json", "{\"publish_date\": \"01/01/2099\"}")]
    [InlineData("d/d.yaml", "draft = true")]
    [InlineData("d/d.yaml", "publishDate: bientôt")]
    [InlineData("d/d.yaml", "eleventyNavigation:\n  draft: true")]
    [InlineData("d/d.yaml", "<<<<<<< HEAD\nlayout: page\n=======\ndraft: true\n>>>>>>> b\n")]
    [InlineData("d/page.yaml", "darft: true")]
    [InlineData("_includes/layouts/l.njk", "---\npublished: false\n---\n{{ content }}")]
    [InlineData("_includes/layouts/l.njk", "<!--\ndraft: true\n-->\n{{ content }}")]
    [InlineData("d/d.11tydata.js", "module.exports = { layout: \"x\", Draft: true };")]
    [InlineData("d/page.11tydata.cjs", "module.exports = {\n  publish_date: \"2099-01-01\",\n};")]
    [InlineData("d/D.yaml", "draft: true")]
    [InlineData("d/PAGE.json", "{\"draft\": true}")]
    [InlineData("d/d.yaml", "params:\n  draft: true")]
    [InlineData("d/d.yaml", "eleventyComputed:\n  draft: \"{{ x }}\"")]
    [InlineData("d/d.yaml", "note: \"a\ndraft: true\nb: c\"")]
    public void Load_DataThatPagesInherit_HidesThem(string file, string data)
    {
        using var site = new SiteBuilder().With(file, data).WithPage("d/page.md", "title: A\nlayout: layouts/l.njk").WithPage("b.md", "title: B");

        var snapshot = Load(site);

        Assert.Equal(["b.md"], snapshot.Pages.Select(page => page.SourcePath));
        Assert.Contains(snapshot.Problems, problem => problem.File == file && problem.Rule.IsError);
    }

    [Theory]
    [InlineData("_data/draft.yaml", "true")]
    [InlineData("_data/draft.json", "\"oui\"")]
    [InlineData("_data/Draft.yaml", "vrai")]
    [InlineData("_data/publishDate.json", "\"31/12/2099\"")]
    [InlineData("_data/expiryDate.yaml", "2020-01-01")]
    [InlineData("_data/eleventyComputed.json", "{\"brouillon\": true}")]
    public void Load_SiteDataThatHides_HidesAllPagesThatDoNotSayOtherwise(string file, string data)
    {
        using var site = new SiteBuilder().With(file, data).WithPage("a.md", "title: A").WithPage("b.md", "title: B\ndraft: false\npublishDate: 2020-01-01\nexpiryDate: 2099-01-01");

        Assert.Equal(["b.md"], Load(site).Pages.Select(page => page.SourcePath));
    }

    [Theory]
    [InlineData("_data/draft.yaml", "false")]
    [InlineData("_data/draft.yaml", "titre: Essai")]
    [InlineData("_data/drafts.json", "[\"a\", \"b\"]")]
    [InlineData("_data/hidden.json", "true")]
    [InlineData("_data/status.yaml", "draft: Brouillon\nready: Prêt")]
    [InlineData("_data/eleventyComputed.yaml", "titre: x")]
    [InlineData("_data/eleventyComputed.js", "module.exports = { draft: data => data.x };")]
    [InlineData("d/d.11tydata.js", "module.exports = { permalink: data => data.draft ? false : undefined, draft: false };")]
    public void Load_DataThatOnlyNamesTheKeys_HidesNothing(string file, string data)
    {
        using var site = new SiteBuilder().With(file, data).WithPage("d/a.md", "title: A");

        Assert.Single(Load(site).Pages);
    }

    // A folder's name that macOS decomposed, and its data file's that another system wrote.
    [Theory]
    [InlineData("e\u0301te\u0301", "\u00e9t\u00e9")]
    [InlineData("\u00e9t\u00e9", "e\u0301te\u0301")]
    public void Load_DataFileInAnotherNormalForm_HidesItsFolder(string folder, string name)
    {
        using var site = new SiteBuilder().With($"{folder}/{name}.yaml", "draft: true").WithPage($"{folder}/a.md", "title: A").WithPage("b.md", "title: B");

        Assert.Equal(["b.md"], Load(site).Pages.Select(page => page.SourcePath));
    }

    [Theory]
    [InlineData("\"false\"")]
    [InlineData("non")]
    [InlineData("no")]
    [InlineData("'off'")]
    public void Load_PermalinkThatSaysNo_PublishesNothingAndIsReported(string permalink)
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: A\npermalink: {permalink}").WithPage("b.md", "title: B");

        var snapshot = Load(site);

        Assert.Equal(["b.md"], snapshot.Pages.Select(page => page.SourcePath));
        Assert.Equal(["a.md:3:12"], snapshot.Places(DiagnosticRules.Permalink));
    }

    // As with the right key: what is nearer to the page counts.
    [Fact]
    public void Load_MisspeltKeyOfAFolder_GivesWayToThePagesOwn()
    {
        using var site = new SiteBuilder().With("d/d.yaml", "Draft: true").WithPage("d/a.md", "title: A\ndraft: false").WithPage("d/b.md", "title: B");

        Assert.Equal(["d/a.md"], Load(site).Pages.Select(page => page.SourcePath));
    }

    [Fact]
    public void Load_DoubtfulDate_SaysThatThePageIsHiddenAndWhatToWrite()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: A\npublishDate: 12/31/2099");

        var problem = Assert.Single(Load(site).Problems);

        Assert.Equal((DiagnosticRules.ImpossibleDate, "a.md:3:14"), (problem.Rule, problem.Location));
        Assert.Contains("la page reste cachée", problem.Message, StringComparison.Ordinal);
        Assert.Contains("« publishDate: 2099-12-31 »", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnlistedMisspelt_IsReachableAndNotListed()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: A\nUnlisted: oui").WithPage("b.md", "title: B\nunlited: true");

        Assert.All(Load(site).Pages, page => Assert.False(page.IsListed));
    }

    [Theory]
    [InlineData("date: 2026-03-01\nupdated: 2026-02-01", true)]
    [InlineData("date: 2026-03-01\nupdated: 2026-03-01", false)]
    [InlineData("publishDate: 2026-03-01\nexpiryDate: 2026-03-01", true)]
    [InlineData("publishDate: 2026-03-01\nexpiryDate: 2026-02-01", true)]
    [InlineData("publishDate: 2026-03-01\nexpiryDate: 2026-03-02", false)]
    public void Load_DatesThatContradictEachOther_AreReported(string header, bool isReported)
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: A\n{header}");

        Assert.Equal(isReported ? ["a.md:4:" + (header.Contains("updated", StringComparison.Ordinal) ? "10" : "13")] : [], Load(site).Places(DiagnosticRules.ContradictoryDates));
    }

    [Theory]
    [InlineData("d/donnees.yaml", "draft: true", true)]
    [InlineData("d/D.yaml", "layout: page", true)]
    [InlineData("d/autre.json", "{\"Draft\": true}", true)]
    [InlineData("d/donnees.json", "{\"title\": \"Jeu de données\", \"description\": \"x\"}", false)]
    [InlineData("d/liste.yaml", "- draft", false)]
    [InlineData("d/d.yaml", "tags: x", false)]
    [InlineData("d/page.yaml", "tags: x", false)]
    [InlineData("_data/donnees.yaml", "draft: true", false)]
    public void Load_DataFileOfNothing_IsReported(string file, string data, bool isReported)
    {
        using var site = new SiteBuilder().With(file, data).WithPage("d/page.md", "title: A");

        Assert.Equal(isReported ? [file] : [], Load(site).Places(DiagnosticRules.OrphanData));
    }

    [Theory]
    [InlineData("Draft: true")]
    [InlineData("darft: true")]
    [InlineData("publish_date: 2099-01-01")]
    public void Check_MisspeltKey_IsToldOnce(string header)
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: A\ndescription: D\n{header}");

        Assert.Equal([DiagnosticRules.HidingKey], site.Check().Select(problem => problem.Rule));
    }

    // Windows are open or closed at an instant: one after all that is past in these tests.
    private static Snapshot Load(SiteBuilder site) =>
        Snapshot.Create(site.Content(), [new NavigationBuilder()], new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
}
