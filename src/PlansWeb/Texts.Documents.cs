using PlansWeb.Store;

namespace PlansWeb;

/// <content>What documents and plans say of themselves.</content>
internal static partial class Texts
{
    /// <summary>Between the format, the size and the language of a document.</summary>
    private const string DetailSeparator = "\u00A0– ";

    /// <summary>Said of a document that is heavy (RGESN 4.12).</summary>
    public const string HeavyFile = "fichier lourd";

    public const string PlansHeading = "Les plans, administration par administration";
    public const string PlanAdministration = "Administration\u00A0: ";
    public const string PlanDownload = "Télécharger le plan";
    public const string PlanDocument = "Document\u00A0: ";
    public const string PlanOnOfficialSite = "lire le plan sur le site officiel";
    public const string PlanElsewhere = "Document sur le site officiel";
    public const string PlanNotHere = "Le document n’est pas sur ce site";

    /// <summary>A plan among those of other administrations: « Ministère de la Culture : Feuille de route ».</summary>
    public static string PlanName(string administration, string title) => $"{administration}\u00A0: {title}";

    /// <summary>The date of a plan, and what there is to read.</summary>
    public static string DatedPlan(DateTimeOffset date, string document) => $"{Date(date)}. {document}";

    /// <summary>Format, size and language of a document: « PDF – 1,8 Mo – anglais ».</summary>
    public static string DocumentDetail(params string?[] parts) => string.Join(DetailSeparator, parts.OfType<string>());

    /// <summary>The size of a document, with a word where it is heavy: who pays for each megabyte decides before the click.</summary>
    public static string AnnouncedSize(ContentFile file) => file.IsHeavy ? $"{FileSize(file.Length)}, {HeavyFile}" : FileSize(file.Length);

    /// <summary>A size as French text has it, units of 1,000: « 850 o », « 223 ko », « 1,8 Mo », « 2 Go ».</summary>
    public static string FileSize(long bytes)
    {
        // A step below each thousand, so that rounding never gives « 1 000 ko ».
        var (divisor, unit, format) = bytes switch
        {
            < 1_000 => (1, "o", "0"),
            < 999_500 => (1_000, "ko", "0"),
            < 999_950_000 => (1_000_000, "Mo", "0.#"),
            _ => (1_000_000_000, "Go", "0.#"),
        };
        return ((double)bytes / divisor).ToString(format, s_french) + "\u00A0" + unit;
    }

    /// <summary>The name of a language, such as « anglais »; <see langword="null"/> for one that is rarely met.</summary>
    /// <param name="language">Primary subtag of a BCP 47 tag.</param>
    public static string? Language(string language) => language switch
    {
        "ar" => "arabe",
        "br" => "breton",
        "ca" => "catalan",
        "co" => "corse",
        "de" => "allemand",
        "en" => "anglais",
        "es" => "espagnol",
        "eu" => "basque",
        "fr" => "français",
        "it" => "italien",
        "nl" => "néerlandais",
        "oc" => "occitan",
        "pt" => "portugais",
        "ru" => "russe",
        "uk" => "ukrainien",
        "zh" => "chinois",
        _ => null,
    };
}
