using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter;

public sealed class SiteDataTests
{
    [Fact]
    public void Load_SiteData_IsUnderItsFilesName()
    {
        using var site = new SiteBuilder()
            .With("_data/metadata.json", """{ "title": "Site", "guide": { "url": "/g/" } }""")
            .With("_data/i18n/fr.yaml", "oui: Oui")
            .With("_data/i18n/en.yml", "oui: Yes")
            .WithPage("a.md", "title: x\nmetadata:\n  guide:\n    nom: G", "{{ metadata.title }} {{ metadata.guide.url }} {{ metadata.guide.nom }} {{ i18n.fr.oui }} {{ i18n.en.oui }}");

        var snapshot = site.Load();

        Assert.Equal("<p>Site /g/ G Oui Yes</p>", snapshot.Pages[0].Body.Value.Trim());
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void Load_FoldersData_NearestWinsAndMapsMerge()
    {
        using var site = new SiteBuilder()
            .With("a/a.json", """{ "layout": "home", "description": "a", "image": { "path": "/a", "alt": "a" }, "who": ["un"] }""")
            .With("a/b/b.yaml", "description: b\nimage:\n  alt: b\nwho: [un, deux]")
            .With("a/b/b.11tydata.json", """{ "lang": "en" }""")
            .With("a/b/page.json", """{ "image": { "alt": "page" } }""")
            .With("a/b/page.11tydata.yaml", "toc: false")
            .WithPage("a/b/page.md", "title: x\nwho: [trois]")
            .WithPage("a/autre.md", "title: x")
            .WithPage("dehors.md", "title: x");

        var snapshot = site.Load();
        var page = snapshot.Page("a/b/page.md");
        var image = (IReadOnlyDictionary<string, object?>)page.Data["image"]!;

        Assert.Equal(("home", "b", "en", false), (page.Layout, page.Description, page.Lang, page.AllowsSummary));
        Assert.Equal(("/a", "page"), (image["path"], image["alt"]));
        Assert.Equal(["un", "un", "deux", "trois"], (IReadOnlyList<object?>)page.Data["who"]!);
        Assert.Equal("a", snapshot.Page("a/autre.md").Description);
        Assert.Null(snapshot.Page("dehors.md").Description);
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void Load_TagsOfFolderAndPage_AreJoined()
    {
        using var site = new SiteBuilder()
            .With("posts/posts.json", """{ "tags": ["posts"] }""")
            .WithPage("posts/a.md", "title: a\ntags: x")
            .WithPage("posts/b.md", "title: b\noverride:tags: x");

        var snapshot = site.Load();

        Assert.Equal(["posts", "x"], snapshot.Page("posts/a.md").Tags);
        Assert.Equal(["x"], snapshot.Page("posts/b.md").Tags);
    }

    [Fact]
    public void Load_DataOfTheContentFolderItself_IsInherited()
    {
        using var folder = new SiteBuilder()
            .With("content/content.json", """{ "lang": "en" }""")
            .WithPage("content/a/b.md", "title: x");

        var content = new PlansWeb.Content.Site.Loading.ContentLoader(new(), TimeProvider.System).Load(Path.Combine(folder.Root, "content"));

        Assert.Equal("en", Assert.Single(content.Pages).Lang);
        Assert.Empty(content.Files);
    }

    [Fact]
    public void Load_LayoutsFrontMatter_IsBelowTheFoldersAndThePages()
    {
        using var site = new SiteBuilder()
            .With("_includes/layouts/home.njk", "---\nlayout: layouts/base.njk\nlang: en\ntags: [gabarit]\ndescription: gabarit\n---\n{{ content }}")
            .With("_includes/layouts/base.njk", "---\nlang: de\ntoc: false\n---\n{{ content }}")
            .With("a/a.json", """{ "description": "dossier" }""")
            .WithPage("a/b.md", "title: x\nlayout: layouts/home.njk\ntags: page")
            .WithPage("a/c.md", "title: x\nlayout: layouts/home\noverride:tags: [page]")
            .WithPage("a/d.md", "title: x");

        var snapshot = site.Load();
        var page = snapshot.Page("a/b.md");

        Assert.Equal(("home", "en", "dossier", false), (page.Layout, page.Lang, page.Description, page.AllowsSummary));
        Assert.Equal(["gabarit", "page"], page.Tags);
        Assert.Equal(["page"], snapshot.Page("a/c.md").Tags);
        Assert.Equal("en", snapshot.Page("a/c.md").Lang);
        Assert.Equal(("page", "fr", true), (snapshot.Page("a/d.md").Layout, snapshot.Page("a/d.md").Lang, snapshot.Page("a/d.md").AllowsSummary));
    }

    [Fact]
    public void Load_LayoutsInACircle_End()
    {
        using var site = new SiteBuilder()
            .With("_includes/home.njk", "---\nlayout: page.njk\nlang: en\n---\n")
            .With("_includes/page.njk", "---\nlayout: home.njk\n---\n")
            .WithPage("a.md", "title: x\nlayout: home.njk");

        Assert.Equal("en", Assert.Single(site.Load().Pages).Lang);
    }

    [Fact]
    public void Load_LayoutInSiteData_IsTheDefaultOfEveryPage()
    {
        using var site = new SiteBuilder()
            .With("_data/layout.json", "\"layouts/home.njk\"")
            .WithPage("a.md", "title: x")
            .WithPage("b.md", "title: x\nlayout: plans-action");

        var snapshot = site.Load();

        Assert.Equal("home", snapshot.Page("a.md").Layout);
        Assert.Equal("plans-action", snapshot.Page("b.md").Layout);
    }

    [Fact]
    public void Load_JavaScriptDataThatAsksForAPackage_IsReportedOnceEachWithTheYamlToWrite()
    {
        using var site = new SiteBuilder()
            .With("posts/posts.11tydata.js", "module.exports = { a: require(\"a\") };")
            .With("_data/site.cjs", "module.exports = { a: require(\"b\") };")
            .With("_data/autre.js", "module.exports = { a: require(\"c\") };")
            .WithPage("posts/a.md", "title: a")
            .WithPage("posts/b.md", "title: b");

        var problems = site.Load().Problems;

        Assert.All(problems, problem => Assert.Equal(DiagnosticRules.ScriptData, problem.Rule));
        Assert.Equal(["_data/autre.js", "_data/site.cjs", "posts/posts.11tydata.js"], problems.Select(problem => problem.File));
        Assert.Contains("posts/posts.11tydata.yaml", problems[2].Advice, StringComparison.Ordinal);
        Assert.Contains("_data/site.yaml", problems[1].Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FaultInAFoldersData_IsToldOnceInThatFile()
    {
        using var site = new SiteBuilder()
            .With("posts/posts.yaml", "lang: fr\ndescription: [a]\neleventyNavigation:\n  parent: inconnu\n  title: T")
            .WithPage("posts/a.md", "title: a")
            .WithPage("posts/b.md", "title: b");

        var snapshot = site.Load();

        Assert.Equal(["posts/posts.yaml:2:14"], snapshot.Places(DiagnosticRules.WrongType));
        Assert.Equal(["posts/a.md", "posts/b.md"], snapshot.Places(DiagnosticRules.NavigationUnknownParent));
    }

    [Fact]
    public void Load_UnreadableDataFiles_LeaveThePagesServed()
    {
        using var site = new SiteBuilder()
            .With("posts/posts.json", "{ \"lang\": ")
            .With("_data/x.json", "")
            .With("_data/y.yaml", "[1, 2]")
            .WithPage("posts/a.md", "title: a", "{{ y[1] }}");

        var snapshot = site.Load();

        Assert.Equal("<p>2</p>", snapshot.Pages[0].Body.Value.Trim());
        Assert.Contains(snapshot.Problems, problem => problem.File == "posts/posts.json");
    }
}
