using PlansWeb.Content.Site;
using PlansWeb.Declarations;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>The pages that the footer of every page links: what the law wants a public site to say.</summary>
internal static class LegalPages
{
    private const string LegalNotice = "/mentions-legales/";
    private const string PersonalData = "/donnees-personnelles/";
    private const string Ecodesign = "/ecoconception/";

    /// <summary>The page is one of them.</summary>
    public static bool Contains(Snapshot snapshot, ContentPage page) => snapshot.Part<DeclarationPages>().Contains(page) || AddressFolding.Fold(page.Url) is "/mentions-legales" or "/donnees-personnelles" or "/ecoconception";

    /// <summary>
    /// The links to those that the content has, wherever it has them. The state of accessibility must be said in any case: without a declaration it is « non
    /// conforme » (RGAA, « obligations légales »), as plain text.
    /// </summary>
    public static IReadOnlyList<MenuItem> Links(Snapshot snapshot, ContentPage? current)
    {
        var declarations = snapshot.Part<DeclarationPages>();
        var accessibility = declarations.Accessibility(current?.Lang ?? InterfaceLanguage.Tag);
        (string Title, ContentPage? Page)[] others =
        [
            (Texts.LegalNotice, PageAt(snapshot, LegalNotice)),
            (Texts.PersonalData, PageAt(snapshot, PersonalData)),
            (Texts.Ecodesign, PageAt(snapshot, Ecodesign) ?? (declarations.Ecodesign is [var first, ..] ? first : null)),
        ];
        return
        [
            new MenuItem(Texts.SiteMap, SitePages.SiteMap),
            accessibility is { } declared ? Link(Texts.AccessibilityOf(declared.State), declared.Page, current) : new MenuItem(Texts.AccessibilityOf(AccessibilityState.None), null),
            .. others.Where(static other => other.Page is not null).Select(other => Link(other.Title, other.Page!, current)),
            .. snapshot.Identity.Links.Select(static link => new MenuItem(link.Key, link.Value)),
        ];
    }

    private static MenuItem Link(string title, ContentPage page, ContentPage? current) => new(title, page.Href) { IsCurrent = page == current };

    // Written with its accents too: « /données-personnelles/ ».
    private static ContentPage? PageAt(Snapshot snapshot, string url) =>
        snapshot.Find(url) ?? (snapshot.FindAlike(url) is { } href ? snapshot.Find(Address.Normalize(Uri.UnescapeDataString(href))) : null);
}
