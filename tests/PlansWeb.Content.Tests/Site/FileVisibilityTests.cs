using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site;

/// <summary>Documents and images of hidden pages: which texts of a source name a file, and who decides whether readers see it.</summary>
public sealed class FileVisibilityTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Document = "docs/Annexe chiffrée (v2).pdf";

    private readonly SiteBuilder _folder = new SiteBuilder().WithPage("index.md", "title: Accueil");

    public void Dispose() => _folder.Dispose();

    // Forms in which a body or a header names the file; the page stands at /plans/page/, its file in plans/.
    public static TheoryData<string, string> Forms => new()
    {
        { "", "[a](</docs/Annexe chiffrée (v2).pdf>)" },
        { "", "[a](/docs/Annexe%20chiffr%C3%A9e%20(v2).pdf)" },
        { "", "[a](/docs/Annexe%20chiffr%C3%A9e%20%28v2%29%2Epdf)" },
        { "", "[a](../../docs/Annexe%20chiffre%CC%81e%20(v2).pdf \"Titre\")" },
        { "", "[a](../docs/Annexe%20chiffrée%20(v2).pdf#page=2)" },
        { "", "[a](./../docs/Annexe%20chiffrée%20(v2).pdf?v=3)" },
        { "", "[a](https://www.exemple.fr/docs/Annexe%20chiffrée%20(v2).pdf)" },
        { "", "[a](//www.exemple.fr/docs/Annexe%20chiffrée%20(v2).pdf)" },
        { "", "[a](/DOCS/annexe%20CHIFFRÉE%20(V2).PDF)" },
        { "", "[a](/docs/Annexe&#32;chiffr&eacute;e&nbsp;(v2).pdf)".Replace("&nbsp;", " ", StringComparison.Ordinal) },
        { "", "[a](/docs/Annexe%20chiffrée%20\\(v2\\).pdf)" },
        { "", "[a][ref]\n\n[ref]: </docs/Annexe chiffrée (v2).pdf> 'Titre'" },
        { "", "<a href='/docs/Annexe chiffr&#xE9;e (v2)&#46;pdf'>a</a>" },
        { "", "<a href=/docs/Annexe%20chiffrée%20(v2).pdf>a</a>" },
        { "", "<img srcset=\"/x.png 1x, /docs/Annexe%20chiffrée%20(v2).pdf 2x\" alt=\"\">" },
        { "", "Le fichier s’appellera Annexe chiffrée (v2).pdf." },
        { "", "{% assign f = 'Annexe chiffrée (v2).pdf' %}[a](/docs/{{ f }})" },
        { "", "[a]({{ '/docs/Annexe chiffrée (v2).pdf' | url }})" },
        { "", "[a]({{ base }}/docs/Annexe%20chiffrée%20(v2).pdf)" },
        { "nom: Annexe chiffrée", "[a](</docs/{{ nom }} (v2).pdf>)" },
        { "", "[a](</docs/Annexe chiffrée ({{ version | downcase }}).pdf>)" },
        { "", "[a](/docs/Annexe*.pdf) [b](</docs/Annexe chiffrée (v2).{{ ext }}>)" },
        { "document: /docs/Annexe chiffrée (v2).pdf", "" },
        { "document: ../docs/Annexe chiffrée (v2).pdf", "" },
        { "document: Annexe chiffrée (v2).pdf", "" },
        { "document: \"/docs/Annexe chiffr\\u00e9e (v2).pdf\"", "" },
        { "document: \"/docs/Annexe chiffr\\xe9e (v2).pdf\"", "" },
        { "document: >-\n  /docs/Annexe\n  chiffrée (v2).pdf", "" },
        { "document: docs\\Annexe chiffrée (v2).pdf", "" },
        { "documents: [/x.pdf, '/docs/Annexe chiffrée (v2).pdf']", "" },
        { "documents:\n  - title: Annexe\n    file: /docs/Annexe chiffrée (v2).pdf", "" },
        { "image: {path: /docs/Annexe%20chiffrée%20(v2).pdf, alt: x}", "" },
        { "eleventyNavigation: {key: k, image: '/docs/Annexe chiffrée (v2).pdf'}", "" },
        { "note: a # voir /docs/Annexe chiffrée (v2).pdf", "" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Hidden_NamedByADraft_IsHidden(string header, string body)
    {
        _folder.With(Document, "x").WithPage("plans/page.md", $"title: Brouillon\ndraft: true\n{header}", body);

        AssertHidden("/" + Document);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Hidden_NamedByAPublicPageToo_IsPublic(string header, string body)
    {
        _folder.With(Document, "x").WithPage("brouillon.md", "title: Brouillon\ndraft: true", $"[a](</{Document}>)")
            .WithPage("plans/page.md", $"title: Publique\n{header}", body);

        AssertPublic("/" + Document);
    }

    [Fact]
    public void Hidden_NamedByNobody_IsPublic()
    {
        _folder.With("docs/a.pdf", "x").WithPage("brouillon.md", "title: Brouillon\ndraft: true", "[b](/docs/b.pdf)");

        AssertPublic("/docs/a.pdf");
    }

    [Theory]
    [InlineData("plan-2026.pdf")]
    [InlineData("sousplan.pdf")]
    [InlineData("sous-plan.pdf")]
    [InlineData("plan.pdf.zip")]
    [InlineData("plan.pdfx")]
    [InlineData("/autre/plan.pdf")]
    [InlineData("autre/plan.pdf")]
    [InlineData("https://exemple.org/ailleurs/docs/plan.pdf")]
    public void Hidden_PublicPageNamesAnotherFile_StaysHidden(string name)
    {
        _folder.With("docs/plan.pdf", "x").With("docs/plan-2026.pdf", "y").With("docs/plan.pdf.zip", "z").With("autre/plan.pdf", "z")
            .WithPage("brouillon.md", "title: Brouillon\ndraft: true", "[a](/docs/plan.pdf)").WithPage("publique.md", "title: Publique", $"[a](<{name}>)");

        AssertHidden("/docs/plan.pdf");
    }

    [Fact]
    public void Hidden_SameNameInTwoFolders_IsDecidedForEach()
    {
        _folder.With("a/plan.pdf", "x").With("b/plan.pdf", "y")
            .WithPage("a/page.md", "title: Brouillon\ndraft: true\ndocument: plan.pdf").WithPage("b/page.md", "title: Publique\ndocument: plan.pdf");

        AssertHidden("/a/plan.pdf");
        AssertPublic("/b/plan.pdf");
    }

    [Fact]
    public void Hidden_NamesThatCaseAloneTellsApart_AreTwo()
    {
        _folder.With("Plan.pdf", "x").With("plan.pdf", "y")
            .WithPage("brouillon.md", "title: Brouillon\ndraft: true", "[a](/Plan.pdf)").WithPage("publique.md", "title: Publique", "[a](/plan.pdf)");

        AssertHidden("/Plan.pdf");
        AssertPublic("/plan.pdf");
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("draft: oui")]
    [InlineData("draft: peut-être")]
    [InlineData("publishDate: 2099-01-01")]
    [InlineData("expiryDate: 2020-01-01")]
    [InlineData("eleventyNavigation: {parent: cachee}")]
    [InlineData("permalink: false\ndraft: true")]
    [InlineData("permalink: false\npublishDate: 2099-01-01")]
    public void Hidden_HoweverThePageIs_FollowsIt(string header)
    {
        _folder.With("plan.pdf", "x").WithPage("cachee.md", "title: Cachée\ndraft: true\neleventyNavigation: {key: cachee}")
            .WithPage("page.md", $"title: Page\n{header}", "[a](/plan.pdf)");

        AssertHidden("/plan.pdf");
    }

    [Theory]
    [InlineData("unlisted: true")]
    [InlineData("draft: false")]
    [InlineData("expiryDate: 2099-01-01")]
    [InlineData("permalink: false")]
    [InlineData("eleventyExcludeFromCollections: true")]
    public void Hidden_NamedByAPageThatReadersMaySee_IsPublic(string header)
    {
        _folder.With("plan.pdf", "x").WithPage("brouillon.md", "title: Brouillon\ndraft: true", "[a](/plan.pdf)").WithPage("page.md", $"title: Page\n{header}", "[a](/plan.pdf)");

        AssertPublic("/plan.pdf");
    }

    [Theory]
    [InlineData("_data/site.yaml", "logo: plan.pdf")]
    [InlineData("_data/site.json", "{\"logo\": \"docs\\/pl\\u0061n.pdf\"}")]
    [InlineData("_data/redirects.yaml", "/ancien/: /docs/plan.pdf")]
    [InlineData("_includes/base.njk", "<img src=\"/docs/plan.pdf\">")]
    [InlineData("publique/publique.yaml", "image: /docs/plan.pdf")]
    [InlineData("publique/page.json", "{\"image\": \"/docs/plan.pdf\"}")]
    [InlineData("publique/page.11tydata.yaml", "image: /docs/plan.pdf")]
    public void Hidden_NamedByPublicData_IsPublic(string file, string text)
    {
        _folder.With("docs/plan.pdf", "x").WithPage("brouillon.md", "title: Brouillon\ndraft: true", "[a](/docs/plan.pdf)").WithPage("publique/page.md", "title: Page").With(file, text);

        AssertPublic("/docs/plan.pdf");
    }

    [Theory]
    [InlineData("cachee/cachee.yaml", "image: /docs/plan.pdf")]
    [InlineData("cachee/cachee.yaml", "draft: true\nimage: /docs/plan.pdf")]
    [InlineData("cachee/cachee.json", "{\"draft\": true, \"image\": \"\\/docs\\/plan.pdf\"}")]
    [InlineData("cachee/page.json", "{\"image\": \"/docs/plan.pdf\"}")]
    [InlineData("cachee/page.11tydata.json", "{\"documents\": [\"/docs/plan.pdf\"]}")]
    [InlineData("cachee/Cachee.yaml", "image: /docs/plan.pdf")]
    [InlineData("cachee/PAGE.json", "{\"image\": \"/docs/plan.pdf\"}")]
    public void Hidden_NamedByDataOfHiddenPagesAlone_IsHidden(string file, string text)
    {
        _folder.With("docs/plan.pdf", "x").WithPage("cachee/page.md", text.Contains("draft", StringComparison.Ordinal) ? "title: Page" : "title: Page\ndraft: true").With(file, text);

        AssertHidden("/docs/plan.pdf");
    }

    [Fact]
    public void Hidden_FolderDataWithOnePublicPage_IsPublic()
    {
        _folder.With("docs/plan.pdf", "x").With("dossier/dossier.yaml", "image: /docs/plan.pdf")
            .WithPage("dossier/cachee.md", "title: Page\ndraft: true").WithPage("dossier/sous/publique.md", "title: Page");

        AssertPublic("/docs/plan.pdf");
    }

    [Fact]
    public void Hidden_WindowOfTheOnlyPage_OpensAndClosesTheFile()
    {
        var opens = new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
        _folder.With("plan.pdf", "x").WithPage("page.md", "title: Page\npublishDate: 2026-06-01T10:00:00Z\nexpiryDate: 2026-06-01T11:00:00Z", "[a](/plan.pdf)");
        var content = _folder.Content();

        Assert.Equal([false, true, true, false], new[] { opens.AddTicks(-1), opens, opens.AddHours(1).AddTicks(-1), opens.AddHours(1) }.Select(IsPublic));

        bool IsPublic(DateTimeOffset now) => Snapshot.Create(content, [], now).FindFile("/plan.pdf") is not null;
    }

    [Fact]
    public void Hidden_PageWithoutAddressHidesItself_WhereAllElseIsPublic()
    {
        _folder.With("plan.pdf", "x").WithPage("note.md", "title: Note\npermalink: false", "[a](/plan.pdf)");
        var before = _folder.Load();
        _folder.WithPage("note.md", "title: Note\npermalink: false\ndraft: true", "[a](/plan.pdf)");

        Assert.NotNull(before.FindFile("/plan.pdf"));
        Assert.Null(Snapshot.Create(_folder.Content(), [new PlansWeb.Content.Navigation.NavigationBuilder()], default, before).FindFile("/plan.pdf"));
    }

    [Fact]
    public void Hidden_ImageWithTheBytesOfAPublicOne_IsOfferedSmallerAllTheSame()
    {
        var photo = TestImages.Png(1000, 500);
        _folder.With("a.png", photo).With("b.png", photo).WithPage("brouillon.md", "title: Brouillon\ndraft: true", "![a](/a.png)");
        var snapshot = _folder.Load();

        Assert.Null(snapshot.FindFile("/a.png"));
        Assert.Equal("/b.png", snapshot.FindImage(snapshot.FindFile("/b.png")!.Hash)!.Url);
    }

    [Fact]
    public void Hidden_TwentyThousandNamesOnOneLine_AreSearchedOnce()
    {
        var names = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}.pdf "));
        _folder.With("a19999.pdf", "x").WithPage("brouillon.md", "title: Brouillon\ndraft: true", names);
        var content = _folder.Content();

        Assert.True(Assert.Single(content.References).Names.Sum(static name => (long)name.Length) < 2 * names.Length + 400_000);
        Assert.Null(Snapshot.Create(content, [], default).FindFile("/a19999.pdf"));
    }

    [Fact]
    public void Hidden_EditAfterEdit_IsAsIfNothingWereRemembered()
    {
        string[] files = ["a.pdf", "b.pdf", "c.pdf"];
        var random = new Random(1);
        var before = Load();
        for (var i = 0; i < 60; i++)
        {
            if (random.Next(8) == 0)
            {
                _folder.With(files[random.Next(3)], $"{i}");
            }

            var header = random.Next(3) == 0 ? "title: Page\ndraft: true" : "title: Page";
            _folder.WithPage($"p{random.Next(5)}.md", header, $"{i} [x](/{files[random.Next(3)]}) [y](/{files[random.Next(3)]})");
            var content = _folder.Content();

            before = Snapshot.Create(content, [], s_now, before);

            Assert.Equal(Snapshot.Create(content, [], s_now).HiddenFiles.Keys.Order(), before.HiddenFiles.Keys.Order());
        }
    }

    private void AssertHidden(string url)
    {
        var snapshot = Load();
        Assert.Null(snapshot.FindFile(url));
        Assert.DoesNotContain(snapshot.Files, file => file.Url == url);
        Assert.True(snapshot.HiddenFiles.ContainsKey(url));
    }

    private void AssertPublic(string url) => Assert.NotNull(Load().FindFile(url));

    private Snapshot Load() => Snapshot.Create(_folder.Content(), [], s_now);
}
