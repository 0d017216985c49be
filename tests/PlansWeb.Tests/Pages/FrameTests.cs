using PlansWeb.Pages;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>What stands around a page's body depends on the body: its summary, the style sheets that it needs.</summary>
public sealed class FrameTests : IDisposable
{
    private readonly SiteBuilder _builder = new SiteBuilder()
        .WithPage("court.md", "title: Court", "## Un\n\n## Deux")
        .WithPage("long.md", "title: Long", "## Un\n\n### Un un\n\n## Deux")
        .WithPage("sans.md", "title: Sans\ntoc: false", "## Un\n\n## Deux\n\n## Trois")
        .WithPage("main.md", "title: À la main", "<nav class=\"fr-summary\"></nav>\n\n## Un\n\n## Deux\n\n## Trois")
        .WithPage("tableau.md", "title: Tableau", "| a | b |\n|---|---|\n| 1 | 2 |")
        .WithPage("carte.md", "title: Carte", "<div class=\"fr-callout\"><p>Texte</p></div>");

    private readonly Site _site;

    public FrameTests() => _site = new Site(_builder.Root);

    [Theory]
    [InlineData("/court/")]
    [InlineData("/sans/")]
    [InlineData("/main/")]
    public async Task Page_FewHeadingsOrNoneWanted_HasNoSummaryOfOurs(string path)
    {
        var page = await _site.CreateClient().GetPage(path);

        Assert.Empty(page.QuerySelectorAll("main > .fr-summary"));
    }

