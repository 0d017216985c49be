using PlansWeb.Authoring;
using PlansWeb.Content;

namespace PlansWeb;

/// <summary>What those who write the site read in their browser.</summary>
internal static partial class Texts
{
    public const string Redaction = "Rédaction";
    public const string RedactionOverview = "Toutes les pages et tous les messages";
    public const string RedactionOpen = "ouvrir le fichier";
    public const string RedactionNoFile = "page faite par le site";
    public const string RedactionChecking = "Vérification en cours…";
    public const string RedactionFine = "rien à corriger";
    public const string RedactionNothing = "Rien ne répond à ce filtre.";
    public const string RedactionPages = "Pages";
    public const string RedactionPage = "Page";
    public const string RedactionProblems = "Messages";
    public const string RedactionState = "État";
    public const string RedactionFile = "Fichier";
    public const string RedactionDates = "Dates";
    public const string RedactionWeight = "Poids, images comprises";
    public const string RedactionSeverity = "Gravité";
    public const string RedactionRule = "Règle";
    public const string RedactionText = "Titre, adresse, fichier ou message";
    public const string RedactionAny = "tout";
    public const string RedactionFilter = "Filtrer";
    public const string RedactionShowAll = "Tout montrer";
    public const string RedactionDated = "datée du";
    public const string RedactionUpdated = "mise à jour le";
    public const string RedactionPublicFrom = "publique à partir du";
    public const string RedactionPublicUntil = "publique jusqu’au";

    /// <summary>The state of a page.</summary>
    public static string RedactionStateName(PageState state) => state switch
    {
        PageState.Published => "publiée",
        PageState.Unlisted => "non listée",
        PageState.Draft => "brouillon",
        PageState.Scheduled => "programmée",
        _ => "expirée",
    };

    /// <summary>What a page that readers do not see says of itself, in the language of its interface.</summary>
    /// <param name="state">Its state: draft, scheduled or expired.</param>
    /// <param name="boundary">When its window opens, or closed.</param>
    /// <param name="from">Title of the page above that the state comes from.</param>
    public static string HiddenNotice(PageState state, DateTimeOffset? boundary, string? from)
    {
        var text = (state, boundary) switch
        {
            (PageState.Scheduled, { } opens) => s_texts.Format("ScheduledNotice", Formats.DateAndTime(opens)),
            (PageState.Expired, { } closed) => s_texts.Format("ExpiredNotice", Formats.DateAndTime(closed)),
            _ => s_texts.Get("DraftNotice"),
        };
        return from is null ? text : $"{text} {s_texts.Format("HiddenBecauseOf", Formats.Quoted(from))}";
    }

    /// <summary>The severity of a problem.</summary>
    public static string RedactionSeverityName(bool isError) => isError ? "Erreur" : "Avertissement";

    /// <summary>A state that a page has from one above it.</summary>
    public static string RedactionBecauseOf(string title) => $"à cause de {French.Quoted(title)}";

    /// <summary>The whole site in one line.</summary>
    public static string RedactionSummary(int pages, int errors, int warnings) =>
        $"{Number(pages, "page", "pages")}\u00A0: {RedactionCounts(errors, warnings)}.";

    /// <summary>How many problems there are: « 1 erreur, 2 avertissements ».</summary>
    public static string RedactionCounts(int errors, int warnings) => (errors, warnings) switch
    {
        (0, 0) => RedactionFine,
        (_, 0) => Number(errors, "erreur", "erreurs"),
        (0, _) => Number(warnings, "avertissement", "avertissements"),
        _ => $"{Number(errors, "erreur", "erreurs")}, {Number(warnings, "avertissement", "avertissements")}",
    };

    /// <summary>The heading of a list: « Pages (1 234) ».</summary>
    public static string RedactionPart(string title, int count) => $"{title} ({count.ToString("N0", s_french)})";

    /// <summary>When the content was loaded.</summary>
    public static string RedactionLoadedAt(DateTimeOffset instant) => $"Contenu chargé le {French.DateAndTime(instant)}.";

    /// <summary>A load that failed: the reason is the log's own.</summary>
    public static string RedactionLoadFailed(DateTimeOffset instant, string reason) =>
        $"Le dernier chargement a échoué le {French.DateAndTime(instant)}, l’ancien contenu reste affiché\u00A0: {reason}.";

    /// <summary>A list is longer than what is shown of it.</summary>
    public static string RedactionCut(int shown) => $"Les {shown.ToString("N0", s_french)} premiers sont affichés\u00A0: précisez le filtre pour voir les autres.";

    /// <summary>The page of problems for ops shows some of them.</summary>
    public static string ProblemsCut(int shown) => $"Les {shown.ToString("N0", s_french)} premiers messages sont affichés\u00A0; le JSON les a tous.";

    /// <summary>A place in a file.</summary>
    public static string RedactionLine(int line) => $"ligne\u00A0{line.ToString(s_french)}";

    /// <summary>A place in a file, to the column.</summary>
    public static string RedactionLineAndColumn(int line, int column) => $"ligne\u00A0{line.ToString(s_french)}, colonne\u00A0{column.ToString(s_french)}";

    // In French, nothing is singular.
    private static string Number(int count, string one, string several) => $"{count.ToString("N0", s_french)}\u00A0{(count < 2 ? one : several)}";
}
