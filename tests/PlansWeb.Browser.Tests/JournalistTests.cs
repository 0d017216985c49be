using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>Eight questions as a journalist asks them: each is answered two clicks from the home page, and by one address.</summary>
public sealed class JournalistTests(PublishedSite published, BrowserFixture browser)
{
    private const string Section = "/publications/plans-action-ministeres/";

    public static TheoryData<string, string, string[], string> Questions => new()
    {
        { "What did Justice promise?", "administrations/justice/", ["Justice"], "Adopter la téléphonie logicielle" },
        { "Which actions are about data centres?", "actions/?thematique=centres-de-donnees", ["la comparaison", "Salle serveur et centre de données"], "4 actions, thème « Salle serveur et centre de données »" },
        { "What is done?", "actions/?statut=realisee", ["toutes les actions", "statut=realisee"], "7 actions, statut « réalisée »" },
        { "What changed in 2025?", "actions/?annee=2025", ["toutes les actions", "annee=2025"], "23 actions, avec une nouvelle en 2025" },
        { "Who says so?", "administrations/interieur/", ["Intérieur"], "Source : MiNumEco, bilan d’activité 2024, p. 9" },
        { "How do Culture and Intérieur compare?", "comparer/", ["la comparaison"], "Culture" },
        { "What is the State's target for reuse?", "indicateurs/", ["les indicateurs"], "Cible : 20 % en 2027" },
        { "Where is all of it, to download?", "donnees/", ["le registre"], "Tout le registre en un classeur" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Question_FromTheHomePage_IsAnsweredInTwoClicksAndByOneAddress(string question, string address, string[] clicks, string answer)
    {
        var site = await published.Embedded;
        var page = await browser.Open();
        await page.GotoAsync(site.Address.ToString());
        Assert.InRange(clicks.Length, 1, 2);
        foreach (var click in clicks)
        {
            await (click.Split('=') is [var filter, var value] ? Filter(page, filter, value) : page.Locator("main").GetByRole(AriaRole.Link, new() { Name = click, Exact = true }).First.ClickAsync());
        }

        await AssertAnswer(page, question, answer);
        Assert.StartsWith(new Uri(site.Address, Section + address.Split('?')[0]).ToString(), page.Url, StringComparison.Ordinal);

        await page.GotoAsync(new Uri(site.Address, Section + address).ToString());
        await AssertAnswer(page, question, answer);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Register_AsAWorkbook_IsDownloadedInTwoClicks()
    {
        var page = await browser.Open();
        await page.GotoAsync((await published.Embedded).Address.ToString());
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "le registre", Exact = true }).First.ClickAsync();

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tout le registre en un classeur" }).ClickAsync());

        Assert.Equal("actions.ods", file.SuggestedFilename);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Comparison_OfTwoAdministrations_ShowsBothInOneTable()
    {
        var page = await browser.Open();
        await page.GotoAsync(new Uri((await published.Embedded).Address, Section + "comparer/").ToString());

        var rows = (await page.Locator("main tbody tr").AllInnerTextsAsync()).Select(row => row.Replace('\u00A0', ' ')).ToList();

        Assert.Contains(rows, row => row.StartsWith("Culture", StringComparison.Ordinal) && row.Contains("1 réalisée", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("Intérieur", StringComparison.Ordinal) && row.Contains("1 en cours", StringComparison.Ordinal) && row.Contains("non publié", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    // Choosing in the list and sending the form is the click.
    private static async Task Filter(IPage page, string filter, string value)
    {
        await page.Locator($"main select[name={filter}]").SelectOptionAsync(value);
        await page.Locator("main form button").ClickAsync();
    }

    private static async Task AssertAnswer(IPage page, string question, string answer)
    {
        var text = (await page.Locator("main").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');
        Assert.True(text.Contains(answer, StringComparison.Ordinal), $"{question} {page.Url}\n{text}");
    }
}
