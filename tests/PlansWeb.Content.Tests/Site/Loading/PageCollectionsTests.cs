using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

public sealed class PageCollectionsTests
{
    private const string Lister = "all: {% for p in collections.all %}{{ p.fileSlug }} {% endfor %}/ x: {% for p in collections.x %}{{ p.fileSlug }} {% endfor %}";

    [Fact]
    public void Of_Pages_AreByDateThenPathUndatedLast()
    {
        using var site = new SiteBuilder()
            .WithPage("b.md", "title: b\ndate: 2022-01-01\ntags: x")
            .WithPage("a.md", "title: a\ndate: 2022-01-01\ntags: [x, y]")
            .WithPage("Z.md", "title: z\ntags: x")
            .WithPage("c.md", "title: c\ndate: 2021-01-01\ntags: x")
            .WithPage("d.md", "title: d\ntags: x")
            .WithPage("liste.md", "title: l\neleventyExcludeFromCollections: true", Lister);

        Assert.Equal("<p>all: c a b Z d / x: c a b Z d</p>", site.Load().Page("liste.md").Body.Value.Trim());
    }

    [Fact]
    public void Of_Excluded_AreReachableAndListedNowhere()
    {
        using var site = new SiteBuilder()
            .WithPage("a.md", "title: a\ntags: x\neleventyExcludeFromCollections: true")
            .WithPage("b.md", "title: b\ntags: x\neleventyExcludeFromCollections: [x]")
            .WithPage("c.md", "title: c\ntags: [x, all]\neleventyExcludeFromCollections: [all]")
            .WithPage("liste.md", "title: l\neleventyExcludeFromCollections: true", Lister);

        var snapshot = site.Load();

        Assert.Equal("<p>all: b / x: c</p>", snapshot.Page("liste.md").Body.Value.Trim());
        Assert.NotNull(snapshot.Find("/a/"));
    }

    [Fact]
    public void Of_PageWithoutAnAddressOfItsOwn_IsNotListed()
    {
        using var site = new SiteBuilder()
            .WithPage("a/a.md", "title: a")
            .WithPage("a/index.md", "title: b")
            .WithPage("liste.md", "title: l\neleventyExcludeFromCollections: true", "{% for p in collections.all %}{{ p.inputPath }} {% endfor %}");

        Assert.Equal("<p>./a/a.md</p>", site.Load().Page("liste.md").Body.Value.Trim());
    }
}
