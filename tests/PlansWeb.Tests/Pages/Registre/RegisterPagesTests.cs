using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages.Registre;

/// <summary>The pages of the register, over made-up content.</summary>
public sealed partial class RegisterPagesTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder().WithRegister();
    private readonly Lazy<Site> _site;

    public RegisterPagesTests() => _site = new Lazy<Site>(() => new Site(_folder.Root, host => host.UseSetting("Site:Url", "https://example.fr")));

    public void Dispose()
    {
        if (_site.IsValueCreated)
        {
            _site.Value.Dispose();
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData("actions/", "Les actions des ministères")]
    [InlineData("comparer/", "Comparer les administrations")]
    [InlineData("indicateurs/", "Les indicateurs")]
    [InlineData("donnees/", "Les données ouvertes")]
    [InlineData("ce-que-l-on-ne-sait-pas/", "Ce que l’on ne sait pas")]
    [InlineData("administrations/forets/", "Ministère des Forêts et des Lacs")]
    public async Task Page_OfTheRegister_HasItsTitleMenuAndCanonicalAddress(string address, string title)
    {
        var page = await Get("/rubrique/" + address);

        Assert.Equal([title], page.Texts("h1"));
        Assert.StartsWith(title, page.Title!, StringComparison.Ordinal);
        Assert.Equal("https://example.fr/rubrique/" + address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("meta[name=robots]"));
        Assert.Single(page.QuerySelectorAll(".fr-sidemenu [aria-current=page]"));
        Assert.Equal(["Accueil", "Toutes les actions", "Comparer", "Indicateurs", "Données", "Ce que l’on ne sait pas"], page.Texts(".fr-sidemenu__inner > ul > li > a"));
        Assert.Empty(page.QuerySelectorAll("main script, main [style]"));
    }

    [Theory]
    [InlineData("actions/")]
    [InlineData("administrations/forets/")]
    [InlineData("administrations/mers/")]
    [InlineData("ce-que-l-on-ne-sait-pas/")]
    [InlineData("indicateurs/")]
    public async Task Page_OfTheRegister_HasNoSpaceBeforeAFullStop(string address)
    {
        // Actions and readings with and without date, status, comment and source.
        _folder.With(RegisterSite.Folder + "releves.csv", $"""
            {RegisterSite.ReadingsHeader}
            forets-1;31/03/2022;annoncee;;;https://example.org/plan.pdf;p. 3
            forets-1;20/03/2025;realisee;1 100;Fait partout.;https://example.org/bilan;p. 5
            mers-1;2025-03-20;;;Une remarque.;Rapport annuel;p. 9

            """);

        var texts = (await Get("/rubrique/" + address)).QuerySelectorAll("main p, main li, main td").Select(static block => string.Join(' ', block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

        Assert.DoesNotContain(texts, static text => text.Contains(" .", StringComparison.Ordinal) || text.Contains(" ,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ministere=mers", "1 action de la Mer : en cours.", "Les actions de la Mer")]
    [InlineData("ministere=forets", "2 actions des Forêts et des Lacs, dont 1 réalisée.", "Les actions des Forêts et des Lacs")]
    [InlineData("statut=realisee", "1 action, statut « réalisée ».", "Les actions : réalisée")]
    [InlineData("annee=2025&thematique=fin", "1 action, thème « Fin d’usage », avec une nouvelle en 2025 : en cours.", "Les actions : Fin d’usage, 2025")]
    [InlineData("q=%3Cb%3E", "Aucune action connue, avec « <b> ». Cela ne veut pas dire qu’il n’y en a pas.", "Les actions : « <b> »")]
    [InlineData("ministere=phares", "Aucune action connue du ministère des Phares. Cela ne veut pas dire qu’il n’y en a pas.", "x")]
    public async Task Actions_Filtered_SaysTheResultInOneSentenceAndKeepsTheChoice(string query, string sentence, string title)
    {
        var page = await Get("/rubrique/actions/?" + query);

        Assert.Contains(query == "ministere=phares" ? sentence.Replace("du ministère des", "des", StringComparison.Ordinal) : sentence, page.Texts("main > p > strong"));
        if (title != "x")
        {
            Assert.Equal([title], page.Texts("h1"));
        }

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("https://example.fr/rubrique/actions/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        foreach (var pair in query.Split('&').Select(part => part.Split('=')).Where(pair => pair[0] != "q"))
        {
            Assert.Equal(pair[1], page.QuerySelector($"select[name={pair[0]}] option[selected]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Administration_Page_HasDocumentsActionsAndTheSourceBesideEach()
    {
        var page = await Get("/rubrique/administrations/forets/");

        Assert.Contains("Avant : Ministère des Forêts.", page.Texts("main p"));
        Assert.Contains("non disponible", page.QuerySelector("main ul li")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#forets-1 a[href='#forets-1']"));
        Assert.Equal(["non publié"], page.Texts("#forets-2 .site-status"));
        Assert.Equal(["réalisée", "annoncée"], page.Texts("#forets-1 .site-status"));
        Assert.Equal(2, page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Length);
        AssertSourced(page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("actions/")]
    [InlineData("comparer/")]
    [InlineData("indicateurs/")]
    [InlineData("administrations/forets/")]
    [InlineData("administrations/phares/")]
    [InlineData("ce-que-l-on-ne-sait-pas/")]
    public async Task Page_EveryStatusAndFigure_HasASourceInItsRowOrCaption(string address) => Assert.InRange(AssertSourced(await Get("/rubrique/" + address)), address.Contains("phares", StringComparison.Ordinal) ? 0 : 1, 200);

    [Fact]
    public async Task Compare_Cells_LeadToTheirListOrSayNotPublished()
    {
        var page = await Get("/rubrique/comparer/");

        Assert.Equal(3, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("non publié", page.QuerySelectorAll("tbody tr")[2].QuerySelector("td")!.Text());
        var link = page.QuerySelector("tbody td a")!;
        Assert.Equal("/rubrique/actions/?ministere=forets&thematique=achats", link.GetAttribute("href"));
        Assert.Equal("1 réalisée", link.Text());
    }

    [Fact]
    public async Task Indicators_Table_SaysWhatItsChartShows()
    {
        var page = await Get("/rubrique/indicateurs/");

        Assert.Contains("non publié", page.QuerySelector("#reemploi ~ p + p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["510 671", "786 317", "non publié", "56"], page.Texts("table td"));
        var chart = Assert.Single(page.QuerySelectorAll("figure svg[aria-hidden=true]"));
        Assert.All(page.Texts("table td"), value => Assert.Contains(value, chart.Text(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("actions/?ministere=forets", "miss", "hit")]
    [InlineData("actions/?annee=2025", "miss", "hit")]
    [InlineData("actions/?ministere=forets&statut=realisee", "bypass", "bypass")]
    [InlineData("actions/?q=arbre", "bypass", "bypass")]
    [InlineData("actions/?ministere=inconnu", "bypass", "bypass")]
    public async Task Actions_Cache_KeepsTheListAndOneFilterAlone(string address, string first, string second)
    {
        var client = _site.Value.CreateClient();
        await client.Get("/rubrique/actions/");

        foreach (var expected in new[] { first, second })
        {
            using var answer = await client.Get("/rubrique/" + address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(expected, answer.Headers.GetValues("Cache-Status").Single(), StringComparison.Ordinal);
        }

        // The list itself is not what was asked for before.
        Assert.Equal(["3 actions connues, dont 1 réalisée."], (await Get("/rubrique/actions/")).Texts("main > p > strong"));
    }

    [Fact]
    public async Task Actions_AllCombinationsOfFilters_KeepNoMoreThanTheClosedList()
    {
        var store = new CountingStore();
        using var site = new Site(_folder.Root, host => host.ConfigureTestServices(services => services.AddSingleton<IOutputCacheStore>(store)));
        var client = site.CreateClient();
        string[] administrations = ["", "forets", "mers", "phares", "Forêts", "inconnue"], themes = ["", "achats", "usage", "fin"], statuses = ["", "realisee", "en-cours", "abandonnee", "non-publie"], years = ["", "2025", "2022"];
        var asked = 0;
        foreach (var query in from ministere in administrations
                              from thematique in themes
                              from statut in statuses
                              from annee in years
                              select $"ministere={ministere}&thematique={thematique}&statut={statut}&annee={annee}")
        {
            foreach (var more in new[] { "", $"&tri={(asked % 2 == 0 ? "recent" : "statut")}", $"&page={asked + 1}", $"&q=mot{asked}", $"&x={asked}" })
            {
                using var answer = await client.Get($"/rubrique/actions/?{query}{more}");
                asked++;
            }
        }

        Assert.Equal(1_800, asked);

        // The list; 3 administrations, 3 themes, 4 statuses and 2 years, each alone.
        Assert.InRange(store.Keys.Count, 8, 1 + 3 + 3 + 4 + 2);
    }

    private sealed class CountingStore : IOutputCacheStore
    {
        private readonly ConcurrentDictionary<string, byte[]> _entries = new();

        public ICollection<string> Keys => _entries.Keys;

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => new(_entries.GetValueOrDefault(key));

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
        {
            _entries[key] = value;
            return default;
        }

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => default;
    }

    [Fact]
    public async Task Actions_ManyQuestions_AreLimited()
    {
        var client = _site.Value.CreateClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            using var answer = await client.Get($"/rubrique/actions/?q=mot{i}");
            return answer.StatusCode;
        }));

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        using var kept = await client.Get("/rubrique/actions/?ministere=forets");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Theory]
    [InlineData("/rubrique/actions", "/rubrique/actions/")]
    [InlineData("/rubrique/administrations/Forets", "/rubrique/administrations/forets/")]
    public async Task Address_NearlyRight_LeadsToThePage(string address, string target)
    {
        using var answer = await _site.Value.CreateClient().Get(address);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("actions.csv", "text/csv")]
    [InlineData("releves.csv", "text/csv")]
    [InlineData("documents.csv", "text/csv")]
    [InlineData("indicateurs.csv", "text/csv")]
    [InlineData("actions.json", "application/json")]
    [InlineData("actions.ods", "application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("schema.json", "application/json")]
    [InlineData("datapackage.json", "application/json")]
    [InlineData("dcat.jsonld", "application/ld+json")]
    public async Task Export_Any_IsReadableAcrossOriginsAlsoOutOfTheCache(string name, string type)
    {
        var client = _site.Value.CreateClient();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await client.Get("/rubrique/" + name);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }
    }

    [Theory]
    [InlineData("/rubrique/registre/actions.csv")]
    [InlineData("/rubrique/registre/")]
    [InlineData("/actions.csv")]
    [InlineData("/rubrique/administrations/inconnu/")]
    public async Task Address_OfNothingPublic_IsNotFound(string address)
    {
        using var answer = await _site.Value.CreateClient().Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/rubrique/actions/")]
    [InlineData("/rubrique/actions.csv")]
    [InlineData("/rubrique/administrations/forets/")]
    public async Task Section_Hidden_HidesAllOfIt(string address)
    {
        _folder.WithPage("rubrique/index.md", "title: Les plans\ndraft: true\nlayout: plans-action");

        using var answer = await _site.Value.CreateClient().Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Administration_TextOfItsOwn_StandsInThePage()
    {
        _folder.WithPage("rubrique/administrations/mers.md", "title: La Mer\ndescription: La mer.\nlayout: plans-action", "Un **texte** à elle.");

        var page = await Get("/rubrique/administrations/mers/");

        Assert.Equal(["La Mer"], page.Texts("h1"));
        Assert.Equal(["Un texte à elle."], page.Texts("[data-page-content]"));
        Assert.Equal(["en cours"], page.Texts(".site-status"));
    }

    [Fact]
    public async Task Search_ActionsAndFormerNames_LeadToTheAdministration()
    {
        Assert.Contains("/rubrique/administrations/mers/", (await Get("/recherche/?q=réparer+écrans")).QuerySelectorAll(".site-results a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/rubrique/administrations/forets/", (await Get("/recherche/?q=lacs")).QuerySelectorAll(".site-results a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/feed/rubrique/actions/feed.xml", 3)]
    [InlineData("/feed/rubrique/administrations/forets/feed.xml", 2)]
    public async Task Feed_OfReadings_HasOneEntryEach(string address, int count)
    {
        using var answer = await _site.Value.CreateClient().Get(address);
        var feed = System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var entries = feed.Descendants().Where(element => element.Name.LocalName == "entry").ToArray();
        Assert.Equal(count, entries.Length);
        Assert.Equal(count, entries.Select(entry => entry.Elements().First(element => element.Name.LocalName == "id").Value).Distinct().Count());
        Assert.Contains("Source", entries[0].Elements().First(element => element.Name.LocalName == "content").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_WithoutRegister_HasNoneOfItsPages()
    {
        Directory.Delete(Path.Combine(_folder.Root, "rubrique", "registre"), recursive: true);

        var page = await Get("/rubrique/");
        using var answer = await _site.Value.CreateClient().Get("/rubrique/actions/");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(page.QuerySelectorAll("main table"));
    }

    /// <summary>
    /// Whatever tells a number or a status, in any text of the page but headings, forms, lists of other pages and the writer's own text, stands in a list
    /// entry, a table, a figure or a paragraph that says who says so.
    /// </summary>
    /// <returns>How many elements tell one.</returns>
    internal static int AssertSourced(IParentNode page)
    {
        var told = page.QuerySelectorAll("main *").Where(element => element.Closest("h1, h2, h3, form, nav, .site-date, .site-home > div, .site-home > ul:last-of-type, [data-page-content]") is null
            && element.ChildNodes.OfType<IText>().Any(text => Told().IsMatch(text.Data))).ToList();

        Assert.Empty(told.Where(element => !IsSourced(element.Closest("li") ?? element.Closest("table, figure") ?? element.Closest("p"))).Select(element => element.OuterHtml));
        return told.Count;
    }

    // The source of the administrations on the home page follows their list.
    private static bool IsSourced(IElement? holder) => holder is not null
        && (holder.Text().Contains("Source :", StringComparison.Ordinal) || (holder.Closest(".site-tiles") is { } list && IsSourced(list.NextElementSibling)));

    [GeneratedRegex(@"\d|réalisées?\b|annoncées?\b|abandonnées?\b|en cours\b|en expérimentation\b|non publié\b|non disponible")]
    private static partial Regex Told();

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Get(string address) => await _site.Value.CreateClient().GetPage(address);
}
