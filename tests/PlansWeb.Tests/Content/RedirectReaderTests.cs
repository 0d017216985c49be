using System.Net;
using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

public sealed class RedirectReaderTests
{
    [Theory]
    [InlineData("/b/", "/b/")]
    [InlineData("/b/#ancre", "/b/#ancre")]
    [InlineData("/b/?x=1&y=é#ancre", "/b/?x=1&y=%C3%A9#ancre")]
    [InlineData("/été 2022/", "/%C3%A9t%C3%A9%202022/")]
    [InlineData("/%C3%A9t%C3%A9/é/", "/%C3%A9t%C3%A9/%C3%A9/")]
    [InlineData("https://exemple.fr/é?x=1#fin", "https://exemple.fr/%C3%A9?x=1#fin")]
    [InlineData("https://exemple.fr", "https://exemple.fr/")]
    [InlineData("https://été.fr/a", "https://xn--t-9fab.fr/a")]
    [InlineData("http://exemple.fr:8080/a", "http://exemple.fr:8080/a")]
    public void Load_Target_IsReadyForAHeader(string target, string expected)
    {
        var snapshot = Load($"/a/: {target}");

        Assert.Equal(expected, snapshot.FindRedirect("/a/")!.Target);
        Assert.Empty(snapshot.Problems);
    }

    [Theory]
    [InlineData("/a/: b/")]
    [InlineData("/a/: //exemple.fr/")]
    [InlineData("/a/: /\\exemple.fr/")]
    [InlineData("/a/: 'javascript:alert(1)'")]
    [InlineData("/a/: ftp://exemple.fr/")]
    [InlineData("/a/:")]
    [InlineData("/a/: [b]")]
    [InlineData("'https://exemple.fr/a/': /b/")]
    [InlineData("/a/?x=1: /b/")]
    [InlineData("/b/: /c/")]
    [InlineData("/image.png: /c/")]
    [InlineData("/a/: /a/")]
    [InlineData("/a/: /A#x")]
    public void Load_BadRedirect_IsReportedWithItsLineAndLeftOut(string line)
    {
        var snapshot = Load("# redirections\n" + line);

        Assert.StartsWith("_data/redirects.yaml:2", Assert.Single(snapshot.Places(DiagnosticRules.Redirect).Concat(snapshot.Places(DiagnosticRules.RedirectLoop))), StringComparison.Ordinal);
        Assert.Null(snapshot.FindRedirect("/a/"));
    }

    [Fact]
    public void Load_EncodedOrDecomposedSource_IsTheDecodedAddress()
    {
        var snapshot = Load("/r%C3%A9g/: /b/\n/e\u0301te\u0301/: /b/\nsans-barre: /b/\n/x/index.html: /b/");

        Assert.Equal(["/rég/", "/sans-barre", "/x/", "/été/"], new[] { "/rég/", "/sans-barre", "/x/", "/été/" }.Where(url => snapshot.FindRedirect(url) is not null));
    }

    [Fact]
    public void Load_Circle_IsReportedForEachMemberAndNoneOther()
    {
        var snapshot = Load("/x/: /y/\n/y/: /z/?a#b\n/z/: /Y\n/long/: /encore/\n/encore/: /b/");

        Assert.Equal(["_data/redirects.yaml:2:6", "_data/redirects.yaml:3:6"], snapshot.Places(DiagnosticRules.RedirectLoop));
        Assert.NotNull(snapshot.FindRedirect("/x/"));
        Assert.NotNull(snapshot.FindRedirect("/long/"));
        Assert.Null(snapshot.FindRedirect("/y/"));
        Assert.Null(snapshot.FindRedirect("/z/"));
    }

    [Fact]
    public void Load_ChainOfTenThousand_IsWalkedOnce()
    {
        var yaml = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
        {
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"/{i}/: /{i + 1}/\n");
        }

        var snapshot = Load(yaml.ToString());

