using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>Links to documents, with what the files say of themselves.</summary>
public sealed class DocumentLinksTests : IDisposable
{
    private const int Length = 1_812_345;
    private const string Detail = "PDF\u00A0– 1,8\u00A0Mo, fichier lourd";

    private readonly SiteBuilder _folder = new SiteBuilder().With("docs/plan.pdf", new byte[Length]).With("docs/Données d’été.ods", new byte[850]);
    private Site? _site;

    private Site Running => _site ??= Start();

    public void Dispose()
    {
        _site?.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("[Le plan](/docs/plan.pdf)")]
    [InlineData("- [Le plan](/docs/plan.pdf)\n- Autre")]
    [InlineData("**[Le plan](../docs/plan.pdf)**")]
    [InlineData("| a |\n|---|\n| [Le plan](/docs/plan.pdf#page=3) |")]
    [InlineData("<p><a href=\"/docs/plan.pdf?x=1\">Le plan</a></p>")]
    [Trait("RGESN", "4.11")]
    public void Load_LinkAlone_IsADownloadLink(string markdown)
    {
        var link = Link(markdown);

        Assert.Equal("fr-link fr-link--download", link.ClassName);
        Assert.Equal(Detail, link.QuerySelector("span.fr-link__detail")!.TextContent);
        Assert.Equal($"Le plan {Detail}", link.TextContent);
    }

    [Theory]
    [InlineData("Lisez [le plan](/docs/plan.pdf) du ministère.")]
    [InlineData("[le plan](/docs/plan.pdf) ;")]
    [InlineData("## [le plan](/docs/plan.pdf)")]
    [InlineData("<a class=\"fr-btn\" href=\"/docs/plan.pdf\">le plan</a>")]
    [InlineData("<div class=\"fr-card\"><h3><a href=\"/docs/plan.pdf\">le plan</a></h3></div>")]
    public void Load_LinkWithinSomething_HasTheDetailInParentheses(string markdown)
    {
        var link = Link(markdown);

        Assert.False(link.ClassList.Contains("fr-link"));
        Assert.Equal($"le plan\u00A0({Detail})", link.TextContent);
    }