    [Fact]
    public async Task Page_ThreeHeadings_HasASummaryWhoseLinksLeadToThem()
    {
        var page = await _site.CreateClient().GetPage("/long/");

        var links = page.QuerySelectorAll("main > .fr-summary a");
        Assert.Equal(["Un", "Un un", "Deux"], links.Select(Dom.Text));
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Theory]
    [InlineData("/long/", false)]
    [InlineData("/tableau/", false)]
    [InlineData("/carte/", true)]
    public async Task Page_Body_LoadsTheComponentsSheetOnlyWhereItHasClasses(string path, bool loads)
    {
        var page = await _site.CreateClient().GetPage(path);

        var sheets = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Single(sheets, href => href.StartsWith("/css/site.", StringComparison.Ordinal));
        Assert.Equal(loads, sheets.Exists(href => href.StartsWith("/css/components.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/court/")]
    [InlineData("/inconnue/")]
    public async Task Page_Frame_HasOneOfEachLandmarkAndOneTitle(string path)
    {
        using var response = await _site.CreateClient().Get(path);
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.All(["h1", "main#contenu", "body > header", "body > footer"], selector => Assert.Single(page.QuerySelectorAll(selector)));
        Assert.Empty(page.QuerySelectorAll("script, style, [style], iframe, main nav.fr-breadcrumb"));
        Assert.Equal("#contenu", page.QuerySelector("a[href]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_OfASection_LinksToItsNeighboursInReadingOrder()
    {
        using var folder = new SiteBuilder()
            .WithPage("index.md", "title: Accueil\neleventyNavigation:\n  key: accueil")
            .WithPage("s/index.md", "title: Index\neleventyNavigation:\n  key: s\n  parent: accueil")
            .WithPage("s/a.md", "title: A\neleventyNavigation:\n  key: a\n  parent: s\n  order: 1")
            .WithPage("s/a/b.md", "title: B\neleventyNavigation:\n  parent: a\n  order: 1")
            .WithPage("s/c.md", "title: C\neleventyNavigation:\n  parent: s\n  order: 2");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        foreach (var (path, previous, next) in new[] { ("/s/", null, "/s/a/"), ("/s/a/", "/s/", "/s/a/b/"), ("/s/a/b/", "/s/a/", "/s/c/"), ("/s/c/", "/s/a/b/", null) })
        {
            var page = await client.GetPage(path);

            Assert.Equal(previous, page.QuerySelector("main nav a[rel=prev]")?.GetAttribute("href"));
            Assert.Equal(next, page.QuerySelector("main nav a[rel=next]")?.GetAttribute("href"));
        }

        Assert.Empty((await client.GetPage("/")).QuerySelectorAll("[rel=prev], [rel=next]"));
    }

    [Theory]
    [InlineData("/long/")]
    [InlineData("/inconnue/")]
    public async Task Page_WayUp_LeadsToTheHeader(string path)
    {
        using var response = await _site.CreateClient().Get(path);
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Haut de page", page.QuerySelector("main a[href='#haut']")!.Text());
        Assert.Equal("header", page.GetElementById("haut")!.LocalName);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("aide@example.org", "mailto:aide@example.org?subject=Erreur%20sur%20la%20page%20%2Flong%2F")]
    [InlineData("https://example.org/contact", "https://example.org/contact")]
    public async Task Page_Contact_IsOfferedWhereItIsSet(string? contact, string? href)
    {
        using var site = new Site(_builder.Root, builder => builder.UseSetting("Site:Contact", contact));
        using var client = site.CreateClient();

        var page = await client.GetPage("/long/");

        Assert.Equal(href, page.QuerySelectorAll("main a").SingleOrDefault(link => link.Text().StartsWith("Signaler", StringComparison.Ordinal))?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("aide")]
    [InlineData("javascript:alert(1)")]
    [InlineData("a@example.org?bcc=b@example.org")]
    public void IsValid_ContactOfNoUse_IsFalse(string contact) => Assert.False(SiteContact.IsValid(contact));

    [Fact]
    public async Task Footer_LegalLinks_StandWhereTheirPagesAre()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("mentions-legales.md", "title: Mentions légales");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var entries = (await client.GetPage("/")).QuerySelectorAll(".fr-footer__bottom-list > li > *");

        // The law wants the state of accessibility on the home page, with or without a page about it.
        Assert.Equal([("a", "Plan du site"), ("span", "Accessibilité : non conforme"), ("a", "Mentions légales")], entries.Select(entry => (entry.LocalName, entry.Text())));
    }

    [Theory]
    [InlineData("en", "legal.md", "Terms", "Legal notice", "/legal/")]
    [InlineData("en", "about/who.md", "Legal notice", "Legal notice", "/about/who/")]
    [InlineData("en", "privacy.md", "What we know of you", "Personal data", "/privacy/")]
    [InlineData("en", "about/your-data.md", "Privacy policy", "Personal data", "/about/your-data/")]
    [InlineData("en", "eco-design.md", "Light pages", "Eco-design", "/eco-design/")]
    [InlineData("en", "accessibility.md", "For everybody", "Accessibility: not compliant", "/accessibility/")]
    [InlineData("fr", "données-personnelles/index.md", "Vos données", "Données personnelles", "/donn%C3%A9es-personnelles/")]
    [InlineData("fr", "infos/cadre.md", "Mentions légales", "Mentions légales", "/infos/cadre/")]
    [InlineData("fr", "vos-droits.md", "Données personnelles et cookies", "Données personnelles", "/vos-droits/")]
    [InlineData("fr", "sobre.md", "Écoconception", "Écoconception", "/sobre/")]
    public async Task Footer_LegalPage_IsLinkedByWhatItIsOrByItsAddress(string lang, string path, string title, string text, string href)
    {
        using var folder = new SiteBuilder().With("_data/site.yaml", $"name: Essai\nlang: {lang}\n").WithPage("index.md", "title: Essai").WithPage(path, $"title: {title}", "This site is not compliant.");

        Assert.Contains((text, href), await FooterLinks(folder, "/"));
    }

    [Theory]
    [InlineData("guides/donnees-personnelles.md", "title: Données personnelles")]
    [InlineData("guides/ecoconception.md", "title: Écoconception")]
    [InlineData("legal.md", "title: Mentions légales\nlayout: list\ncollection: droit")]
    [InlineData("mentions-legales-du-film.md", "title: Mentions légales du film")]
    [InlineData("brouillons/essai.md", "title: Mentions légales\nunlisted: true")]
    [InlineData("essai.md", "title: Politique de confidentialité\nunlisted: true")]
    public async Task Footer_ArticleOfThatName_IsNotLinked(string path, string header)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Essai").WithPage(path, header, "Un article.");

        Assert.Equal([("Plan du site", "/plan-du-site/")], await FooterLinks(folder, "/"));
    }

    // The usual address before a shorter one, an address before a title.
    [Theory]
    [InlineData("mentions-legales.md", "legal.md", "/mentions-legales/")]
    [InlineData("donnees-personnelles.md", "vie-privee.md", "/donnees-personnelles/")]
    [InlineData("confidentialite.md", "p.md", "/confidentialite/")]
    public async Task Footer_SeveralLegalPagesOfAKind_LinksTheUsualOne(string path, string other, string href)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Essai").WithPage(path, "title: Une page").WithPage(other, "title: Politique de confidentialité");

        Assert.Contains(href, (await FooterLinks(folder, "/")).Select(static link => link.Href));
    }

    [Theory]
    [InlineData("/", "/mentions-legales/")]
    [InlineData("/en/", "/en/legal-notice/")]
    [InlineData("/de/", "/mentions-legales/")]
    public async Task Footer_LegalPageInSeveralLanguages_IsThatOfTheReader(string path, string href)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Essai").WithPage("en/index.md", "title: Home\nlang: en").WithPage("de/index.md", "title: Start\nlang: de")
            .WithPage("mentions-legales.md", "title: Mentions légales").WithPage("en/legal-notice.md", "title: Legal notice\nlang: en");

        Assert.Contains(href, (await FooterLinks(folder, path)).Select(static link => link.Href));
    }

    [Fact]
    public async Task Footer_LegalPageThatAnEditorLinks_HasThatLinkAlone()
    {
        using var folder = new SiteBuilder().With("_data/site.yaml", "name: Essai\nfooter: [{text: Qui publie, url: /mentions-legales/}]\n").WithPage("index.md", "title: Essai")
            .WithPage("mentions-legales.md", "title: Mentions légales");

        Assert.Equal([("Plan du site", "/plan-du-site/"), ("Qui publie", "/mentions-legales/")], await FooterLinks(folder, "/"));
    }

    [Theory]
    [InlineData("contact-us.md", "title: Write to us", "/contact-us/")]
    [InlineData("ecrire.md", "title: Nous contacter", "/ecrire/")]
    [InlineData("fr/contact.md", "title: Un mot", "/fr/contact/")]
    [InlineData("ministeres/contact.md", "title: Contact", null)]
    public async Task Header_ContactPage_IsLinkedWhereItIsTheSites(string path, string header, string? href)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Essai").WithPage(path, header, "Écrivez-nous.");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        Assert.Equal(href, (await client.GetPage("/")).QuerySelector(".fr-header__tools p a")?.GetAttribute("href"));
    }

    private static async Task<IReadOnlyList<(string Text, string Href)>> FooterLinks(SiteBuilder folder, string path)
    {
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        return [.. (await client.GetPage(path)).QuerySelectorAll(".fr-footer__bottom-list a").Select(static link => (link.Text(), link.GetAttribute("href")!))];
    }

    public void Dispose()
    {
        _site.Dispose();
        _builder.Dispose();
    }
}
