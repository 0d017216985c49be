using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Content;

/// <summary>What the content's pages say without their writers having written it: in <c>ContentTexts.resx</c> (French) and <c>ContentTexts.en.resx</c>, under the member's name.</summary>
internal static class ContentTexts
{
    private static readonly TextResource s_texts = new(typeof(ContentTexts));

    /// <summary>Name of the licence of the texts and data.</summary>
    public const string LicenceName = "Licence Ouverte 2.0";

    /// <summary>Its address.</summary>
    public const string LicenceAddress = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    /// <summary>Title of the home page where its file gives none.</summary>
    public static string Home => s_texts.Get();

    /// <summary>Title of the page for unknown addresses where its file gives none.</summary>
    public static string NotFoundTitle => s_texts.Get();

    /// <summary>Name of the part of a page that holds its footnotes.</summary>
    public static string Notes => s_texts.Get();

    /// <summary>Name of the call of a footnote, before its number.</summary>
    public static string Note => s_texts.Get();

    /// <summary>Name of the link from a footnote to its call, before its number.</summary>
    public static string BackFromNote => s_texts.Get();

    /// <summary>Name of a ticked box.</summary>
    public static string TaskDone => s_texts.Get();

    /// <summary>Name of an empty box.</summary>
    public static string TaskToDo => s_texts.Get();

    /// <summary>Between the format, the size and the language of a document.</summary>
    private const string DetailSeparator = "\u00A0– ";

    /// <summary>Said of a document that is heavy (RGESN 4.12).</summary>
    public static string HeavyFile => s_texts.Get();

    /// <summary>Name of the tags of a list of pages.</summary>
    public static string ListTags => s_texts.Get();

    /// <summary>Name of the links to the other pages of a list.</summary>
    public static string ListPages => s_texts.Get();

    /// <summary>What comes before the number of a page of a list.</summary>
    public static string ListPageName => s_texts.Get();

    /// <summary>Link to the page of a list before this one.</summary>
    public static string ListPrevious => s_texts.Get();

    /// <summary>Link to the page of a list after this one.</summary>
    public static string ListNext => s_texts.Get();

    /// <summary>Title of the page of a list that shows one tag.</summary>
    public static string ListOfTag(string? title, string tag) => title is null ? tag : s_texts.Format("NamedOf", title, tag);

    /// <summary>Title of a page of a list; of other pages that one file makes, the title as it is written.</summary>
    public static string? ListPage(string? title, int number, bool isList) => !isList || title is null ? title : s_texts.Format("NumberedListPage", title, number);

    /// <summary>Said in the place of a body that could not be rendered.</summary>
    public static string PageNotShown => s_texts.Get();

    /// <summary>Link to a recording of the site.</summary>
    public static string ListenToRecording => s_texts.Get();

    /// <summary>Link to a document that a frame would show.</summary>
    public static string OpenDocument => s_texts.Get();

    /// <summary>Link to a video.</summary>
    public static string WatchVideo => s_texts.Get();

    /// <summary>Link to what a frame of another site would show.</summary>
    public static string SeeContent => s_texts.Get();

    /// <summary>How a title begins that says already that something can be watched.</summary>
    public static string Watch => s_texts.Get();

    /// <summary>A link, and the site that it leads to.</summary>
    public static string On(string link, string site) => s_texts.Format("LinkOn", link, site);

    /// <summary>A title that says what the link does, and the site that it leads to.</summary>
    public static string TitledOn(string title, string site) => s_texts.Format("TitledOn", title, site);

    /// <summary>Name of a table without a caption, a heading or columns.</summary>
    public static string Table => s_texts.Get();

    /// <summary>Name of a table without a caption: its columns.</summary>
    public static string TableOf(string columns) => s_texts.Format("NamedOf", Table, columns);

    /// <summary>A plan among those of other administrations: « Ministère de la Culture : Feuille de route ».</summary>
    public static string PlanName(string administration, string title) => s_texts.Format("NamedOf", administration, title);

    /// <summary>Format, size and language of a document: « PDF – 1,8 Mo – anglais ».</summary>
    public static string DocumentDetail(params string?[] parts) => string.Join(DetailSeparator, parts.OfType<string>());

    /// <summary>The size of a document, with a word where it is heavy: who pays for each megabyte decides before the click.</summary>
    public static string AnnouncedSize(ContentFile file) => file.IsHeavy ? $"{Formats.FileSize(file.Length)}, {HeavyFile}" : Formats.FileSize(file.Length);
}
