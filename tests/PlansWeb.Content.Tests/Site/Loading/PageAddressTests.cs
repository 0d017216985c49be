using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("publications/plans-action-ministeres/les-actions.md", "/publications/plans-action-ministeres/les-actions/")]
    [InlineData("réglementations/index.md", "/réglementations/")]
    [InlineData("posts/2022-04-01-x.md", "/posts/2022-04-01-x/")]
    [InlineData("a/b/b.md", "/a/b/")]
    [InlineData("a/b/index.md", "/a/b/")]
    [InlineData("a/a/a.md", "/a/a/")]
    [InlineData("index.md", "/")]
    [InlineData("README.md", "/README/")]
    [InlineData("a/Index.md", "/a/Index/")]
    [InlineData("Un Dossier/Une page.md", "/Un Dossier/Une page/")]
    [InlineData("v1.2/notes.v3.md", "/v1.2/notes.v3/")]
    [InlineData("a.md/b.md", "/a.md/b/")]
    public void FromPath_File_GivesEleventysAddress(string path, string expected) => Assert.Equal(expected, PageAddress.FromPath(path));

    [Theory]
    [InlineData("/a/b/", "/a/b/")]
    [InlineData("a/b/", "/a/b/")]
    [InlineData("404.html", "/404.html")]
    [InlineData("/x/index.html", "/x/")]
    [InlineData("index.html", "/")]
    [InlineData("/", "/")]
    [InlineData("/flux.xml", "/flux.xml")]
    [InlineData("/sans-extension", "/sans-extension")]
    [InlineData(" /a/ ", "/a/")]
    [InlineData("/re\u0301g/", "/rég/")]
    [InlineData("/Été 2022/", "/Été 2022/")]
    [InlineData("/a//b/", "/a/b/")]
    public void FromPermalink_Address_IsBroughtToOneForm(string permalink, string expected) => Assert.Equal(expected, PageAddress.FromPermalink(permalink));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("//exemple.fr/")]
    [InlineData("https://exemple.fr/")]
    [InlineData("/a/../b/")]
    [InlineData("./a/")]
    [InlineData("/a?b=1")]
    [InlineData("/a#b")]
    [InlineData("\\a\\b")]
    [InlineData("/a\nb/")]
    public void FromPermalink_NoAddressOfThisSite_IsNull(string permalink) => Assert.Null(PageAddress.FromPermalink(permalink));

    [Theory]
    [InlineData("posts/2022-04-01-x.md", "x", "/posts/x")]
    [InlineData("posts/rapport-2022-04-01-x.md", "x", "/posts/x")]
    [InlineData("posts/index.md", "posts", "/posts/index")]
    [InlineData("2022-04-01-salon/index.md", "salon", "/2022-04-01-salon/index")]
    [InlineData("a/2022-04-01-index.md", "a", "/a/index")]
    [InlineData("index.md", "", "/index")]
    [InlineData("a/b/b.md", "b", "/a/b/b")]
    [InlineData("2022-4-1-x.md", "2022-4-1-x", "/2022-4-1-x")]
    [InlineData("2022-04-01.md", "2022-04-01", "/2022-04-01")]
    public void FileSlug_File_IsEleventys(string path, string slug, string stem)
    {
        Assert.Equal(slug, PageAddress.FileSlug(path));
        Assert.Equal(stem, PageAddress.FilePathStem(path));
    }

    [Fact]
    public void Load_DecomposedFileName_HasComposedAddress()
    {
        using var site = new SiteBuilder().WithPage("re\u0301glementations/l\u2019e\u0301te\u0301.md", "title: x");

        var page = Assert.Single(site.Load().Pages);

        Assert.Equal("/réglementations/l’été/", page.Url);
        Assert.Equal("/r%C3%A9glementations/l%E2%80%99%C3%A9t%C3%A9/", page.Href);
    }

    [Fact]
    public void Load_PermalinkWithLiquid_IsResolvedFromTheCascade()
    {
        using var site = new SiteBuilder()
            .With("posts/posts.json", """{ "permalink": "/actualites/{{ page.fileSlug }}/", "rubrique": "x" }""")
            .With("_data/metadata.json", """{ "annee": 2022 }""")
            .WithPage("posts/2022-04-01-salon.md", "title: a")
            .WithPage("posts/b.md", "title: b\npermalink: \"{{ metadata.annee }}/{{ rubrique }}/index.html\"");

        var snapshot = site.Load();

        Assert.Equal("/actualites/salon/", snapshot.Page("posts/2022-04-01-salon.md").Url);
        Assert.Equal("/2022/x/", snapshot.Page("posts/b.md").Url);
        Assert.Empty(snapshot.Problems);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("'a?b'")]
    [InlineData("../x/")]
    [InlineData("12")]
    [InlineData("'{{ inconnue }}'")]
    public void Load_BadPermalink_KeepsTheFilesAddressAndSaysWhere(string permalink)
    {
        using var site = new SiteBuilder().WithPage("a/b.md", $"title: x\npermalink: {permalink}");

        var snapshot = site.Load();

        Assert.Equal("/a/b/", Assert.Single(snapshot.Pages).Url);
        Assert.Equal(["a/b.md:3:12"], snapshot.Places(DiagnosticRules.Permalink));
    }

    [Fact]
    public void Load_PermalinkFalse_IsNotServedButItsDataIsThere()
    {
        using var site = new SiteBuilder()
            .WithPage("a.md", "title: Caché\npermalink: false\ntags: fiche")
            .WithPage("b.md", "title: b", "{% for p in collections.fiche %}{{ p.data.title }}{{ p.url }}{% endfor %}");

        var page = Assert.Single(site.Load().Pages);

        Assert.Equal("<p>Caché</p>", page.Body.Value.Trim());
    }

    [Fact]
    public void Load_PermalinkFalseWithAMenuEntry_IsALinkOrAHeadingOfTheMenuAlone()
    {
        using var site = new SiteBuilder()
            .WithPage("a.md", "title: a\neleventyNavigation: {key: a}")
            .WithPage("ailleurs.md", "title: Ailleurs\npermalink: false\neleventyNavigation: {key: x, parent: a, title: Ailleurs, url: \"https://exemple.fr/\"}")
            .WithPage("rubrique.md", "title: Rubrique\npermalink: false\neleventyNavigation: {key: y, title: Y}");

        var snapshot = site.Load();
        var tree = snapshot.Part<NavigationTree>();

        Assert.Equal(["/a/"], snapshot.Pages.Select(page => page.Url));
        Assert.Equal([("a", "/a/"), ("y", "")], tree.Roots.Select(node => (node.Key, node.Href)));
        Assert.Equal([("Ailleurs", "https://exemple.fr/")], tree.Roots[0].Children.Select(node => (node.Title, node.Href)));
        Assert.Empty(snapshot.Problems);
    }
}
