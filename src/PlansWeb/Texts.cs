using System.Globalization;
using PlansWeb.Content;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb;

/// <summary>
/// The texts of the interface. What citizens read is in <c>Texts.resx</c> (French) and <c>Texts.en.resx</c>, under the member's name; what only editors
/// and operators read stands here, in French.
/// </summary>
internal static partial class Texts
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly TextResource s_texts = new(typeof(Texts));

    /// <summary>The title of the link to the home page.</summary>
    public static string HomeTitle(string site) => s_texts.Format("HomeTitleOf", site);

    public static string Home => ContentTexts.Home;

    public static string QuickAccess => s_texts.Get();
    public static string SkipToContent => s_texts.Get();
    public static string SkipToMenu => s_texts.Get();
    public static string SkipToFooter => s_texts.Get();

    public static string MainMenu => s_texts.Get();
    public static string OpenMenu => s_texts.Get();
    public static string CloseMenu => s_texts.Get();
    public static string Breadcrumb => s_texts.Get();
    public static string InThisSection => s_texts.Get();
    public static string Summary => s_texts.Get();
    public static string LastUpdate => s_texts.Get();

    public static string SamePlace => s_texts.Get();
    public static string PreviousInSection => s_texts.Get();
    public static string NextInSection => s_texts.Get();
    public static string BackToTop => s_texts.Get();
    public static string ReportError => s_texts.Get();
    public static string SiteMap => s_texts.Get();
    public static string SiteMapDescription => s_texts.Get();
    public static string AllSections => s_texts.Get();

    /// <summary>Description of the search page.</summary>
    public static string SearchDescription => s_texts.Get();
    public static string OutsideMenus => s_texts.Get();
    public static string WholeSection => s_texts.Get();
    public static string History => s_texts.Get();
    public static string SeeHistory => s_texts.Get();
    public static string HistoryLead => s_texts.Get();
    public static string HistoryNothing => s_texts.Get();
    public static string ReadPage => s_texts.Get();
    public static string ChangePublished => s_texts.Get();
    public static string ChangeChanged => s_texts.Get();
    public static string ChangeWithdrawn => s_texts.Get();
    public static string ActionWithdrawn => s_texts.Get();
    public static string ReadingReplaced => s_texts.Get();
    public static string DeletedStart => s_texts.Get();
    public static string AddedStart => s_texts.Get();
    public static string PassageForgotten => s_texts.Get();
    public static string ChangeCut => s_texts.Get();
    public static string FollowChanges => s_texts.Get();
    public static string TableOfContents => s_texts.Get();
    public static string PublishedOn => s_texts.Get();
    public const string SiteAddressMissing = "Ce document a besoin de l’adresse publique du site\u00A0: le réglage Site:Url n’est pas renseigné.";
    public static string DocumentMissing => s_texts.Get();
    public const string SecurityContactMissing = "Le réglage Security:Contact n’est pas renseigné.";

    public static string LegalNotice => s_texts.Get();

    /// <summary>The state of accessibility that the foot of every page says; <see langword="null"/> where the declaration says none.</summary>
    public static string AccessibilityOf(AccessibilityState? state) => s_texts.Get(state switch
    {
        AccessibilityState.Full => "AccessibilityFull",
        AccessibilityState.Partial => "AccessibilityPartial",
        AccessibilityState.None => "AccessibilityNone",
        _ => "AccessibilityUnsaid",
    });

    public static string PersonalData => s_texts.Get();
    public static string Ecodesign => s_texts.Get();
    public static string PageWeight => s_texts.Get();
    public static string LicenceBefore => s_texts.Get();

    public static string HomeFocus => s_texts.Get();
    public static string HomeEntries => s_texts.Get();
    public static string HomeUpdates => s_texts.Get();

    public static string NotFoundTitle => ContentTexts.NotFoundTitle;
    public static string NotFoundLead => s_texts.Get();
    public static string NotFoundAdvice => s_texts.Get();
    public static string NearestPages => s_texts.Get();
    public static string SearchOnTheSite => s_texts.Get();

    public static string Preview => s_texts.Get();
    public static string PreviewNotice => s_texts.Get();

    public static string Search => s_texts.Get();
    public static string SearchAction => s_texts.Get();
    public static string SearchThisSite => s_texts.Get();
    public static string SearchAgain => s_texts.Get();
    public static string SearchNeedsServer => s_texts.Get();
    public static string SearchHint => s_texts.Get();
    public static string SearchTooLong => s_texts.Get();
    public static string SearchCorrected => s_texts.Get();
    public static string SearchSomeWords => s_texts.Get();
    public static string SearchNothingAdvice => s_texts.Get();
    public static string SearchDidYouMean => s_texts.Get();

    public static string Pagination => s_texts.Get();
    public static string ResultsPage => s_texts.Get();
    public static string PreviousPage => s_texts.Get();
    public static string NextPage => s_texts.Get();

    public static string GoneTitle => s_texts.Get();
    public static string GoneLead => s_texts.Get();
    public static string GoneAdvice => s_texts.Get();

    public static string ErrorTitle => s_texts.Get();
    public static string ErrorLead => s_texts.Get();
    public static string ErrorAdvice => s_texts.Get();
    public static string BadRequestTitle => s_texts.Get();
    public static string BadRequestLead => s_texts.Get();
    public static string UnknownHostLead => s_texts.Get();
    public static string BadRequestAdvice => s_texts.Get();
    public static string TooManyTitle => s_texts.Get();
    public static string TooManyLead => s_texts.Get();
    public static string UnavailableTitle => s_texts.Get();
    public static string UnavailableLead => s_texts.Get();
    public static string BackToHome => s_texts.Get();

    /// <summary>The name of the links to the translations of a page.</summary>
    public static string OtherLanguages => s_texts.Get();

    /// <summary>A link to a translation, in the language of that: « Version en français », “English version”; of other languages, their own name.</summary>
    /// <param name="lang">The translation's language, a BCP 47 tag.</param>
    public static string VersionIn(string lang)
    {
        using var language = InterfaceLanguage.Enter(lang);
        return InterfaceLanguage.MarkOn(lang) is null ? s_texts.Get("ThisPageIn") : Formats.NativeName(lang) ?? lang;
    }

    /// <summary>The section of the plans, as it is named in breadcrumbs.</summary>
    public static string PlansActionSection => s_texts.Get();

    /// <summary>The heading of the search page.</summary>
    public static string SearchFor(string query) => s_texts.Format("SearchForQuery", query);

    /// <summary>The number of results, where not all have all the words.</summary>
    public static string PagesFound(int count, int withAllWords) => s_texts.Format("PagesFoundWithAllWords", PagesFound(count), Formats.Number(withAllWords));

    /// <summary>What a search found, in words: « Aucune page trouvée », « 1 page trouvée », « 12 pages trouvées ».</summary>
    public static string PagesFound(int count) => count switch
    {
        0 => s_texts.Get("NoPageFound"),
        1 => s_texts.Get("OnePageFound"),
        _ => s_texts.Format("SomePagesFound", Whole(count)),
    };

    /// <summary>The link to all entries of a branch of the menu that shows some.</summary>
    public static string SeeAll(string section) => s_texts.Format("SeeAllOf", section);

    /// <summary>The site map of a section.</summary>
    public static string SiteMapOf(string section) => s_texts.Format("SiteMapOf", section);

    /// <summary>Some of a long list of pages.</summary>
    public static string PagesFromTo(int first, int last) => s_texts.Format("PagesFromTo", Whole(first), Whole(last));

    /// <summary>What a link leads to, and how many pages are there.</summary>
    public static string WithCount(string text, int count) => s_texts.Format(count == 1 ? "WithOnePage" : "WithPages", text, Whole(count));

    /// <summary>Subject of a message about a page.</summary>
    public static string ReportSubject(string address) => s_texts.Format("ReportSubjectOf", address);

    /// <summary>The name of a landmark, such as a wide table, told apart from those of one name in other chapters.</summary>
    public static string InChapter(string name, string chapter) => $"{name} – {chapter}";

    /// <summary>The title of a section as one document.</summary>
    public static string WholeSectionTitle(string title) => s_texts.Format("WholeSectionOf", title);

    /// <summary>The title of what changed on a page.</summary>
    public static string HistoryTitle(string title) => s_texts.Format("HistoryTitleOf", title);

    /// <summary>A page stands at another address than before.</summary>
    public static string ChangeMoved(string from) => s_texts.Format("ChangeMovedFrom", from);

    /// <summary>The title of a feed of what changed: of a section, or of the site.</summary>
    public static string ChangesFeed(string site, string? title) => title is null ? s_texts.Format("ChangesOfSite", site) : s_texts.Format("ChangesOfPage", site, title);

    /// <summary>The title of a section's feed.</summary>
    public static string FeedTitle(string site, string title) => s_texts.Format("FeedOf", site, title);

    private static string Whole(int number) => number.ToString("N0", InterfaceLanguage.Current);
}
