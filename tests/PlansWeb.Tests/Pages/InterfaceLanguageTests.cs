using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>What stands around a page is in the page's language, or says that it is not (RGAA 8.7).</summary>
public sealed class InterfaceLanguageTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil")
        .WithPage("fr/index.md", "title: Le projet\nlang: fr", "Texte.")
        .WithPage("en/index.md", "title: The project\nlang: en\ndate: 2026-05-01", "## One\n\n## Two\n\n## Three\n\n| Year | Plans |\n| --- | --- |\n| 2026 | 12 |\n")
        .WithPage("de/index.md", "title: Das Projekt\nlang: de\ndate: 2026-05-01", "## Eins\n\n## Zwei\n\n## Drei\n")
        .WithPage("ar/index.md", "title: المشروع\nlang: ar", "نص");

    private readonly Site _site;
    private readonly HttpClient _client;

    public InterfaceLanguageTests()
    {
        _site = new Site(_folder.Root);
        _client = _site.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_EnglishPage_HasAnEnglishFrame()
    {
        var page = await Page("/en/");

        Assert.Equal("Quick access", page.QuerySelector(".fr-skiplinks nav")!.GetAttribute("aria-label"));
        Assert.Equal("You are here", page.QuerySelector(".fr-breadcrumb")!.GetAttribute("aria-label"));
        Assert.Equal("On this page", page.QuerySelector(".fr-summary__title")!.TextContent);
        Assert.Contains("Last updated on 1 May 2026", page.QuerySelector(".site-date")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Back to top", page.QuerySelector(".site-end")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".fr-skiplinks[lang], header[lang], footer[lang]"));
    }

    [Fact]
    public async Task Get_UnknownAddressBelowAnEnglishPage_IsAnsweredInEnglish()
    {
        var page = Dom.Parse(await (await _client.Get("/en/nowhere/")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Page not found", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Get_FrenchPageAfterAnEnglishOne_IsFrenchAgain()
    {
        await Page("/en/");

        Assert.Equal("Accès rapide", (await Page("/fr/")).QuerySelector(".fr-skiplinks nav")!.GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData(".fr-skiplinks")]
    [InlineData("header")]
    [InlineData(".fr-breadcrumb")]
    [InlineData(".fr-summary__title")]
    [InlineData(".site-date")]
    [InlineData(".site-end")]
    [InlineData("footer")]
    public async Task Get_PageInALanguageWithoutTexts_MarksTheFrenchFrame(string selector) =>
        Assert.Equal("fr", (await Page("/de/")).QuerySelector(selector)!.GetAttribute("lang"));

    [Fact]
    public async Task Get_PageWrittenFromRightToLeft_TurnsThePageAndNotTheFrame()
    {
        var page = await Page("/ar/");

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("ltr", page.QuerySelector("header")!.GetAttribute("dir"));
        Assert.Null((await Page("/fr/")).DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task Get_PageInTheFolderOfALanguage_LinksItsTranslations()
    {
        var links = (await Page("/en/")).QuerySelectorAll(".site-languages a");

        Assert.Contains(links, link => link.GetAttribute("href") == "/fr/" && link.GetAttribute("lang") == "fr" && link.GetAttribute("hreflang") == "fr" && link.TextContent == "Version en français");
        Assert.Contains(links, link => link.GetAttribute("href") == "/de/" && link.TextContent == "Deutsch");
        Assert.DoesNotContain(links, link => link.GetAttribute("href") == "/en/");
        Assert.Contains((await Page("/fr/")).QuerySelectorAll(".site-languages a"), link => link.TextContent == "English version");
    }

    private async Task<IDocument> Page(string path) =>
        Dom.Parse(await (await _client.Get(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