        Assert.Equal("/1/", snapshot.FindRedirect("/0/")!.Target);
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void Load_NotAMap_IsReported() => Assert.Single(Load("- /a/\n- /b/").Problems, problem => problem.Rule == DiagnosticRules.Redirect);

    [Fact]
    public void Load_Aliases_LeadToThePageAndNeverShadowOne()
    {
        using var site = new SiteBuilder()
            .WithPage("été.md", "title: x\naliases:\n  - /ancienne/\n  - plus-ancienne/index.html\n  - /b/\n  - /autre/")
            .WithPage("b.md", "title: b\naliases: /autre/")
            .With("_data/redirects.json", """{ "/ancienne/": "/c/" }""");

        var snapshot = site.Load();

        Assert.Equal("/%C3%A9t%C3%A9/", snapshot.FindRedirect("/ancienne/")!.Target);
        Assert.Equal("/%C3%A9t%C3%A9/", snapshot.FindRedirect("/plus-ancienne/")!.Target);
        Assert.Equal("/b/", snapshot.FindRedirect("/autre/")!.Target);
        Assert.Null(snapshot.FindRedirect("/b/"));
        Assert.Equal(["_data/redirects.json:1:17", "été.md:6:5", "été.md:7:5"], snapshot.Places(DiagnosticRules.Redirect));
    }

    [Theory]
    [InlineData("/a/?x=1", "/b/?x=1#ancre")]
    [InlineData("/a?x=1&y=%C3%A9", "/b/?x=1&y=%C3%A9#ancre")]
    [InlineData("/A/?x=1", "/b/?x=1#ancre")]
    [InlineData("/q/?x=1", "/b/?vue=complete#ancre")]
    [InlineData("/f/?x=1", "/b/?x=1#a?b")]
    [InlineData("/e/?x=1", "https://exemple.fr/#ancre")]
    [InlineData("/ancien/?x=1", "/b/?x=1")]
    [InlineData("/B/?x=1", "/b/?x=1")]
    [InlineData("/b/index.html?x=1", "/b/?x=1")]
    [InlineData("/Plan-du-site/?x=1", "/plan-du-site/?x=1")]
    [InlineData("/recherche?q=a", "/recherche/?q=a")]
    public async Task Get_RedirectWithQuery_HasItBeforeTheFragment(string path, string target)
    {
        using var folder = Folder("/a/: /b/#ancre\n/q/: /b/?vue=complete#ancre\n/f/: /b/#a?b\n/e/: https://exemple.fr/#ancre")
            .WithPage("b.md", "title: b\naliases: /ancien/");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        using var response = await client.Get(path);

        Assert.Equal((HttpStatusCode.MovedPermanently, target), (response.StatusCode, response.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Get_Redirects_AreAnswered()
    {
        using var folder = Folder("/a/: /b/#ancre\n/q/: /b/?x=1\n/e/: https://été.fr/é\n/finie/: 410\n/vide/: /b/");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        Assert.Equal("/b/#ancre", await Location("/a/"));
        Assert.Equal("/b/#ancre", await Location("/A"));
        Assert.Equal("/b/?x=1", await Location("/q/?y=2"));
        Assert.Equal("https://xn--t-9fab.fr/%C3%A9", await Location("/e/?y=2"));
        Assert.Equal("/b/", await Location("/B"));
        Assert.Equal("/b/", await Location("/b/index.html"));
        Assert.Equal("/finie/", await Location("/Finie"));
        Assert.Equal(HttpStatusCode.Gone, (await client.Get("/finie/")).StatusCode);

        async Task<string?> Location(string path)
        {
            var response = await client.Get(path);
            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            return response.Headers.Location!.OriginalString;
        }
    }

    private static SiteBuilder Folder(string yaml) => new SiteBuilder()
        .WithPage("b.md", "title: b").With("image.png", [1]).With("_data/redirects.yaml", yaml);

    private static Snapshot Load(string yaml)
    {
        using var site = Folder(yaml);
        return site.Load();
    }
}
