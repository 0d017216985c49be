using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>The page that the project was made for, as a citizen gets it.</summary>
public sealed class SeedPageTests(EmbeddedSite embedded)
{
    private const string Seed = "/publications/plans-action-ministeres/a-propos/";
    private const string Section = "/publications/plans-action-ministeres/";

    [Fact]
    public async Task Get_Seed_HasOneHeadingOfTheFirstLevel()
    {
        var page = await embedded.Client.GetPage(Seed);

        Assert.Equal(["À propos"], page.Texts("h1"));
        Assert.Equal("contenu", page.QuerySelector("main")!.Id);
    }

    [Fact]
    public async Task Get_Seed_HasTitleAndDescriptionOfItsFrontMatter()
    {
        var page = await embedded.Client.GetPage(Seed);

        Assert.StartsWith("À propos", page.Title, StringComparison.Ordinal);
        Assert.StartsWith(
            "Dans le cadre de la démarche Service Public Ecoresponsable, démarche globale",
            page.QuerySelector("meta[name=description]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Get_Seed_ShowsItsUpdateDateForPeopleAndForMachines()
    {
        var time = (await embedded.Client.GetPage(Seed)).QuerySelector("main time")!;

        Assert.Equal("2022-04-01", time.GetAttribute("datetime"));
        Assert.Equal("Dernière mise à jour le 1er avril 2022", time.ParentElement!.Text());
    }

    [Fact]
    public async Task Get_Seed_HasTheBreadcrumbOutsideMain()
    {
        var page = await embedded.Client.GetPage(Seed);
        var breadcrumb = page.QuerySelector(".fr-breadcrumb")!;

        Assert.Equal(["Accueil", "Publications", "Plans d’action des ministères", "À propos"], breadcrumb.Texts("li"));
        Assert.Equal(["/", "/publications/", Section], breadcrumb.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Null(breadcrumb.Closest("main"));
    }

    [Fact]
    public async Task Get_Seed_HasTheSideMenuInTheOldOrderThenTheRegister()
    {
        var menu = (await embedded.Client.GetPage(Seed)).QuerySelector(".fr-sidemenu")!;

        Assert.Equal(
            ["Accueil", "À propos", "Gouvernance", "Les actions", "Les gains possibles",
                "Cadre d’action et offre de service de la mission interministérielle",
                "Toutes les actions", "Comparer", "Indicateurs", "Données", "Ce que l’on ne sait pas"],
            menu.Texts("li"));
        Assert.Equal(["À propos"], menu.Texts("[aria-current=page]"));
        Assert.Equal(Section, menu.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_Seed_HasEveryParagraphHeadingAndLinkOfTheFile()
    {
        var content = (await embedded.Client.GetPage(Seed)).QuerySelectorAll("[data-page-content]").Single();
        var file = await File.ReadAllLinesAsync(
            Path.Combine(Repository.Content, "publications/plans-action-ministeres/a-propos.md"), TestContext.Current.CancellationToken);
        var body = file.SkipWhile(line => line != "").Where(line => line.Length > 0).ToArray();
        var links = body.SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line, @"\[([^\]]+)\]\(([^)]+)\)")).ToArray();

        Assert.Equal(body.Where(line => line.StartsWith('#')).Select(line => Plain(line[3..])), content.QuerySelectorAll("h2").Select(Plain));
        Assert.Equal(
            body.Where(line => !line.StartsWith('#')).Select(line => Plain(System.Text.RegularExpressions.Regex.Replace(line, @"\[([^\]]+)\]\([^)]+\)", "$1"))),
            content.QuerySelectorAll("p").Select(Plain));
        Assert.Equal(
            links.Select(link => (Plain(link.Groups[1].Value), (string?)link.Groups[2].Value)),
            content.QuerySelectorAll("a").Select(link => (Plain(link), link.GetAttribute("href"))));
    }

    [Fact]
    public async Task Get_Seed_HeadingsHaveStableAnchorsWithoutAccents()
    {
        var content = (await embedded.Client.GetPage(Seed)).QuerySelector("[data-page-content]")!;

        Assert.Equal("les-usages-numeriques-ont-un-impact-majeur-sur-l-environnement", content.QuerySelector("h2")!.Id);
    }

    [Fact]
    public async Task Get_LinksOfTheSeedToTheOldSite_LeadThere()
    {
        var content = (await embedded.Client.GetPage(Seed)).QuerySelector("[data-page-content]")!;
        foreach (var href in content.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith('/')))
        {
            var response = await embedded.Client.Get(href);

            Assert.Equal(301, (int)response.StatusCode);
            Assert.Equal("https://ecoresponsable.numerique.gouv.fr" + href, response.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task Get_AnyPage_HasNoScriptNoStyleAttributeAndNoThirdParty()
    {
        foreach (var path in embedded.Site.Store.Current.Pages.Select(page => page.Href))
        {
            var page = await embedded.Client.GetPage(path);

            Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, [style]"));
            Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(page.QuerySelectorAll("link[href], img[src]"), element =>
                Assert.StartsWith("/", element.GetAttribute("href") ?? element.GetAttribute("src"), StringComparison.Ordinal));
        }
    }

    // Typography may change spaces and apostrophes; words and their order are the writer's.
    private static string Plain(IElement element) => Plain(element.TextContent);

    private static string Plain(string text) => string.Join(' ', text
        .Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('’', '\'')
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
}
