using System.Text.Json;
using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>Plans: one Markdown file and one document dropped into a folder.</summary>
public sealed class PlanBookTests : IDisposable
{
    private const string Official = "https://example.org/plans/";

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("section/index.md", "title: Rubrique\nlayout: layouts/plans-action.njk\neleventyNavigation: {key: section, parent: haut, title: Rubrique}", "Texte.")
        .WithPage("section/page.md", "title: Page\nlayout: plans-action\neleventyNavigation: {parent: section, title: Page}", "Texte.")
        .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: haut, title: Haut}")
        .With("section/plans/plans.yaml", "layout: layouts/plan.njk\n")
        .WithPage("section/plans/justice.md", $"title: Plan 2026\nadministration: Ministère de la Justice\ndocument: {Official}", "Le plan.")
        .WithPage("section/plans/ecologie.md", "title: Plan de la transition\nadministration: Écologie\ndocument: ecologie.pdf\ndate: 2026-04-01", "Le plan.")
        .With("section/plans/ecologie.pdf", new byte[1_812_345])
        .WithPage("section/plans/culture.md", "title: Plan de la culture", "Le plan.");

    private readonly Lazy<Site> _site;

    public PlanBookTests() => _site = new Lazy<Site>(() => new Site(_folder.Root));

    public void Dispose()
    {
        if (_site.IsValueCreated)
        {
            _site.Value.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Index_Cards_AreThePlansInFrenchOrder()
    {
        var page = await Get("/section/");

        Assert.Equal(["Écologie : Plan de la transition", "Ministère de la Justice : Plan 2026", "Plan de la culture"], page.Texts("main .fr-card h3"));
        Assert.Equal(["1er avril 2026. PDF – 1,8 Mo, fichier lourd", "Document sur le site officiel", "Le document n’est pas sur ce site"], page.Texts(".fr-card__desc"));
        Assert.Equal(["/section/plans/ecologie/", "/section/plans/justice/", "/section/plans/culture/"], page.QuerySelectorAll(".fr-card a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("[data-page-content] .fr-card"));
        Assert.Single(page.QuerySelectorAll("link[href^='/css/components.']"));
    }

    [Theory]
    [InlineData("/section/page/")]
    [InlineData("/")]
    [InlineData("/section/plans/culture/")]
    public async Task OtherPages_HaveNoCards(string address) => Assert.Empty((await Get(address)).QuerySelectorAll(".fr-card"));

    [Fact]
    public async Task Index_OrderOfThePages_ComesFirst()
    {
        _folder.WithPage("section/plans/culture.md", "title: Culture\norder: -1").WithPage("section/plans/armees.md", "title: Armées\norder: 2.5");

        Assert.Equal(["Culture", "Écologie : Plan de la transition", "Ministère de la Justice : Plan 2026", "Armées"], (await Get("/section/")).Texts(".fr-card h3"));
    }

    [Fact]
    public async Task Index_SeveralPlansOfOneAdministration_AreToldApart()
    {
        _folder.WithPage("section/plans/ecologie-bilan.md", "title: Bilan\nadministration: Écologie\ndocument: ecologie.pdf\ndocumentLang: en");

        var page = await Get("/section/");

        Assert.Equal(["Écologie : Bilan", "Écologie : Plan de la transition"], page.Texts(".fr-card h3").Take(2));
        Assert.Equal("PDF – 1,8 Mo, fichier lourd – anglais", page.Texts(".fr-card__desc")[0]);
    }

    [Fact]
    public async Task Index_TitleThatNamesTheAdministration_StandsAlone()
    {
        _folder.WithPage("section/plans/culture.md", "title: Plan du ministère de la Culture\nadministration: Ministère de la Culture");

        Assert.Contains("Plan du ministère de la Culture", (await Get("/section/")).Texts(".fr-card h3"));
    }

    [Fact]
    public async Task Plans_AreInNoSideMenuAndHaveTheirTrail()
    {
        Assert.DoesNotContain((await Get("/section/")).Texts(".fr-sidemenu li"), text => text.Contains("Plan de", StringComparison.Ordinal));
        var plan = await Get("/section/plans/justice/");
        Assert.Equal(["Rubrique", "Plan 2026"], plan.Texts(".fr-breadcrumb li")[^2..]);
    }

    [Fact]
    public async Task Plan_DocumentHere_IsADownloadLinkWithItsSize()
    {
        var page = await Get("/section/plans/ecologie/");
        var link = page.QuerySelector("main a.fr-link--download")!;

        Assert.Equal("/section/plans/ecologie.pdf", link.GetAttribute("href"));
        Assert.Equal("Télécharger le plan PDF – 1,8 Mo, fichier lourd", link.Text());
        Assert.Equal("Écologie", page.QuerySelector("main strong")!.TextContent);
        Assert.Single(page.QuerySelectorAll("link[href^='/css/components.']"));
    }

    [Fact]
    public async Task Plan_DocumentElsewhere_IsALinkToTheOfficialSite()
    {
        var page = await Get("/section/plans/justice/");

        Assert.Equal(Official, page.QuerySelector("main p > a[href^=https]")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll(".fr-link--download, link[href^='/css/components.']"));
    }

    [Theory]
    [InlineData("absent.pdf")]
    [InlineData("/docs/absent.pdf")]
    [InlineData("../../secret.pdf")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public async Task Plan_DocumentIsNotThere_IsReportedAndSaid(string document)
    {
        _folder.WithPage("section/plans/culture.md", $"title: Culture\ndocument: \"{document}\"");

        var page = await Get("/section/plans/culture/");

        Assert.Contains("Le document n’est pas sur ce site.", page.Texts("main p"));
        Assert.Equal(["section/plans/culture.md:3:12"], _folder.CheckFor(DiagnosticRules.PlanDocument));
    }

    [Theory]
    [InlineData("documents: [culture.pdf, annexe.odt, \"https://example.org/docs/grille.ods\"]", "Télécharger le plan (culture)|Télécharger le plan (annexe)|lire le plan sur le site officiel (grille)", "3 documents")]
    [InlineData("document: culture.pdf\ndocuments: [annexe.odt, culture.pdf]", "Télécharger le plan (culture)|Télécharger le plan (annexe)", "2 documents")]
    [InlineData("documents: culture.pdf", "Télécharger le plan", "PDF – 20 ko")]
    [InlineData("documents: [culture.pdf, absent.pdf, \"\", 3]", "Télécharger le plan", "PDF – 20 ko")]
    public async Task Plan_SeveralDocuments_EachHasALinkOfItsOwnName(string frontMatter, string links, string card)
    {
        _folder.WithPage("section/plans/culture.md", "title: Culture\nadministration: Ministère de la Culture\n" + frontMatter).With("section/plans/culture.pdf", new byte[20_000]).With("section/plans/annexe.odt", new byte[20_000]);

        var page = await Get("/section/plans/culture/");

        Assert.Equal(links.Split('|'), page.QuerySelectorAll("main p > a[href$=pdf], main p > a[href$=odt], main p > a[href$=ods]").Select(static link => link.ChildNodes[0].TextContent.Trim()));
        Assert.Contains(card, (await Get("/section/")).Texts(".fr-card__desc"));
        using var list = JsonDocument.Parse(await _site.Value.CreateClient().GetStringAsync("/api/pages.json", TestContext.Current.CancellationToken));
        var entry = list.RootElement.EnumerateArray().Single(static page => page.GetProperty("path").GetString() == "/section/plans/culture/");
        Assert.Equal("Ministère de la Culture", entry.GetProperty("administration").GetString());
        Assert.Equal(links.Split('|').Length, entry.GetProperty("documents").GetArrayLength());
        Assert.Equal(frontMatter.Contains("absent", StringComparison.Ordinal) ? 1 : 0, _folder.CheckFor(DiagnosticRules.PlanDocument).Count(static place => place.Contains("culture.md", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task HiddenPlans_HaveNoCard()
    {
        _folder.WithPage("section/plans/culture.md", "title: Culture\ndraft: true").WithPage("section/plans/justice.md", "title: Justice\nunlisted: true");

        Assert.Equal(["Écologie : Plan de la transition"], (await Get("/section/")).Texts(".fr-card h3"));
    }

    [Fact]
    public async Task PlanAndDocumentDropped_AreShownAndFollowTheFile()
    {
        _ = await Get("/section/");
        _folder.WithPage("section/plans/armees.md", "title: Armées\ndocument: armees.odt").With("section/plans/armees.odt", new byte[20_000]);
        Take();
        Assert.Equal("ODT – 20 ko", await Description());

        _folder.With("section/plans/armees.odt", new byte[30_000]);
        Take();
        Assert.Equal("ODT – 30 ko", await Description());

        void Take() => _site.Value.Store.Publish(_site.Value.Loader.LoadChanges(_folder.Root, isThorough: false)!);

        async Task<string> Description() =>
            (await Get("/section/")).QuerySelectorAll(".fr-card").Single(card => card.QuerySelector("h3")!.Text() == "Armées").QuerySelector(".fr-card__desc")!.Text();
    }

    [Fact]
    public async Task WholeSection_NamesThePlansToo() =>
        Assert.Equal(3, (await Get("/section/?vue=complete")).QuerySelectorAll(".fr-card").Length);

    private async Task<IDocument> Get(string address) => await _site.Value.CreateClient().GetPage(address);
}