    [Theory]
    [InlineData("[Le plan (PDF, 1,8 Mo)](/docs/plan.pdf)", "Le plan (PDF, 1,8 Mo) fichier lourd")]
    [InlineData("[Le plan (pdf – 1 770 ko)](/docs/plan.pdf) et", "Le plan (pdf – 1 770 ko) (fichier lourd)")]
    [InlineData("[Le plan – PDF 1,73 Mio](/docs/plan.pdf) et", "Le plan – PDF 1,73 Mio (fichier lourd)")]
    [InlineData("[Le plan](/docs/plan.pdf) (PDF, 1,8 Mo)", "Le plan (fichier lourd)")]
    [InlineData("<a class=\"fr-link fr-link--download\" href=\"/docs/plan.pdf\">Le plan <span class=\"fr-link__detail\">PDF – 1,8 Mo</span></a>", "Le plan PDF – 1,8 Mo fichier lourd")]
    public void Load_SizeTypedByHand_IsKeptAndNotSaidTwice(string markdown, string text) =>
        Assert.Equal(text, Link(markdown).TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' '));

    [Fact]
    public void Load_OnlyFormatTyped_GetsTheSize() => Assert.Equal("Voir le plan (pdf)\u00A0(1,8\u00A0Mo, fichier lourd)", Link("[Voir le plan (pdf)](/docs/plan.pdf) et").TextContent);

    [Fact]
    public void Load_TextAboutSizes_IsNotTakenForTheDetail() => Assert.Equal($"Forfait 20 Go\u00A0({Detail})", Link("[Forfait 20 Go](/docs/plan.pdf) et").TextContent);

    [Theory]
    [InlineData("Texte.\n\n[Le plan (PDF, 2 Mo)](/docs/plan.pdf)", "2 Mo", 7)]
    [InlineData("[Le plan](/docs/plan.pdf) (PDF, 900 Ko)", "900 Ko", 5)]
    public void Load_TypedSizeIsWrong_IsReportedWithItsLine(string markdown, string size, int line)
    {
        _folder.WithPage("page.md", "title: Page", markdown);

        var problem = Assert.Single(Running.Store.Current.Problems);
        Assert.Equal(("taille-de-document-fausse", Severity.Warning, "page.md", line), (problem.Rule.Id, problem.Rule.Severity, problem.File, problem.Line));
        Assert.Contains($"« {size} »", problem.Message.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("1,8\u00A0Mo", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Plan](/docs/absent.pdf)")]
    [InlineData("[Plan](https://example.org/plan.pdf)")]
    [InlineData("[Plan](//example.org/docs/plan.pdf)")]
    [InlineData("[Plan](mailto:plan.pdf)")]
    [InlineData("[Plan](/docs/plan/)")]
    public void Load_NoSuchDocumentHere_StaysAsItIs(string markdown)
    {
        var link = Link(markdown);

        Assert.Equal("Plan", link.TextContent);
        Assert.False(link.HasAttribute("class"));
    }

    [Fact]
    public void Load_AddressWithSpacesAndAccents_IsFound() => Assert.EndsWith("ODS\u00A0– 850\u00A0o", Link("[Données](</docs/Données d’été.ods>)").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("<a href=\"/docs/plan.pdf\" hreflang=\"en\">Plan</a>", "", "anglais")]
    [InlineData("<a href=\"/docs/plan.pdf\" lang=\"de-AT\">Plan</a>", "", "allemand")]
    [InlineData("[Plan](/docs/plan.pdf)", "documentLang: es", "espagnol")]
    public void Load_OtherLanguage_IsSaid(string markdown, string frontMatter, string language)
    {
        var link = Link(markdown, frontMatter);

        Assert.Equal($"{Detail}\u00A0– {language}", link.QuerySelector(".fr-link__detail")!.TextContent);
        Assert.NotNull(link.GetAttribute("hreflang"));
        Assert.Equal(link.HasAttribute("lang") ? "fr" : null, link.QuerySelector("span")!.GetAttribute("lang"));
    }

    [Fact]
    public void Load_LanguageTypedByHand_IsNotSaidTwice() =>
        Assert.Equal($"Plan (en anglais) {Detail}", Link("<a href=\"/docs/plan.pdf\" hreflang=\"en\">Plan (en anglais)</a>").TextContent);

    [Fact]
    public void Load_LanguageOfThePdfItself_IsSaid()
    {
        _folder.With("docs/plan-en.pdf", "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>\nendobj\n");

        var link = Link("[Plan](/docs/plan-en.pdf)");

        Assert.Equal("en-GB", link.GetAttribute("hreflang"));
        Assert.Equal("PDF\u00A0– 66\u00A0o\u00A0– anglais", link.QuerySelector(".fr-link__detail")!.TextContent);
    }

    [Theory]
    [Trait("RGESN", "4.12")]
    [InlineData(1_000_000, "PDF\u00A0– 1\u00A0Mo")]
    [InlineData(1_000_001, "PDF\u00A0– 1\u00A0Mo, fichier lourd")]
    public void Load_MoreThanAMegabyte_IsCalledHeavy(int bytes, string detail)
    {
        _folder.With("docs/plan.pdf", new byte[bytes]);

        Assert.Equal(detail, Link("[Plan](/docs/plan.pdf)").QuerySelector(".fr-link__detail")!.TextContent);
    }

    [Fact]
    public void Load_SameLanguage_IsNotSaid() => Assert.EndsWith("lourd", Link("<a href=\"/docs/plan.pdf\" hreflang=\"fr-FR\">Plan</a>").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task LoadChanges_DocumentChangesAppearsAndGoes_RendersThePageAgain()
    {
        _folder.WithPage("page.md", "title: Page", "[Plan (PDF, 1,8 Mo)](/docs/plan.pdf)\n\n[Neuf](/docs/neuf.csv)").WithPage("autre.md", "title: Autre");
        using var site = Start();
        using var client = site.CreateClient();
        var other = site.Store.Current.Find("/autre/");
        Assert.Equal("Neuf", (await client.GetPage("/page/")).QuerySelector("a[href$=csv]")!.TextContent);

        _folder.With("docs/neuf.csv", new byte[2_000]).With("docs/plan.pdf", new byte[3_000_000]);
        Take(site);
        Assert.Equal("Neuf CSV\u00A0– 2\u00A0ko", (await client.GetPage("/page/")).QuerySelector("a[href$=csv]")!.TextContent);
        Assert.Equal((DiagnosticRules.DocumentSize, 5), (site.Store.Current.Problems.Single().Rule, site.Store.Current.Problems.Single().Line));

        File.Delete(Path.Combine(_folder.Root, "docs/neuf.csv"));
        Take(site);
        Assert.Equal("Neuf", (await client.GetPage("/page/")).QuerySelector("a[href$=csv]")!.TextContent);

        // Only what changed: a page that names no file is the one that was rendered first.
        Assert.Same(other, site.Store.Current.Find("/autre/"));
    }

    [Theory]
    [InlineData(0, "0\u00A0o")]
    [InlineData(999, "999\u00A0o")]
    [InlineData(1_000, "1\u00A0ko")]
    [InlineData(999_499, "999\u00A0ko")]
    [InlineData(999_500, "1\u00A0Mo")]
    [InlineData(1_849_999, "1,8\u00A0Mo")]
    [InlineData(999_950_000, "1\u00A0Go")]
    public void FileSize_Bytes_AreWrittenInFrenchUnits(long bytes, string text) => Assert.Equal(text, PlansWeb.Content.French.FileSize(bytes));

    private void Take(Site site) => site.Store.Publish(site.Loader.LoadChanges(_folder.Root, isThorough: false)!);

    private IElement Link(string markdown, string frontMatter = "")
    {
        _folder.WithPage("page.md", $"title: Page\n{frontMatter}", markdown);
        return Dom.Parse(Body()).QuerySelector("a")!;
    }

    private string Body() => Running.Store.Current.Find("/page/")!.Body.Value;

    private Site Start()
    {
        var site = new Site(_folder.Root);
        _ = site.Server;
        return site;
    }
}
