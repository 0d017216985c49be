using PlansWeb.Content.Site;

namespace PlansWeb.Content;

/// <summary>What the content's pages say without their writers having written it, in French.</summary>
internal static class ContentTexts
{
    /// <summary>Name of the licence of the texts and data.</summary>
    public const string LicenceName = "Licence Ouverte 2.0";

    /// <summary>Its address.</summary>
    public const string LicenceAddress = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    /// <summary>Title of the home page where its file gives none.</summary>
    public const string Home = "Accueil";

    /// <summary>Title of the page for unknown addresses where its file gives none.</summary>
    public const string NotFoundTitle = "Page introuvable";

    /// <summary>Name of the part of a page that holds its footnotes.</summary>
    public const string Notes = "Notes";

    /// <summary>Name of the call of a footnote, before its number.</summary>
    public const string Note = "Note";

    /// <summary>Name of the link from a footnote to its call, before its number.</summary>
    public const string BackFromNote = "Retour au texte, note";

    /// <summary>Name of a ticked box.</summary>
    public const string TaskDone = "Fait";

    /// <summary>Name of an empty box.</summary>
    public const string TaskToDo = "À faire";

    /// <summary>Between the format, the size and the language of a document.</summary>
    private const string DetailSeparator = "\u00A0– ";

    /// <summary>Said of a document that is heavy (RGESN 4.12).</summary>
    public const string HeavyFile = "fichier lourd";

    /// <summary>Name of the tags of a list of pages.</summary>
    public const string ListTags = "Mots clés";

    /// <summary>Name of the links to the other pages of a list.</summary>
    public const string ListPages = "Pages de la liste";

    /// <summary>What comes before the number of a page of a list.</summary>
    public const string ListPageName = "Page";

    /// <summary>Link to the page of a list before this one.</summary>
    public const string ListPrevious = "Page précédente";

    /// <summary>Link to the page of a list after this one.</summary>
    public const string ListNext = "Page suivante";

    /// <summary>Title of the page of a list that shows one tag.</summary>
    public static string ListOfTag(string? title, string tag) => title is null ? tag : $"{title}\u00A0: {tag}";

    /// <summary>Title of a page of a list; of other pages that one file makes, the title as it is written.</summary>
    public static string? ListPage(string? title, int number, bool isList) => !isList || title is null ? title : $"{title}, page {number}";

    /// <summary>A plan among those of other administrations: « Ministère de la Culture : Feuille de route ».</summary>
    public static string PlanName(string administration, string title) => $"{administration}\u00A0: {title}";

    /// <summary>Format, size and language of a document: « PDF – 1,8 Mo – anglais ».</summary>
    public static string DocumentDetail(params string?[] parts) => string.Join(DetailSeparator, parts.OfType<string>());

    /// <summary>The size of a document, with a word where it is heavy: who pays for each megabyte decides before the click.</summary>
    public static string AnnouncedSize(ContentFile file) => file.IsHeavy ? $"{French.FileSize(file.Length)}, {HeavyFile}" : French.FileSize(file.Length);
}
