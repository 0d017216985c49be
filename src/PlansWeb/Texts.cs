using System.Globalization;
using PlansWeb.Content;

namespace PlansWeb;

/// <summary>Every text of the interface, with its typography: non-breaking spaces, typographic apostrophes, dates as people write them.</summary>
internal static partial class Texts
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr-FR");

    public const string SiteName = "Plans d’action des ministères";
    public const string SiteTagline = "Réduire l’empreinte environnementale du numérique";
    public const string SiteDescription = "Ce que font les ministères pour réduire l’empreinte environnementale de leur numérique, sur des pages sobres et accessibles.";
    public const string HomeTitle = $"Accueil - {SiteName}";
    public const string Home = ContentTexts.Home;

    public const string QuickAccess = "Accès rapide";
    public const string SkipToContent = "Contenu";
    public const string SkipToMenu = "Menu";
    public const string SkipToFooter = "Pied de page";

    public const string MainMenu = "Menu principal";
    public const string Breadcrumb = "Vous êtes ici";
    public const string InThisSection = "Dans cette rubrique";
    public const string Summary = "Sommaire";
    public const string LastUpdate = "Dernière mise à jour le";

    public const string SamePlace = "Pages voisines";
    public const string PreviousInSection = "Page précédente : ";
    public const string NextInSection = "Page suivante : ";
    public const string BackToTop = "Haut de page";
    public const string ReportError = "Signaler une erreur sur cette page";
    public const string SiteMap = "Plan du site";
    public const string SiteMapDescription = "Toutes les pages du site, dans l’ordre des menus, puis les pages qui ne sont dans aucun menu.";

    /// <summary>Description of the search page.</summary>
    public const string SearchDescription = "Chercher dans toutes les pages du site, par mots, sans se soucier des accents ni des accords.";
    public const string OutsideMenus = "Pages hors des menus";
    public const string WholeSection = "Version imprimable de toute la rubrique";
    public const string TableOfContents = "Table des matières";
    public const string PublishedOn = "Document publié sur";
    public const string SiteAddressMissing = "Ce document a besoin de l’adresse publique du site\u00A0: le réglage Site:Url n’est pas renseigné.";
    public const string DocumentMissing = "Il n’y a pas de document à cette adresse.";
    public const string SecurityContactMissing = "Le réglage Security:Contact n’est pas renseigné.";

    public const string LegalNotice = "Mentions légales";
    public const string AccessibilityState = "Accessibilité : non conforme";
    public const string PersonalData = "Données personnelles";
    public const string Ecodesign = "Écoconception";
    public const string PageWeight = "À la première visite, cette page pèse ";
    public const string LicenceBefore = "Sauf mention contraire, les contenus de ce site sont sous";
    public const string LicenceName = ContentTexts.LicenceName;
    public const string LicenceAddress = ContentTexts.LicenceAddress;

    public const string HomeFocus = "À la une";
    public const string HomeEntries = "Explorer";
    public const string HomeUpdates = "Dernières mises à jour";

    public const string NotFoundTitle = ContentTexts.NotFoundTitle;
    public const string NotFoundLead = "Il n’y a pas de page à cette adresse.";
    public const string NotFoundAdvice = "Si vous avez tapé l’adresse, vérifiez qu’elle est complète. Si vous avez suivi un lien, la page a pu être déplacée ou retirée.";
    public const string NearestPages = "Pages dont l’adresse ressemble à celle-ci";
    public const string SearchOnTheSite = "Chercher sur le site";

    public const string Preview = "Aperçu";
    public const string PreviewNotice = "Aperçu : cette page n’est pas publiée. Ne partagez ce lien qu’avec les personnes qui doivent la relire.";

    public const string Search = "Recherche";
    public const string SearchAction = "Rechercher";
    public const string SearchThisSite = "Rechercher sur le site";
    public const string SearchAgain = "Modifier la recherche";
    public const string SearchNeedsServer = "Cette copie du site est faite de fichiers seuls, qui ne cherchent pas. Les pages se trouvent par\u00A0:";
    public const string SearchHint = "Un ou plusieurs mots, avec ou sans accents. Par exemple\u00A0: achats responsables.";
    public const string SearchTooLong = "Seuls les 100\u00A0premiers caractères ont été pris en compte.";
    public const string SearchSomeWords = "Aucune page ne contient tous les mots demandés\u00A0: voici celles qui en contiennent une partie.";
    public const string SearchNothingAdvice = "Vérifiez l’orthographe, essayez un mot plus général ou une partie seulement des mots.";
    public const string SearchDidYouMean = "Vouliez-vous dire\u00A0: ";

    public const string Pagination = "Pages de résultats";
    public const string ResultsPage = "Page";
    public const string PreviousPage = "Page précédente";
    public const string NextPage = "Page suivante";

    public const string GoneTitle = "Page supprimée";
    public const string GoneLead = "La page qui se trouvait à cette adresse a été retirée et n’est pas remplacée.";
    public const string GoneAdvice = "Le menu mène aux pages qui sont publiées aujourd’hui.";

    public const string ErrorTitle = "Erreur inattendue";
    public const string ErrorLead = "La page n’a pas pu être affichée : le problème vient du site, pas de vous.";
    public const string ErrorAdvice = "Vous pouvez réessayer dans quelques minutes.";
    public const string BadRequestTitle = "Adresse non valable";
    public const string BadRequestLead = "Cette adresse contient des caractères qui ne peuvent pas s’y trouver.";
    public const string UnknownHostLead = "Ce site ne répond pas sous le nom d’hôte demandé.";
    public const string BadRequestAdvice = "Vérifiez le lien que vous avez suivi, ou repartez de la page d’accueil.";
    public const string TooManyTitle = "Trop de recherches à la fois";
    public const string TooManyLead = "Le site reçoit beaucoup de recherches en ce moment. Les pages restent accessibles par le menu.";
    public const string UnavailableTitle = "Service momentanément indisponible";
    public const string UnavailableLead = "Le contenu du site n’est pas encore chargé.";
    public const string BackToHome = "Revenir à la page d’accueil";

    /// <summary>The section of the plans, as it is named in breadcrumbs.</summary>
    public const string PlansActionSection = "Plans d’action des ministères";

    /// <summary>The <c>title</c> of a document: the page, then the site (RGAA 8.6).</summary>
    public static string DocumentTitle(string title) => $"{title} - {SiteName}";

    /// <summary>The heading of the search page.</summary>
    public static string SearchFor(string query) => $"{Search}\u00A0: {French.Quoted(query)}";

    /// <summary>The number of results, where not all have all the words.</summary>
    public static string PagesFound(int count, int withAllWords) => $"{PagesFound(count)}, dont {French.Number(withAllWords)} avec tous les mots";

    /// <summary>What a search found, in words: « Aucune page trouvée », « 1 page trouvée », « 12 pages trouvées ».</summary>
    public static string PagesFound(int count) => count switch
    {
        0 => "Aucune page trouvée",
        1 => "1\u00A0page trouvée",
        _ => $"{count.ToString("N0", s_french)}\u00A0pages trouvées",
    };

    /// <summary>Subject of a message about a page.</summary>
    public static string ReportSubject(string address) => $"Erreur sur la page {address}";

    /// <summary>The name of a landmark, such as a wide table, told apart from those of one name in other chapters.</summary>
    public static string InChapter(string name, string chapter) => $"{name} – {chapter}";

    /// <summary>The title of a section as one document.</summary>
    public static string WholeSectionTitle(string title) => $"{title} (rubrique complète)";

    /// <summary>The title of a section's feed.</summary>
    public static string FeedTitle(string title) => $"{SiteName} : {title}";
}
