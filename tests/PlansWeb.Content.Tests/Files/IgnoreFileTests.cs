using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Files;

public sealed class IgnoreFileTests
{
    [Theory]
    [InlineData("README.md", "README.md")]
    [InlineData("./README.md", "README.md")]
    [InlineData("/README.md", "README.md")]
    [InlineData("**/README.md", "README.md,a/README.md,a/b/README.md")]
    [InlineData("a", "a/README.md,a/b/README.md,a/b/été.md,a/c.md")]
    [InlineData("a/b/", "a/b/README.md,a/b/été.md")]
    [InlineData("a/b/**", "a/b/README.md,a/b/été.md")]
    [InlineData("a/*.md", "a/README.md,a/c.md")]
    [InlineData("*.md", "README.md,index.md")]
    [InlineData("a/b/e\u0301te\u0301.md", "a/b/été.md")]
    [InlineData("  a/c.md\r", "a/c.md")]
    [InlineData("# a\n\n   \na/c.md\n#README.md", "a/c.md")]
    [InlineData("A", "")]
    [InlineData("inconnu/", "")]
    [InlineData("", "")]
    public void Load_Pattern_LeavesOutWhatItNames(string text, string expected)
    {
        using var site = Folder().With(".eleventyignore", text);

        var snapshot = site.Load();
        string[] all = ["README.md", "a/README.md", "a/b/README.md", "a/b/été.md", "a/c.md", "index.md"];

        Assert.Equal(expected, string.Join(',', all.Except(snapshot.Pages.Select(page => page.SourcePath))));
        Assert.Empty(snapshot.Places(DiagnosticRules.IgnorePattern));
    }

    [Theory]
    [InlineData("!a/c.md")]
    [InlineData("../x")]
    [InlineData("a/../b")]
    [InlineData("{a,b}.md")]
    [InlineData("a?.md")]
    [InlineData("a[bc].md")]
    [InlineData("a\\b")]
    public void Load_PatternThatIsNotKnown_IsReportedWithItsLine(string pattern)
    {
        using var site = Folder().With(".eleventyignore", $"# un\n{pattern}\nREADME.md\n");

        var snapshot = site.Load();

        Assert.Equal([".eleventyignore:2:1"], snapshot.Places(DiagnosticRules.IgnorePattern));
        Assert.Equal(5, snapshot.Pages.Count);
    }

    [Fact]
    public void Load_IgnoredFolder_HidesItsFilesButNoSiteData()
    {
        using var site = Folder().With(".eleventyignore", "a\n_data\n**/*.png").With("a/i.pdf", [1]).With("i.png", [1]).With("j.pdf", [1])
            .With("_data/m.json", """{"x":1}""").WithPage("p.md", "title: p", "{{ m.x }}");

        var snapshot = site.Load();

        Assert.Equal(["/j.pdf"], site.Content().Files.Select(file => file.Url));
        Assert.Equal("<p>1</p>", snapshot.Page("p.md").Body.Value.Trim());
    }

    private static SiteBuilder Folder() => new SiteBuilder()
        .WithPage("README.md", "title: x").WithPage("index.md", "title: x").WithPage("a/README.md", "title: x")
        .WithPage("a/c.md", "title: x").WithPage("a/b/README.md", "title: x").WithPage("a/b/été.md", "title: x");
}
