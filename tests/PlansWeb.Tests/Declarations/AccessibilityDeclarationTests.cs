using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Declarations;

/// <summary>What the foot of every page says of accessibility is what the content’s own declaration says, and the declaration says all that the law asks for.</summary>
public sealed class AccessibilityDeclarationTests(CorpusSite corpus) : IClassFixture<CorpusSite>
{
    private const string Filled = """
        layout: layouts/accessibilite.njk
        title: Accessibilité du site
        date: 2026-03-05
        updated: 2026-04-06
        accessibilite:
          entite: Ville d’Exemple
          schema: /schema.pdf
          plan: https://example.org/plan-2026
          audit: {par: Un cabinet, date: 2026-03-02, taux: 78.5}
          echantillon: [/, La page des tarifs]
          environnement: [NVDA et Firefox]
          outils: [Un outil]
          non-conformites: [Deux graphiques sans description.]
          derogations: [Une carte.]
          exemptions: [Des fichiers de 2015.]
          contact: aide@example.org
        """;

    [Theory]
    [InlineData("page.md", "title: Page", "Texte.", "Accessibilité : non conforme", null)]
    [InlineData("accessibilité/index.md", "title: Accessibilité", "Le site est totalement conforme avec le RGAA.", "Accessibilité : totalement conforme", "/accessibilit%C3%A9/")]
    [InlineData("accessibilite.md", "title: Accessibilité", "Ce site est **partiellement conforme** avec le RGAA.", "Accessibilité : partiellement conforme", "/accessibilite/")]
    [InlineData("accessibilite.md", "title: Accessibilité", "Ce site n’est pas conforme au RGAA.", "Accessibilité : non conforme", "/accessibilite/")]
    [InlineData("accessibilite.md", "title: Accessibilité", "Le site est en conformité partielle avec le RGAA : 12 critères ne sont pas conformes.", "Accessibilité : partiellement conforme", "/accessibilite/")]
    [InlineData("accessibilite.md", "title: Accessibilité", "Ce site n’est pas totalement conforme.", "Accessibilité", "/accessibilite/")]
    [InlineData("accessibilite.md", "title: Accessibilité", "Nous y travaillons.", "Accessibilité", "/accessibilite/")]
    [InlineData("legal/etat.md", "title: Déclaration d'accessibilité", "Accessibilité : totalement conforme.", "Accessibilité : totalement conforme", "/legal/etat/")]
    [InlineData("fr/declaration-d-accessibilite.md", "title: A11y", "Site partiellement conforme.", "Accessibilité : partiellement conforme", "/fr/declaration-d-accessibilite/")]
    [InlineData("actualites/2026/accessibilite.md", "title: Accessibilité", "Un autre site est totalement conforme.", "Accessibilité : non conforme", null)]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite", "Introduction.", "Accessibilité : non conforme", "/a/b/c/")]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite", "Ce site est totalement conforme.", "Accessibilité : non conforme", "/a/b/c/")]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite\naccessibilite: {audit: {par: X, date: 2026-03-02, taux: 100}}", "", "Accessibilité : totalement conforme", "/a/b/c/")]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite\naccessibilite: {audit: {par: X, date: 2026-03-02, taux: 50}}", "", "Accessibilité : partiellement conforme", "/a/b/c/")]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite\naccessibilite: {audit: {par: X, date: 2026-03-02, taux: 49.9}}", "", "Accessibilité : non conforme", "/a/b/c/")]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite\naccessibilite: {audit: {par: X, date: 2026-03-02, taux: 180}}", "", "Accessibilité : non conforme", "/a/b/c/")]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite\naccessibilite: {audit: {par: X, taux: 100}}", "", "Accessibilité : non conforme", "/a/b/c/")]
    [InlineData("a/b/c.md", "title: Page\nlayout: accessibilite\naccessibilite: totale", "", "Accessibilité : non conforme", "/a/b/c/")]
    public async Task Footer_AnyPage_SaysWhatTheDeclarationOfTheContentSays(string file, string frontMatter, string text, string said, string? href)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage(file, frontMatter, text);
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        foreach (var path in (string[])["/", "/plan-du-site/", href ?? "/"])
        {
            var item = (await client.GetPage(path)).QuerySelectorAll("footer li").Single(static item => item.Text().StartsWith("Accessibilité", StringComparison.Ordinal));

            Assert.Equal(said, item.Text());
            Assert.Equal(href, item.QuerySelector("a")?.GetAttribute("href"));
            Assert.Equal(path == href, item.QuerySelector("[aria-current=page]") is not null);
        }
    }

    [Fact]
    public async Task Footer_OfACorpusThatDeclaresItself_RepeatsIt()
    {
        var link = (await corpus.Client.GetPage("/a-propos/")).QuerySelectorAll("footer a").Single(static link => link.Text().StartsWith("Accessibilité", StringComparison.Ordinal));

        Assert.Equal("Accessibilité : totalement conforme /accessibilit%C3%A9/", $"{link.Text()} {link.GetAttribute("href")}");
        Assert.Contains("/donn%C3%A9es-personnelles/", (await corpus.Client.GetPage("/")).QuerySelectorAll("footer a").Select(static link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Footer_TwoLanguages_LeadsToTheDeclarationOfThePage()
    {
        using var folder = new SiteBuilder().WithPage("fr/index.md", "title: Accueil").WithPage("en/index.md", "title: Home\nlang: en")
            .WithPage("fr/accessibilite.md", "title: Accessibilité", "Ce site est partiellement conforme.")
            .WithPage("en/accessibility.md", "title: Accessibility\nlang: en", "This site is partially compliant.");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        Assert.Equal("Accessibilité : partiellement conforme", (await client.GetPage("/fr/")).QuerySelector("footer a[href='/fr/accessibilite/']")!.Text());
        Assert.Equal("Accessibility: partially compliant", (await client.GetPage("/en/")).QuerySelector("footer a[href='/en/accessibility/']")!.Text());
    }

    [Fact]
    public async Task Declaration_Filled_SaysAllThatTheDecreeAsksFor()
    {
        using var folder = new SiteBuilder().WithPage("etat.md", Filled);
        using var site = new Site(folder.Root, builder => builder.UseSetting("Site:Url", "https://ville.example"));
        using var client = site.CreateClient();

        var page = await client.GetPage("/etat/");
        var text = page.QuerySelector("main")!.Text();

        Assert.All(
            [
                "Ville d’Exemple s’engage à rendre ses sites et ses applications accessibles", "article 47 de la loi n° 2005-102", "https://ville.example",
                "est partiellement conforme avec le référentiel général", "version 4.1.2", "mené par Un cabinet, terminé le 2 mars 2026, révèle que 78,5 % des critères",
                "Deux graphiques sans description.", "Dérogations pour charge disproportionnée", "Une carte.", "Contenus non soumis à l’obligation d’accessibilité", "Des fichiers de 2015.",
                "établie le 5 mars 2026", "mise à jour le 6 avril 2026", "HTML, CSS et SVG", "NVDA et Firefox", "Un outil", "La page des tarifs", "aide@example.org", "Défenseur des droits", "Libre réponse 71120",
            ],
            asked => Assert.Contains(asked.Replace('\u00A0', ' '), text.Replace('\u00A0', ' '), StringComparison.Ordinal));
        Assert.All(["/schema.pdf", "https://example.org/plan-2026", "mailto:aide@example.org"], href => Assert.NotNull(page.QuerySelector($"main a[href='{href}']")));
    }

    [Theory]
    [InlineData("", "L’organisme qui publie ce site ne dit pas son nom")]
    [InlineData("organisation: Ville d’Exemple\ncontact: ville@example.org", "Ville d’Exemple s’engage")]
    public async Task Declaration_NotFilled_IsTrueAllTheSame(string identity, string said)
    {
        using var folder = new SiteBuilder().WithPage("etat.md", "title: État\nlayout: accessibilite", "").With("_data/site.yaml", "name: Un site\n" + identity + "\n");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage("/etat/");
        var text = page.QuerySelector("main")!.Text();

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("Aucun schéma pluriannuel", text, StringComparison.Ordinal);
        Assert.Contains("Aucun audit de conformité n’a été mené", text, StringComparison.Ordinal);
        Assert.DoesNotContain("compléter", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Site:Contact", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PlansWeb", text, StringComparison.Ordinal);
        Assert.Equal(identity.Length > 0, page.QuerySelector("main a[href='mailto:ville@example.org']") is not null);
    }

    [Fact]
    public async Task Declaration_SiteWithAContactPage_LeadsThere()
    {
        using var folder = new SiteBuilder().WithPage("etat.md", "title: État\nlayout: accessibilite", "").WithPage("contact.md", "title: Nous écrire");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        Assert.Equal("Nous écrire", (await client.GetPage("/etat/")).QuerySelector("main p a[href='/contact/']")!.Text());
    }
}
