using Microsoft.Playwright;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>Every page with its menus open.</summary>
public class MenuTests(MenuSurvey survey) : IClassFixture<MenuSurvey>
{
    // A screen and a half of a small phone.
    private const double MostPixels = 1.5 * 640;

    /// <summary>WCAG 2.4.11.</summary>
    [RgaaFact("10.7")]
    public Task Focus_AnyMenuOpen_IsNeverCovered() => AssertNothingWrong(state => state.Hidden);

    /// <summary>WCAG 2.5.8.</summary>
    [Fact]
    public Task Target_AnyMenuOpen_IsLargeOrApart() => AssertNothingWrong(state => state.Small);

    [RgaaFact("10.11")]
    public Task Page_AnyMenuOpen_ScrollsInOneDirection() => AssertNothingWrong(state => state.Sideways ? ["scrolls sideways"] : []);

    [Fact]
    public Task Text_OnASmallPhone_BeginsOnTheFirstScreenAndAHalf() =>
        survey.AssertNothingWrong(visits => visits.Where(visit => visit is { Width: 320, Height: 640, FirstSentenceEnd: > MostPixels })
            .Select(visit => $"{visit.Window}: the first sentence ends at {visit.FirstSentenceEnd:0} pixels"));

    // The header of the published content has links alone.
    private protected virtual int HeaderMenus => 0;

    /// <summary>The survey opens what it looks at.</summary>
    [Fact]
    public async Task Menu_AnyWidth_IsThereToBeOpened()
    {
        var pages = await survey.All;

        foreach (var (width, beside) in new[] { (320, 2), (768, 0), (1280, 0) })
        {
            // Closed, and each menu: that of the header at every width, where it has one to open; those of the section and the page on a phone alone.
            var least = HeaderMenus + beside;
            Assert.Equal(least + 1, pages.SelectMany(page => page.Seen).Where(visit => visit.Width == width).Max(visit => Math.Min(visit.States.Count, least + 1)));
        }

        Assert.All(pages.SelectMany(page => page.Seen), visit => Assert.Equal("closed", visit.States[0].Name));
    }

    private Task AssertNothingWrong(Func<MenuState, IEnumerable<string>> judge) => survey.AssertNothingWrong(visits => visits.SelectMany(
        visit => visit.States.SelectMany(state => judge(state).Select(objection => $"{visit.Window}, {state.Name}: {objection}"))));
}

/// <summary>A made-up site with many and long entries, in two languages, in which each menu is higher than the window.</summary>
public sealed class CrowdedMenuSurvey(PublishedSite published, BrowserFixture browser) : MenuSurvey(published, browser)
{
    private protected override Task<SiteProcess> Site(PublishedSite published) => published.Crowded;

    private protected override string Kind(string path) => ChartedSite.Folder(base.Kind(path)) is { Length: > 1 } folder ? folder : path;

    /// <summary>Writes the content into a folder: seven sections with names of 45 letters.</summary>
    internal static SiteBuilder Make()
    {
        var site = new SiteBuilder().WithPage("index.md", "title: Accueil\ndescription: Accueil.\nlayout: home", "Un site d’essai.");
        for (var section = 1; section <= 7; section++)
        {
            Add($"rubrique-{section}/index.md", $"Interopérabilité des systèmes d’information {section}", $"r{section}", null);
            for (var page = 1; page <= 12; page++)
            {
                Add($"rubrique-{section}/page-{page}.md", $"Interopérabilité des systèmes d’information, page {page}", $"r{section}p{page}", $"r{section}");
            }
        }

        return site
            .WithPage("en/page.md", "title: A page in English\ndescription: English.\nlang: en\nlayout: page\ntranslationOf: /rubrique-1/page-1/", Text);

        void Add(string path, string title, string key, string? parent) => site.WithPage(path,
            $"title: {title}\ndescription: Essai.\ndate: 2026-01-01\nlayout: plans-action\neleventyNavigation: {{key: {key}, title: \"{title}\"{(parent is null ? "" : $", parent: {parent}")}}}", Text);
    }

    private static string Text => "Une première phrase dit ce que la page contient. Une deuxième suit.\n\n"
        + string.Concat(Enumerable.Range(1, 30).Select(number => $"## Un titre du sommaire, numéro {number}\n\nUn texte avec [un lien](/).\n\n"));
}

/// <summary>The made-up site with its menus open. Its main menu is long: a phone shows it when a link asks for it.</summary>
public sealed class CrowdedMenuTests(CrowdedMenuSurvey survey, PublishedSite published, BrowserFixture browser) : MenuTests(survey), IClassFixture<CrowdedMenuSurvey>
{
    private protected override int HeaderMenus => 1;

    private const string Opener = "a[href='#menu'].site-fold-link";
    private const string Closer = ".site-fold > a";

    [Fact]
    public async Task Menu_Long_IsFoldedOnAPhoneAlone()
    {
        var pages = await survey.All;

        // On a phone the menu opens, and in it its seven branches; on a wide screen the branches alone.
        Assert.All(pages.SelectMany(page => page.Seen), visit =>
        {
            Assert.Equal(visit.Width == 320 ? 1 : 0, visit.States.Count(state => state.Name == "a « Menu »"));
            Assert.Equal(7, visit.States.Count(state => state.Name.StartsWith("summary « Interop", StringComparison.Ordinal)));
        });
    }

    [Theory]
    [InlineData(320, 640)]
    [InlineData(320, 256)]
    public async Task Menu_Keyboard_OpensEntersClosesAndGivesTheFocusBack(int width, int height)
    {
        var page = await Open(width, height);
        var menu = page.Locator("#menu");
        Assert.False(await menu.IsVisibleAsync());

        await page.Locator(Opener).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await menu.IsVisibleAsync());
        Assert.False(await page.Locator(Opener).IsVisibleAsync());

        await page.Keyboard.PressAsync("Tab");
        Assert.True(await HasFocus(page, Closer));
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await HasFocus(page, "#menu li:first-child summary"));

        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.False(await menu.IsVisibleAsync());
        Assert.True(await HasFocus(page, Opener));
    }

    [Fact]
    public async Task Menu_QuickAccess_OpensIt()
    {
        var page = await Open(320, 640);

        await page.Locator(".fr-skiplinks a[href='#menu']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await HasFocus(page, Closer));
    }

    [Theory]
    [InlineData("#menu")]
    [InlineData("")]
    public async Task Menu_OpenOrFolded_IsNotPrinted(string anchor)
    {
        var page = await Open(320, 640, anchor);

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await page.Locator("#menu").IsVisibleAsync());
        Assert.False(await page.Locator(Opener).IsVisibleAsync());
    }

    private async Task<IPage> Open(int width, int height, string anchor = "")
    {
        var page = await browser.Open(width, height);
        await page.GotoAsync(new Uri((await published.Crowded).Address, "/rubrique-1/page-1/" + anchor).ToString());
        return page;
    }

    private static Task<bool> HasFocus(IPage page, string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement === document.querySelector(selector)", selector);
}
