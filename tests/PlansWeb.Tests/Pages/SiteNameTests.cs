using System.Xml.Linq;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Any team's content is shown under that team's name; the name of the program's own content stands nowhere else.</summary>
public sealed class SiteNameTests
{
    private const string OurName = "Plans d’action des ministères";

    [Theory]
    [InlineData("/")]
    [InlineData("/rubrique/")]
    [InlineData("/rubrique/?vue=complete")]
    [InlineData("/inconnue/")]
    [InlineData("/recherche/?q=vélo")]
    [InlineData("/plan-du-site/")]
    public async Task Get_AnyPage_BearsTheNameOfTheContent(string path)
    {
        using var folder = Town();
        using var site = new Site(folder.Root, static builder => builder.UseSetting("Site:Url", "https://www.exemple.test"));
        using var client = site.CreateClient();
        using var response = await client.Get(path);
        var text = await response.Text();
        var page = Dom.Parse(text);

        Assert.DoesNotContain(OurName, text, StringComparison.Ordinal);
        Assert.EndsWith("La ville d’Exemple", page.Title, StringComparison.Ordinal);
        Assert.Equal(("La ville d’Exemple", "Moins de papier", "Ce que fait la ville."),
            (page.QuerySelector(".fr-header__service-title")!.Text(), page.QuerySelector(".fr-header__service-tagline")!.Text(), page.QuerySelector(".fr-footer__content-desc")!.Text()));
        Assert.Equal("https://example.org/cc0", page.QuerySelector(".fr-footer__bottom-copy a")!.GetAttribute("href"));
        Assert.Equal("/maire/", page.QuerySelectorAll(".fr-footer__bottom-list a").Single(static link => link.Text() == "Le maire").GetAttribute("href"));
        Assert.Equal("/blason.svg", page.QuerySelector("link[rel=icon]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/feed/feed.xml")]
    [InlineData("/feed/feed.json")]
    [InlineData("/feed/rubrique/feed.xml")]
    public async Task Get_Feed_BearsTheNameOfTheContent(string path)
    {
        using var folder = Town();
        using var site = new Site(folder.Root, static builder => builder.UseSetting("Site:Url", "https://www.exemple.test"));
        using var client = site.CreateClient();
        using var response = await client.Get(path);
        var text = await response.Text();

        Assert.DoesNotContain(OurName, text, StringComparison.Ordinal);
        Assert.Contains("La ville d’Exemple", text, StringComparison.Ordinal);
        if (path.EndsWith("xml", StringComparison.Ordinal))
        {
            Assert.Contains(XDocument.Parse(text).Root!.Elements(), static element => element.Name.LocalName == "author" && element.Value == "Ville d’Exemple");
        }
    }

    [Fact]
    public async Task Get_ContentThatSaysNothing_ShowsTheHomePagesTitle_AndClaimsNothing()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Un petit site").WithPage("a.md", "title: A");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage("/a/");

        Assert.Equal(("A - Un petit site", "Un petit site"), (page.Title, page.QuerySelector(".fr-header__service-title")!.Text()));
        Assert.Null(page.QuerySelector(".fr-header__service-tagline, .fr-footer__content-desc"));
        Assert.DoesNotContain("licence", page.QuerySelector("footer")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("/favicon.", page.QuerySelector("link[rel=icon]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Settings_OverruleTheContent()
    {
        using var folder = Town();
        using var site = new Site(folder.Root, static builder => builder.UseSetting("Site:Name", "Un autre nom").UseSetting("Site:Contact", "autre@example.org"));
        using var client = site.CreateClient();

        var page = await client.GetPage("/rubrique/");

        Assert.Equal(("Rubrique - Un autre nom", "Moins de papier"), (page.Title, page.QuerySelector(".fr-header__service-tagline")!.Text()));
        Assert.Contains(page.QuerySelectorAll("main a"), static link => link.GetAttribute("href")!.StartsWith("mailto:autre@example.org?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ContactPage_IsLinkedInTheHeader_InTheLanguageOfThePage()
    {
        using var folder = Town().WithPage("contact.md", "title: Nous écrire\ntranslationKey: contact").WithPage("en/contact.md", "title: Write to us\nlang: en\ntranslationKey: contact")
            .WithPage("en/a.md", "title: A\nlang: en");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var (french, english) = ((await client.GetPage("/rubrique/")).QuerySelector(".fr-header__tools p a")!, (await client.GetPage("/en/a/")).QuerySelector(".fr-header__tools p a")!);

        Assert.Equal(("Nous écrire", "/contact/"), (french.Text(), french.GetAttribute("href")));
        Assert.Equal(("Write to us", "/en/contact/"), (english.Text(), english.GetAttribute("href")));
    }

    [Fact]
    public async Task Get_PageOfAnotherLanguage_MarksTheNameAsTheSitesLanguage()
    {
        using var folder = Town().WithPage("en.md", "title: Home\nlang: en");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var (french, english) = (await client.GetPage("/rubrique/"), await client.GetPage("/en/"));

        foreach (var selector in (string[])[".fr-header__service-title", ".fr-header__service-tagline", ".fr-footer__content-desc"])
        {
            Assert.Equal(("fr", "fr"), (Language(french), Language(english)));

            string? Language(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector(selector)!.Closest("[lang]")!.GetAttribute("lang");
        }

        Assert.Equal("Accueil - La ville d’Exemple", english.QuerySelector(".fr-header__service a")!.GetAttribute("title"));
        Assert.Equal("fr", english.QuerySelector(".fr-header__service a")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Get_EnglishSite_HasNoFrenchAround()
    {
        using var folder = new SiteBuilder().With("_data/metadata.json", """{ "title": "The guide", "language": "en" }""").WithPage("index.md", "title: Welcome").WithPage("a.md", "title: A");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        foreach (var path in (string[])["/", "/a/", "/recherche/?q=a", "/plan-du-site/", "/inconnue/"])
        {
            using var response = await client.Get(path);
            var page = Dom.Parse(await response.Text());

            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Empty(page.QuerySelectorAll("body [lang=fr]"));
        }
    }

    private static SiteBuilder Town() => new SiteBuilder()
        .With("_data/site.yaml", "name: La ville d’Exemple\ntagline: Moins de papier\ndescription: Ce que fait la ville.\norganisation: Ville d’Exemple\nlicence: {name: CC0, url: https://example.org/cc0}\nicon: /blason.svg\nfooter:\n  - {text: Le maire, url: /maire/}\n")
        .With("blason.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .WithPage("index.md", "title: Bienvenue")
        .WithPage("maire.md", "title: Le maire")
        .WithPage("rubrique/index.md", "title: Rubrique\ndate: 2026-01-02\neleventyNavigation: {key: r}")
        .WithPage("rubrique/velo.md", "title: Vélo\ndate: 2026-01-02\neleventyNavigation: {key: v, parent: r}");
}
