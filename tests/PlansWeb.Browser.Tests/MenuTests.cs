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

    /// <summary>The survey opens what it looks at.</summary>
    [Fact]
    public async Task Menu_AnyWidth_IsThereToBeOpened()
    {
        var pages = await survey.All;

        foreach (var (width, least) in new[] { (320, 3), (768, 1), (1280, 1) })
        {
            // Closed, and each menu: that of the header at every width; those of the section and the page on a phone alone.
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

    /// <summary>Writes the content into a folder.</summary>
    internal static SiteBuilder Make()
    {
        var site = new SiteBuilder().WithPage("index.md", "title: Accueil\ndescription: Accueil.\nlayout: home", "Un site d’essai.");
        for (var section = 1; section <= 7; section++)
        {
            Add($"rubrique-{section}/index.md", $"Interopérabilité {section}", $"r{section}", null);
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

/// <summary>The made-up site with its menus open.</summary>
public sealed class CrowdedMenuTests(CrowdedMenuSurvey survey) : MenuTests(survey), IClassFixture<CrowdedMenuSurvey>;
