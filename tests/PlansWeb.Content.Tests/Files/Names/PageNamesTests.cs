using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Files.Names;

public sealed class PageNamesTests
{
    [Theory]
    [InlineData("page.md.txt")]
    [InlineData("note.txt")]
    [InlineData("sans-extension")]
    [InlineData("page.md ")]
    [InlineData("page.mdd")]
    [InlineData("page.markdown")]
    [InlineData("page.Markdown")]
    [InlineData("page.mdown")]
    [InlineData("page.mdx")]
    [InlineData("page.HTM")]
    [InlineData("page.11ty.js")]
    [InlineData("page.doc")]
    [InlineData("page.rtf")]
    [InlineData("index.markdown")]
    [InlineData("_index.markdown")]
    public void Load_FileThatLooksLikeAPage_IsReportedOnceAndNotServed(string name)
    {
        using var site = new SiteBuilder().WithPage("rubrique/" + name, "title: Page\ndraft: true");

        var snapshot = site.Load();

        Assert.Empty(snapshot.Pages);
        Assert.Empty(site.Content().Files);
        Assert.Equal(["rubrique/" + name], snapshot.Places(DiagnosticRules.PageName));
        Assert.Single(snapshot.Problems);
    }

    [Theory]
    [InlineData("Index.md", "/rubrique/Index/")]
    [InlineData("INDEX.md", "/rubrique/INDEX/")]
    [InlineData("README.md", "/rubrique/README/")]
    [InlineData("index .md", "/rubrique/index /")]
    [InlineData("_index.md", "/rubrique/_index/")]
    public void Load_NearlyTheFoldersPage_StaysWhereItIsAndIsReported(string name, string url)
    {
        using var site = new SiteBuilder().WithPage("rubrique/" + name, "title: Page");

        var snapshot = site.Load();

        Assert.Equal([url], snapshot.Pages.Select(page => page.Url));
        Assert.Contains("index.md", Assert.Single(snapshot.Problems).Advice, StringComparison.Ordinal);
        Assert.Equal(["rubrique/" + name], snapshot.Places(DiagnosticRules.PageName));
    }

    [Theory]
    [InlineData("index.MD")]
    [InlineData("rubrique.md")]
    public void Load_FoldersPage_IsNotReported(string name)
    {
        using var site = new SiteBuilder().WithPage("rubrique/" + name, "title: Page").WithPage("rubrique/README.md", "title: Lisez-moi");

        var snapshot = site.Load();

        Assert.Contains(snapshot.Pages, page => page.Url == "/rubrique/");
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void Load_ReadmeWithAnAddressOfItsOwn_IsNotReported()
    {
        using var site = new SiteBuilder().WithPage("rubrique/README.md", "title: Page\npermalink: /rubrique/");

        Assert.Empty(site.Load().Problems);
    }

    [Theory]
    [InlineData("notes.txt", "Des notes.\n")]
    [InlineData("tirets.txt", "---\nDes notes entre deux traits.\n---\nSuite\n")]
    [InlineData("donnees.csv", "---\na: b\n---\n")]
    public void Load_TextWithoutFrontMatter_IsServed(string name, string text)
    {
        using var site = new SiteBuilder().With(name, text);

        Assert.Equal(["/" + name], site.Content().Files.Select(file => file.Url));
        Assert.Empty(site.Load().Problems);
    }

    [Theory]
    [InlineData("LICENSE", "Texte libre.")]
    [InlineData("_includes/page.njk", "---\ntitle: x\n---\n")]
    [InlineData("_prive/index.html", "x")]
    [InlineData("_data/page.md", "---\ntitle: x\n---\n")]
    [InlineData("style.css", "/* */")]
    [InlineData("_brouillon.md", "---\ntitle: x\n---\n")]
    public void Load_FileThatIsNoPage_IsNotReported(string name, string text)
    {
        using var site = new SiteBuilder().With(name, text);

        Assert.Empty(site.Load().Problems);
    }
}
