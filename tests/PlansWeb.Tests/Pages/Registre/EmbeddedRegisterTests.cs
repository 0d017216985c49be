using AngleSharp.Dom;
using PlansWeb.Content.Plans;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages.Registre;

/// <summary>The register that is published: questions as a journalist asks them, each with one address that answers.</summary>
public sealed class EmbeddedRegisterTests(EmbeddedSite embedded)
{
    private const string Section = "/publications/plans-action-ministeres/";

    [Theory]
    [InlineData("What did Justice promise?", "administrations/justice/", "#justice-2 h4", "Adopter la téléphonie logicielle")]
    [InlineData("Which actions on data centres?", "actions/?thematique=centres-de-donnees", "main > p > strong", "4 actions")]
    [InlineData("What is done?", "actions/?statut=realisee", "main > p > strong", "7 actions")]
    [InlineData("What changed in 2025?", "actions/?annee=2025", "main > p > strong", "23 actions")]
    [InlineData("Who says so?", "administrations/interieur/", "#interieur-1", "Source : MiNumEco, bilan d’activité 2024, p. 9")]
    [InlineData("Culture and Intérieur?", "comparer/", "main table", "Culture")]
    [InlineData("The State's target for reuse?", "indicateurs/", "#cible-reemploi + p", "20 %")]
    [InlineData("All of it, to download?", "donnees/", "a[href$='actions.ods']", "Tout le registre")]
    [InlineData("Armées?", "administrations/armees/", "main > p > strong", "Aucune action connue")]
    public async Task Question_OfAJournalist_IsAnsweredByOneAddress(string question, string address, string selector, string answer)
    {
        var page = await embedded.Client.GetPage(Section + address);

        Assert.True(page.Texts(selector).Any(text => text.Contains(answer, StringComparison.Ordinal)), $"{question} {string.Join(" | ", page.Texts(selector))}");
    }

    [Theory]
    [InlineData("", "Ministères", "page")]
    [InlineData("administrations/justice/", "Ministères", "true")]
    [InlineData("actions/", "Actions", "page")]
    [InlineData("actions/?statut=realisee", "Actions", "page")]
    [InlineData("comparer/", "Ministères", "true")]
    [InlineData("les-gains-possibles/", "Gains", "page")]
    public async Task MainMenu_OfTheSection_MarksTheEntryThatLeadsThere(string address, string entry, string current)
    {
        var page = await embedded.Client.GetPage(Section + address);

        var marked = Assert.Single(page.QuerySelectorAll(".fr-nav__list > li > [aria-current], .fr-nav__list > li > details > summary[aria-current]"));
        Assert.Equal((entry, current), (marked.TextContent.Trim(), marked.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task Answers_OfAllQuestions_AreTwoClicksFromTheHomePage()
    {
        var first = Links(await embedded.Client.GetPage("/"));
        var second = new HashSet<string>(first, StringComparer.Ordinal);
        foreach (var link in first.Where(link => link.StartsWith('/') && !link.Contains('.', StringComparison.Ordinal)))
        {
            second.UnionWith(Links(await embedded.Client.GetPage(link)));
        }

        Assert.All(["administrations/justice/", "administrations/armees/", "actions/", "comparer/", "indicateurs/", "donnees/", "ce-que-l-on-ne-sait-pas/"], address => Assert.Contains(Section + address, second));
    }

    [Fact]
    public async Task Pages_EveryStatusAndFigure_HaveTheirSourceBesideThem()
    {
        var register = embedded.Site.Store.Current.Part<Register>();
        string[] pages =
        [
            "/", Section, .. new[] { RegisterPage.Actions, RegisterPage.Compare, RegisterPage.Indicators, RegisterPage.Unknown }.Select(register.Href), .. register.Administrations.Select(register.Href),
            .. new[] { "?page=2", "?statut=realisee", "?annee=2022", "?ministere=justice&thematique=achats", "?q=personne", "?tri=recent" }.Select(query => register.Href(RegisterPage.Actions) + query),
        ];

        var told = 0;
        foreach (var page in pages)
        {
            told += RegisterPagesTests.AssertSourced(await embedded.Client.GetPage(page));
        }

        Assert.Equal(23, pages.Length);
        Assert.InRange(told, 500, 5_000);
    }

    [Fact]
    public void Administrations_EveryDateOfADocument_HaveANameOfThatTime()
    {
        var register = embedded.Site.Store.Current.Part<Register>();
        var dates = register.News.Select(news => (news.Action.Administration, news.Reading.Date))
            .Concat(register.Papers.Select(paper => (paper.Administration, Date: paper.Date!.Value))).Distinct().ToList();

        Assert.InRange(dates.Count, 15, 100);
        Assert.Empty(dates.Where(told => !told.Administration.HasNameAt(told.Date)).Select(told => $"{told.Administration.Key} {told.Date.Iso}"));
        Assert.Equal("Ministère de la Transition écologique", register.Find("ecologie")!.NameAt(new RegisterDate(2022, 3, 31)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("actions/")]
    [InlineData("comparer/")]
    [InlineData("indicateurs/")]
    [InlineData("donnees/")]
    [InlineData("ce-que-l-on-ne-sait-pas/")]
    [InlineData("administrations/ecologie/")]
    [InlineData("administrations/justice/")]
    public async Task Page_OfData_HasFewElements(string address) => Assert.InRange((await embedded.Client.GetPage(Section + address)).All.Length, 100, 390);

    [Fact]
    public void Register_Published_HasTheFactsAndNoMore()
    {
        var register = embedded.Site.Store.Current.Part<Register>();

        Assert.Equal(11, register.Administrations.Count);
        Assert.Equal(7, register.Themes.Count);
        Assert.Equal(30, register.Actions.Count);
        Assert.Equal(13, register.Papers.Count);
        Assert.Equal(["Bilan 2020-2021 sur la thématique Mesure"], register.Papers.Where(paper => paper.IsThere).Select(paper => paper.Title));
        Assert.All(register.Actions, action => Assert.NotNull(action.Status));
        Assert.All(register.Actions, action => Assert.Null(action.Level));
        Assert.DoesNotContain(register.Actions, action => action.Administration.Key == "armees");
    }

    private static HashSet<string> Links(IParentNode page) => page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).ToHashSet(StringComparer.Ordinal);
}
