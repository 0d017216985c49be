using System.Collections.Frozen;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site;

/// <summary>Pages that most public sites have, and that the header or the footer of every page leads to.</summary>
internal enum UsualPage
{
    /// <summary>« Mentions légales », “Legal notice”.</summary>
    LegalNotice,

    /// <summary>« Données personnelles », “Privacy policy”.</summary>
    PersonalData,

    /// <summary>« Écoconception », “Eco-design”, where no layout writes it.</summary>
    Ecodesign,

    /// <summary>How readers reach the people behind the site.</summary>
    Contact,
}

/// <summary>
/// Where a site has its usual pages. A page is known by its address or its title among the first pages of the site, or of a language of it; by a title that
/// is nothing else's wherever it stands. An unlisted page is known by its address only: nothing else leads to it.
/// </summary>
internal sealed class UsualPages
{
    // Longer than any of the titles below: most pages of a large site are not looked at closely.
    private const int LongestTitle = 40;

    // Words as addresses have them: an address's last part, or a title in the same form. Of two pages the one that is named earlier here counts.
    private static readonly FrozenDictionary<string, (UsualPage Kind, int Rank)> s_names = Kinds(
        (UsualPage.LegalNotice, "mentions-legales informations-legales legal-notice legal-notices legal-information legal imprint"),
        (UsualPage.PersonalData, "donnees-personnelles donnees-personnelles-et-cookies donnees-a-caractere-personnel protection-des-donnees protection-des-donnees-personnelles "
            + "politique-de-confidentialite confidentialite vie-privee personal-data personal-data-and-cookies data-protection privacy privacy-policy privacy-notice privacy-statement"),
        (UsualPage.Ecodesign, "ecoconception eco-conception declaration-d-ecoconception declaration-ecoconception eco-design ecodesign eco-design-statement"),
        (UsualPage.Contact, "contact contacts nous-contacter contactez-nous nous-ecrire contact-us"));

    // What only the page itself is called: an article of any site may be about personal data.
    private static readonly FrozenDictionary<string, (UsualPage Kind, int Rank)> s_titles = Kinds(
        (UsualPage.LegalNotice, "mentions-legales legal-notice"),
        (UsualPage.PersonalData, "politique-de-confidentialite privacy-policy privacy-notice privacy-statement"),
        (UsualPage.Ecodesign, "declaration-d-ecoconception eco-design-statement"));

    private readonly FrozenDictionary<UsualPage, ContentPage[]> _pages;

    private UsualPages(SiteContent content) => _pages = content.Pages.Select(static page => (Page: page, Kind: KindOf(page))).Where(static found => found.Kind is not null)
        .GroupBy(static found => found.Kind!.Value.Kind)

        // Those in the site's own language go first.
        .ToFrozenDictionary(static kind => kind.Key, kind => kind.OrderBy(found => found.Page.Lang == content.Identity.Language ? 0 : 1)
            .ThenBy(static found => found.Kind!.Value.Rank).ThenBy(static found => found.Page.Url.Length)
            .Select(static found => found.Page).DistinctBy(static page => page.Lang).ToArray());

    /// <summary>The page for readers of a language, else the one that the site has; <see langword="null"/> where it has none.</summary>
    public ContentPage? Of(UsualPage kind, string lang) => _pages.TryGetValue(kind, out var pages) ? pages.FirstOrDefault(page => page.Lang == lang, pages[0]) : null;

    /// <summary>The page is one of them, of any kind but <see cref="UsualPage.Contact"/>: what the law asks for, and no news.</summary>
    public bool IsLegal(ContentPage page) => _pages.Any(kind => kind.Key != UsualPage.Contact && kind.Value.Contains(page));

    /// <summary>The last part of the address of a page among the first ones of the site, or of a language of it, folded; <see langword="null"/> for any other page.</summary>
    public static string? FirstName(ContentPage page)
    {
        if (page.Url.AsSpan().Count('/') > 3)
        {
            return null;
        }

        var steps = AddressFolding.Fold(page.Url).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return steps.Length == 1 || (steps.Length == 2 && steps[0].Equals(page.Lang.Split('-')[0], StringComparison.OrdinalIgnoreCase)) ? steps[^1] : null;
    }

    // An address says more than a title, and a title of the first level more than one below.
    private static (UsualPage Kind, int Rank)? KindOf(ContentPage page)
    {
        if (page.Layout == Loading.PageLayouts.List)
        {
            return null;
        }

        var name = FirstName(page);
        if (name is not null && s_names.TryGetValue(name, out var found))
        {
            return found;
        }

        if (page.NoIndex || page.Title.Length > LongestTitle || (name is null && page.Title is not ['M' or 'm' or 'L' or 'l' or 'P' or 'p' or 'D' or 'd' or 'E' or 'e', ..]))
        {
            return null;
        }

        return (name is null ? s_titles : s_names).TryGetValue(AsName(page.Title), out found) ? (found.Kind, found.Rank + (name is null ? 2 : 1) * s_names.Count) : null;
    }

    private static string AsName(string title) => AddressFolding.Fold(title).Replace(' ', '-').Replace('\u00A0', '-').Replace('’', '-').Replace('\'', '-');

    private static FrozenDictionary<string, (UsualPage Kind, int Rank)> Kinds(params ReadOnlySpan<(UsualPage Kind, string Names)> kinds)
    {
        var all = new Dictionary<string, (UsualPage Kind, int Rank)>(StringComparer.Ordinal);
        foreach (var (kind, names) in kinds)
        {
            foreach (var name in names.Split(' '))
            {
                all.Add(name, (kind, all.Count));
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Finds them for each snapshot.</summary>
    internal sealed class Builder : ISnapshotPart
    {
        /// <inheritdoc/>
        public object Build(SiteContent content, ICollection<Diagnostic> problems) => new UsualPages(content);
    }
}
