using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Declarations;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>The pages that the footer of every page links: what the law wants a public site to say.</summary>
internal static class LegalPages
{
    /// <summary>The page is one of them.</summary>
    public static bool Contains(Snapshot snapshot, ContentPage page) => snapshot.Part<DeclarationPages>().Contains(page) || snapshot.Part<UsualPages>().IsLegal(page);

    /// <summary>A usual page of the content, at whatever address: in the language of readers, else in the site's own.</summary>
    public static ContentPage? Of(Snapshot snapshot, UsualPage kind, string lang) =>
        snapshot.Part<UsualPages>().Of(kind, lang) is not { } page ? null
        : page.Lang == lang ? page
        : snapshot.Part<TranslationIndex>().Of(page).FirstOrDefault(other => other.Lang == lang) ?? page;

    /// <summary>
    /// The links to those that the content has, wherever it has them. The state of accessibility must be said in any case: without a declaration it is « non
    /// conforme » (RGAA, « obligations légales »), as plain text.
    /// </summary>
    public static IReadOnlyList<MenuItem> Links(Snapshot snapshot, ContentPage? current)
    {
        var declarations = snapshot.Part<DeclarationPages>();
        var lang = current?.Lang ?? InterfaceLanguage.Tag;
        var accessibility = declarations.Accessibility(lang);
        (string Title, ContentPage? Page)[] others =
        [
            (Texts.LegalNotice, Of(snapshot, UsualPage.LegalNotice, lang)),
            (Texts.PersonalData, Of(snapshot, UsualPage.PersonalData, lang)),
            (Texts.Ecodesign, declarations.Ecodesign is [var first, ..] all ? all.FirstOrDefault(page => page.Lang == lang, first) : Of(snapshot, UsualPage.Ecodesign, lang)),
        ];
        return
        [
            new MenuItem(Texts.SiteMap, SitePages.SiteMap),
            accessibility is { } declared ? Link(Texts.AccessibilityOf(declared.State), declared.Page, current) : new MenuItem(Texts.AccessibilityOf(AccessibilityState.None), null),

            // An editor who links one already keeps the words of that link.
            .. others.Where(other => other.Page is not null && !snapshot.Identity.Links.Any(link => link.Value == other.Page.Href)).Select(other => Link(other.Title, other.Page!, current)),
            .. snapshot.Identity.Links.Select(static link => new MenuItem(link.Key, link.Value)),
        ];
    }

    private static MenuItem Link(string title, ContentPage page, ContentPage? current) => new(title, page.Href) { IsCurrent = page == current };
}
