using PlansWeb.Content.FrontMatter.Repair;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter.Repair;

public sealed class GitConflictTests
{
    [Theory]
    [InlineData("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd", 2, "a\nb\nd")]
    [InlineData("<<<<<<< HEAD\nb\n||||||| base\no\n=======\nc\n>>>>>>> x", 1, "b")]
    [InlineData("<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> x\r\n", 1, "b\r\n")]
    [InlineData("<<<<<<< HEAD\n=======\nc\n>>>>>>> x\nd", 1, "d")]
    [InlineData("a\n<<<<<<< HEAD\nb", 2, "a\nb")]
    [InlineData("a\n=======\nb\n>>>>>>> x\nc", 2, "a\nc")]
    [InlineData("a\n>>>>>>> branche\nb", 2, "a\nb")]
    [InlineData("<<<<<<< A\nb\n=======\nc\n>>>>>>> A\n<<<<<<< B\nd\n=======\ne\n>>>>>>> B", 1, "b\nd")]
    public void Find_Markers_KeepsTheFirstVersion(string text, int line, string resolved)
    {
        var conflict = GitConflict.Find(text, isMarkdown: true);

        Assert.Equal((line, resolved), (conflict?.Line, conflict?.Resolved));
    }

    [Theory]
    [InlineData("Titre\n=======\n\nTexte")]
    [InlineData(">>>>>>> une citation de citations")]
    [InlineData("> a\n>>>>>>> b")]
    [InlineData("```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n```")]
    [InlineData("  <<<<<<< HEAD")]
    [InlineData("<<<<<<<< huit")]
    public void Find_TextThatLooksAlike_IsNoConflict(string text) => Assert.Null(GitConflict.Find(text, isMarkdown: true));

    [Fact]
    public void Check_ConflictInBody_IsToldOnceAndNeverShown()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: A\ndescription: D", "# Un\n\n<<<<<<< HEAD\n# Deux\n=======\n# Trois\n>>>>>>> x\n\n[](/nulle-part/)");

        Assert.Equal([("conflit-git", "a.md:8:1")], site.Check().Select(problem => (problem.Rule.Id, problem.Location)));
        var html = Assert.Single(site.Load().Pages).Body.Value;
        Assert.DoesNotContain("&lt;&lt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Trois", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_data/equipe.yaml", "{{ equipe.nom }}")]
    [InlineData("d/d.yaml", "{{ nom }}")]
    public void Check_ConflictInData_IsToldOnceAndTheFirstVersionIsRead(string file, string body)
    {
        using var site = new SiteBuilder().With(file, "<<<<<<< HEAD\nnom: A\n=======\nnom: B\n>>>>>>> b\n")
            .WithPage("d/page.md", "title: A\ndescription: D", body);

        Assert.Equal([("conflit-git", file + ":1:1")], site.Check().Select(problem => (problem.Rule.Id, problem.Location)));
        Assert.Equal("<p>A</p>", Assert.Single(site.Load().Pages).Body.Value.Trim());
    }

    // What was public stays as it was; what may be meant to hide it does.
    [Theory]
    [InlineData("---\ntitle: A\n---\n\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> x\n", true)]
    [InlineData("---\n<<<<<<< HEAD\ntitle: B\n=======\ntitle: C\n>>>>>>> x\n---\n\nDeux.\n", true)]
    [InlineData("---\ntitle: B\n<<: 3\n---\n\nDeux.\n", true)]
    [InlineData("---\ntitle: A\n<<<<<<< HEAD\n=======\ndraft: true\n>>>>>>> x\n---\n\nDeux.\n", false)]
    [InlineData("---\ntitle: B\n<<: 3\ndraft: true\n---\n\nDeux.\n", false)]
    [InlineData("---\ntitle: A\ndraft: true\n---\n\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> x\n", false)]
    [InlineData("---\ntitle: B\npublishDate: bientôt\n---\n\nDeux.\n", false)]
    [InlineData("---\ntitle: B\ndraft = true\n---\n\nDeux.\n", false)]
    public void LoadChanges_PageThatWasPublic_KeepsItsLastGoodVersionUnlessItMayBeHidden(string text, bool isKept)
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: A", "Un.");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        var before = loader.Load(site.Root);

        var content = loader.LoadChanges(site.With("a.md", text).Root, isThorough: true)!;

        var snapshot = Snapshot.Create(content, [], default);
        Assert.Equal(isKept ? ["<p>Un.</p>"] : [], snapshot.Pages.Select(page => page.Body.Value.Trim()));

        // What is served has the version of what is served: a site that started with this text has the same only where both hide the page.
        Assert.Equal(isKept, before.Version == content.Version);
        Assert.Equal(!isKept, site.Content().Version == content.Version);
        Assert.NotEmpty(content.Problems);
    }
}
