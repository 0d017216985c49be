using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>The pages that the footer of every page links: what the law wants a public site to say.</summary>
internal static class LegalPages
{
    private static (string Title, string Url)[] All =>
    [
        (Texts.AccessibilityState, "/accessibilite/"),
        (Texts.LegalNotice, "/mentions-legales/"),
        (Texts.PersonalData, "/donnees-personnelles/"),
        (Texts.Ecodesign, "/ecoconception/"),
    ];

    /// <summary>The page is one of them.</summary>
    public static bool Contains(ContentPage page) => All.Any(entry => entry.Url == page.Url);

    /// <summary>The links to those that the content has. The state of accessibility must be said in any case: without a page, it is plain text.</summary>
    public static IReadOnlyList<MenuItem> Links(Snapshot snapshot, ContentPage? current) =>
    [
        new MenuItem(Texts.SiteMap, SitePages.SiteMap),
        .. All.Select(entry => new MenuItem(entry.Title, snapshot.Find(entry.Url)?.Href) { IsCurrent = current?.Url == entry.Url })
            .Where(entry => entry.Href is not null || entry.Text == Texts.AccessibilityState),
        .. snapshot.Identity.Links.Select(static link => new MenuItem(link.Key, link.Value)),
    ];
}
