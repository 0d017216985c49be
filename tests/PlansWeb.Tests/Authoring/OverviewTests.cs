using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Authoring;

/// <summary>The page <c>/_redaction/</c>: everything, and what a filter leaves of it, without a script.</summary>
public sealed class OverviewTests : IDisposable
{
    private readonly SmallSite _site = new(new SiteBuilder()
        .WithPage("index.md", "title: Accueil\ndescription: Une page.\ndate: 2026-11-24\nupdated: 2026-11-25")
        .WithPage("brouillon.md", "title: Le brouillon\ndraft: true\neleventyNavigation: {key: b}", "[Un lien](/nulle-part/)")
        .WithPage("dessous.md", "title: <i>Dessous</i>\ndescription: Une page.\neleventyNavigation: {key: d, parent: b}")
        .WithPage("secrete.md", "title: Non listée\ndescription: Une page.\nunlisted: true\neleventyNavigation: {key: s}")
        .WithPage("secrete-dessous.md", "title: Sous la secrète\ndescription: Une page.\neleventyNavigation: {parent: s}")
        .WithPage("demain.md", "title: Demain\ndescription: Une page.\npublishDate: 2999-01-01")
        .WithPage("hier.md", "title: Hier\ndescription: Une page.\nexpiryDate: 2001-01-01", "![Une vue](/vue.png)")
        .With("vue.png", FaultSpec.Png(100, 100, 5_000))
        .With("_data/redirects.yaml", "/vieux/: /nulle-part/\n"), WritersSite.Over);

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Get_Overview_ListsEveryPageWithItsState()
    {
        var page = await _site.Client.GetPage("/_redaction/");

        Assert.Equal(
            [
                "brouillon.md: brouillon", "demain.md: programmée", "dessous.md: brouillon à cause de « Le brouillon »", "hier.md: expirée", "index.md: publiée",
                "secrete-dessous.md: non listée à cause de « Non listée »", "secrete.md: non listée",
            ],
            page.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[2].Text()}: {row.Children[1].Text()}"));
        var home = page.QuerySelectorAll("tbody tr").Single(row => row.Children[2].Text() == "index.md");
        Assert.Equal("/", home.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("datée du 24 novembre 2026mise à jour le 25 novembre 2026", home.Children[3].Text());
        Assert.Contains("publique à partir du 1er janvier 2999 à 0 h 00", page.DocumentElement.Text(), StringComparison.Ordinal);
        Assert.Contains("<i>Dessous</i>", page.Texts("tbody a"));
        Assert.StartsWith("5,", page.QuerySelectorAll("tbody tr").Single(row => row.Children[2].Text() == "hier.md").Children[4].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Overview_ListsEveryProblemWhereverItIs()
    {
        var page = await _site.Client.GetPage("/_redaction/");

        Assert.Equal(["_data/redirects.yaml", "brouillon.md Le brouillon"], page.Texts("h3"));
        Assert.Equal(["redirection-sans-arrivee", "description-manquante", "lien-mort"], Rules(page));
        Assert.Contains("Messages (3)", page.Texts("h2"));
    }

    [Theory]
    [InlineData("etat=Draft", "brouillon.md dessous.md", "description-manquante lien-mort")]
    [InlineData("etat=Published", "index.md", "")]
    [InlineData("gravite=Warning", "brouillon.md", "description-manquante")]
    [InlineData("regle=lien-mort", "brouillon.md", "lien-mort")]
    [InlineData("regle=lien-mort&etat=Published", "", "")]
    [InlineData("regle=inconnue", "", "")]
    [InlineData("q=NULLE-part", "brouillon.md", "redirection-sans-arrivee lien-mort")]
    [InlineData("q=secr%C3%A8te", "secrete-dessous.md", "")]
    [InlineData("etat=99&gravite=x&q=+demain+", "demain.md", "")]
    public async Task Get_Filter_ShowsWhatItAsksForAndKeepsWhatWasChosen(string query, string files, string rules)
    {
        var page = await _site.Client.GetPage("/_redaction/?" + query);

        Assert.Equal(files, string.Join(' ', page.QuerySelectorAll("tbody tr").Select(row => row.Children[2].Text())));
        Assert.Equal(rules, string.Join(' ', Rules(page)));
        foreach (var (key, value) in query.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])).Where(pair => pair.Item1 is "etat" or "regle" && pair.Item2 != "99"))
        {
            Assert.Equal(value, page.QuerySelector<IHtmlSelectElement>($"select[name={key}]")!.Value);
        }
    }

    [Fact]
    public async Task Get_Overview_IsAWholePageForPeopleWithoutScript()
    {
        var page = await _site.Client.GetPage("/_redaction/?q=%22%3E%3Cscript%3E");

        Assert.Equal("\"><script>", page.QuerySelector<IHtmlInputElement>("input[name=q]")!.Value);
        Assert.Single(page.Scripts);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEqual("post", page.QuerySelector("form")!.GetAttribute("method"));
        Assert.All(page.QuerySelectorAll("select, input"), field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Get_ThousandsOfPages_ShowsTheFirstAndSaysSo()
    {
        using var folder = new SiteBuilder();
        for (var i = 0; i < 300; i++)
        {
            folder.WithPage($"p{i}.md", $"title: Page {i}\ndescription: Une page.");
        }

        using var site = WritersSite.Over(folder);
        using var client = site.CreateClient();
        var page = await client.GetPage("/_redaction/");

        Assert.Equal(200, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Les 200 premiers sont affichés", page.DocumentElement.Text(), StringComparison.Ordinal);
        Assert.Contains("Pages (300)", page.Texts("h2"));
    }

    private static IEnumerable<string> Rules(IParentNode page) => page.QuerySelectorAll(".redaction-problems a[href^='/_redaction/']").Select(link => link.TextContent);
}
