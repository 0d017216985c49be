using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using PlansWeb.Content.History;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages.Changes;

/// <summary>What changed, as readers get it: the view of a page, the feeds, the register.</summary>
public sealed class HistoryViewTests : IDisposable
{
    private static readonly DateOnly s_day = new(2026, 3, 12);

    private readonly SiteBuilder _site = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: haut, title: Accueil}")
        .WithPage("rubrique/index.md", "title: Rubrique\neleventyNavigation: {key: rubrique, parent: haut, title: Rubrique}")
        .WithPage("rubrique/a.md", "title: A\neleventyNavigation: {key: a, parent: rubrique, title: A}\nchanges: [{date: 2026-03-12, note: Corrigé}, {date: 2025-01-02, note: Création}]")
        .WithPage("en.md", "title: E\nlang: en")
        .WithPage("de.md", "title: D\nlang: de");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task View_OfAPage_ShowsWhatWasNoticedAndWhatWasToldTheNewestFirst()
    {
        Record(Changed("/rubrique/a/", s_day, ["=de ", "-45", "+40 <b>", "= %"]) with { Notes = ["Corrigé"] }, Changed("/rubrique/a/", s_day.AddDays(1), []) with { IsCut = true });

        var view = await Page("/rubrique/a/?vue=historique");

        Assert.Equal(["13 mars 2026 – Texte modifié", "12 mars 2026 – Texte modifié", "2 janvier 2025"], view.QuerySelectorAll("main h3").Select(static entry => entry.TextContent));
        Assert.Equal(["2026-03-13", "2026-03-12", null], view.QuerySelectorAll("main h3").Select(static entry => entry.GetAttribute("id")));
        Assert.Single(view.QuerySelectorAll("main p"), static text => text.TextContent == "Corrigé");
        Assert.Contains("Création", view.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un passage a été retiré", view.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("trop long", view.Body.TextContent, StringComparison.Ordinal);

        // In reading order: the words that went, then those that came, each between words that say so.
        var passage = view.QuerySelector("main del")!.ParentElement!;
        Assert.Equal("de [supprimé : 45] [ajouté : 40 <b>]  %", passage.TextContent.Replace('\u00A0', ' '));
        Assert.All(passage.QuerySelectorAll("span"), static word => Assert.Equal("fr-sr-only", word.ClassName));
        Assert.Contains(view.QuerySelectorAll("link[rel=stylesheet]"), static link => link.GetAttribute("href")!.Contains("components", StringComparison.Ordinal));
    }

    [Fact]
    public async Task View_OfAPage_IsForReadersAlone()
    {
        Record(Changed("/rubrique/a/", s_day, ["+x"]));

        var view = await Page("/rubrique/a/?vue=historique");

        Assert.Equal("noindex", view.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.StartsWith("Historique : A - ", view.Title!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("A", Assert.Single(view.QuerySelectorAll("h1")).TextContent);
        Assert.Null(view.QuerySelector("[data-page-content]"));
        Assert.Equal("/rubrique/a/", Assert.Single(view.QuerySelectorAll("main a"), static link => link.TextContent == "Lire la page").GetAttribute("href"));
        Assert.Empty(view.QuerySelectorAll("script:not([type])"));
    }

    [Theory]
    [InlineData("/en/", "12 March 2026 – Text changed", "[added: x] ", null)]
    [InlineData("/de/", "12 mars 2026 – Texte modifié", "[ajouté : x] ", "fr")]
    public async Task View_InAnotherLanguage_MarksTextsOfTheInterface(string url, string heading, string added, string? lang)
    {
        Record(Changed(url, s_day, ["+x"]));

        var view = await Page(url + "?vue=historique");

        var entry = Assert.Single(view.QuerySelectorAll("main h3"));
        Assert.Equal((heading, lang), (entry.TextContent, entry.GetAttribute("lang")));
        Assert.Equal((added, lang), (view.QuerySelector("ins")!.TextContent.Replace('\u00A0', ' '), view.QuerySelector("ins span")!.GetAttribute("lang")));
    }

    [Fact]
    public async Task View_OfAPageWithoutChanges_SaysSo() =>
        Assert.Contains("Aucun changement", (await Page("/?vue=historique")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(nameof(ChangeKind.Changed), true)]
    [InlineData(nameof(ChangeKind.Moved), true)]
    [InlineData(nameof(ChangeKind.Published), false)]
    public async Task Page_WithMoreThanItsPublication_LeadsToItsHistory(string kind, bool leads)
    {
        Record(new RecordedChange("/", s_day, Enum.Parse<ChangeKind>(kind), "Accueil") { From = "/avant/" });

        var links = (await Page("/")).QuerySelectorAll("main a[href='?vue=historique']");

        Assert.Equal(leads ? 1 : 0, links.Length);
    }

    [Theory]
    [InlineData("?vue=Historique")]
    [InlineData("?vue=historique&vue=complete")]
    [InlineData("?vue=historique2")]
    public async Task Page_AskedForAnythingElse_IsThePage(string query) =>
        Assert.NotNull((await Page("/" + query)).QuerySelector("[data-page-content]"));

    [Theory]
    [InlineData("draft: true")]
    [InlineData("publishDate: 2999-01-01")]
    [InlineData("expiryDate: 2020-01-01")]
    public async Task Nothing_OfAPageThatReadersMayNotSee_IsTold(string hides)
    {
        // Its history is from the time when it was public.
        _site.WithPage("rubrique/a.md", "title: TitreCaché\neleventyNavigation: {key: a, parent: rubrique, title: TitreCaché}\n" + hides, "MotCaché.");
        Record(Changed("/rubrique/a/", s_day, ["+MotCaché"]) with { Title = "TitreCaché" }, new RecordedChange("/rubrique/a/", s_day, ChangeKind.Withdrawn, "TitreCaché"), Changed("/rubrique/", s_day, ["+bon"]));

        await Ask(async client =>
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/rubrique/a/?vue=historique", TestContext.Current.CancellationToken)).StatusCode);
            foreach (var path in new[] { "/?vue=historique", "/rubrique/?vue=historique", "/rubrique/a/?vue=historique", "/feed/changements.xml", "/feed/changements.json", "/feed/rubrique/changements.xml", "/api/pages.json", "/api/addresses.json", "/sitemap.xml" })
            {
                var text = await (await client.GetAsync(path, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain("Caché", text, StringComparison.OrdinalIgnoreCase);
            }
        });
    }

    [Theory]
    [InlineData("_history/changes.jsonl")]
    [InlineData("_history/pages.jsonl")]
    [InlineData("_history/")]
    [InlineData("_History/pages.jsonl")]
    public async Task Files_OfTheHistory_AreNotServed(string path)
    {
        Record(Changed("/", s_day, ["+x"]));
        _site.With("_history/pages.jsonl", "{}").With("_history/index.md", "# Rien");

        await Ask(async client => Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/" + path, TestContext.Current.CancellationToken)).StatusCode));
    }

    [Fact]
    public async Task Feed_OfTheSiteAndOfASection_HaveWhatChangedThere()
    {
        _site.WithPage("seule.md", "title: Cachée\nunlisted: true");
        Record(
            Changed("/en/", s_day, ["+x"]), Changed("/rubrique/a/", s_day.AddDays(1), ["-45", "+40"]) with { Notes = ["Corrigé"] },
            new RecordedChange("/rubrique/partie/", s_day, ChangeKind.Withdrawn, "Partie"), Changed("/seule/", s_day, ["+x"]));

        await Ask(async client =>
        {
            XNamespace atom = "http://www.w3.org/2005/Atom";
            var site = XDocument.Parse(await client.GetStringAsync("/feed/changements.xml", TestContext.Current.CancellationToken)).Root!;
            var section = XDocument.Parse(await client.GetStringAsync("/feed/rubrique/changements.xml", TestContext.Current.CancellationToken)).Root!;
            Assert.Equal(["A – Texte modifié", "Partie – Page retirée", "E – Texte modifié"], site.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value));
            Assert.Equal(["A – Texte modifié", "Partie – Page retirée"], section.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value));
            var first = section.Element(atom + "entry")!;
            Assert.Equal("https://example.org/rubrique/a/?vue=historique#2026-03-13", first.Element(atom + "id")!.Value);
            Assert.Equal("https://example.org/rubrique/a/?vue=historique#2026-03-13", first.Element(atom + "link")!.Attribute("href")!.Value);
            Assert.Contains("<del>", first.Element(atom + "content")!.Value, StringComparison.Ordinal);
            Assert.Equal("Corrigé", first.Element(atom + "summary")!.Value);
            Assert.Equal("https://example.org/rubrique/partie/", section.Elements(atom + "entry").Last().Element(atom + "link")!.Attribute("href")!.Value);
            Assert.Contains("https://jsonfeed.org/version/1.1", await client.GetStringAsync("/feed/changements.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/feed/rubrique/a/changements.xml", TestContext.Current.CancellationToken)).StatusCode);

            // A language has a feed of its own.
            var english = XDocument.Parse(await client.GetStringAsync("/feed/en/changements.xml", TestContext.Current.CancellationToken)).Root!;
            Assert.Equal("en", english.Attribute(XNamespace.Xml + "lang")!.Value);
            Assert.Equal(["E – Text changed"], english.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value));
        });
    }

    [Fact]
    public async Task Feed_OfASiteWithoutChanges_IsMissing() =>
        await Ask(async client => Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/feed/changements.xml", TestContext.Current.CancellationToken)).StatusCode));

    [Fact]
    public async Task Register_AReadingThatWasCorrected_ShowsOldAndNewAtItsAction()
    {
        _site.WithRegister();
        Record(new RecordedChange("/rubrique/administrations/forets/", s_day, ChangeKind.Reading, "Planter") { Action = "forets-1", Passages = [["-1 100. Source : ancienne", "+900. Source : nouvelle"]] });

        await Ask(async client =>
        {
            var page = Dom.Parse(await client.GetStringAsync("/rubrique/administrations/forets/", TestContext.Current.CancellationToken));
            var action = page.GetElementById("forets-1")!;
            Assert.Contains("1 100. Source : ancienne", action.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("900. Source : nouvelle", action.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.GetElementById("forets-2")!.QuerySelectorAll("del"));
            Assert.Contains("https://example.org/rubrique/administrations/forets/#forets-1", await client.GetStringAsync("/feed/changements.xml", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Register_AnActionThatWent_IsNamedOnThePageOfItsAdministration()
    {
        _site.WithRegister();
        Record(new RecordedChange("/rubrique/administrations/forets/", s_day, ChangeKind.Withdrawn, "Garder les radios") { Action = "forets-7" },
            new RecordedChange("/rubrique/administrations/forets/", s_day, ChangeKind.Withdrawn, "Planter des serveurs sobres") { Action = "forets-1" });

        await Ask(async client =>
        {
            var page = Dom.Parse(await client.GetStringAsync("/rubrique/administrations/forets/", TestContext.Current.CancellationToken));
            var gone = Assert.Single(page.GetElementById("registre-retirees")!.NextElementSibling!.Children).TextContent;
            Assert.Contains("Garder les radios", gone, StringComparison.Ordinal);
            Assert.Contains("2026", gone, StringComparison.Ordinal);
            var feed = await client.GetStringAsync("/feed/changements.xml", TestContext.Current.CancellationToken);
            Assert.Contains("https://example.org/rubrique/administrations/forets/#registre-retirees", feed, StringComparison.Ordinal);
            Assert.Contains("Action retirée du registre", feed, StringComparison.Ordinal);
            Assert.DoesNotContain("Planter des serveurs", feed, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task View_AfterANewRecord_IsNotThatOfTheCache()
    {
        Record(Changed("/", s_day, ["+premier"]));
        using var site = new Site(_site.Root);
        using var client = site.CreateClient();
        Assert.Contains("premier", await client.GetStringAsync("/?vue=historique", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Record(Changed("/", s_day, ["+second"]));
        site.Reload();

        Assert.Contains("second", await client.GetStringAsync("/?vue=historique", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static RecordedChange Changed(string url, DateOnly day, string[] passage) => new(url, day, ChangeKind.Changed, "Titre d’alors") { Passages = [passage] };

    private void Record(params RecordedChange[] changes) => _site.With("_history/changes.jsonl", HistoryFiles.Write(changes));

    private async Task<IDocument> Page(string path)
    {
        IDocument page = null!;
        await Ask(async client => page = Dom.Parse(await client.GetStringAsync(path, TestContext.Current.CancellationToken)));
        return page;
    }

    private async Task Ask(Func<HttpClient, Task> ask)
    {
        using var site = new Site(_site.Root, static host => host.UseSetting("Site:Url", "https://example.org"));
        using var client = site.CreateClient();
        await ask(client);
    }
}
