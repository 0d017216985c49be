using PlansWeb.Content;
using PlansWeb.Declarations;
using PlansWeb.Dsfr;

namespace PlansWeb;

// The two declarations have more to say than the rest of the interface.
internal static partial class Texts
{
    public static string AccessibilityCommitment => s_texts.Get();
    public static string AccessibilityCommitted => s_texts.Get();
    public static string AccessibilityNobody => s_texts.Get();
    public static string AccessibilityLaw => s_texts.Get();
    public const string AccessibilityLawAddress = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000809647";
    public static string AccessibilityMeans => s_texts.Get();
    public static string AccessibilityScheme => s_texts.Get();
    public static string AccessibilityPlan => s_texts.Get();
    public static string AccessibilityNoScheme => s_texts.Get();
    public static string AccessibilityScope => s_texts.Get();
    public static string AccessibilityScopeAt => s_texts.Get();
    public static string AccessibilityStateHeading => s_texts.Get();
    public static string AccessibilityStatement => s_texts.Get();
    public static string AccessibilityStatementNone => s_texts.Get();
    public static string AccessibilityStatementPartial => s_texts.Get();
    public static string AccessibilityStatementFull => s_texts.Get();
    public static string AccessibilityResults => s_texts.Get();
    public static string AccessibilityAudited => s_texts.Get();
    public static string AccessibilityNotAudited => s_texts.Get();
    public static string AccessibilityChecks => s_texts.Get();
    public static string AccessibilityChecksLead => s_texts.Get();
    public static string AccessibilityGaps => s_texts.Get();
    public static string AccessibilityFaults => s_texts.Get();
    public static string AccessibilityGapsLead => s_texts.Get();
    public static string AccessibilityNoFault => s_texts.Get();
    public static string AccessibilityExceptions => s_texts.Get();
    public static string AccessibilityNoException => s_texts.Get();
    public static string AccessibilityExemptions => s_texts.Get();
    public static string AccessibilityNoExemption => s_texts.Get();
    public static string AccessibilityMaking => s_texts.Get();
    public static string AccessibilityMade => s_texts.Get();
    public static string AccessibilityUpdated => s_texts.Get();
    public static string AccessibilityMadeWith => s_texts.Get();
    public static string AccessibilityTechnologies => s_texts.Get();
    public static string AccessibilityEnvironment => s_texts.Get();
    public static string AccessibilityNoEnvironment => s_texts.Get();
    public static string AccessibilityTools => s_texts.Get();
    public static string AccessibilityOwnTools => s_texts.Get();
    public static string AccessibilityNoTool => s_texts.Get();
    public static string AccessibilitySample => s_texts.Get();
    public static string AccessibilityNoSample => s_texts.Get();
    public static string AccessibilityContact => s_texts.Get();
    public static string AccessibilityContactLead => s_texts.Get();
    public static string ContactIs => s_texts.Get();
    public static string AccessibilityContactMissing => s_texts.Get();
    public static string Remedies => s_texts.Get();
    public static string RemediesLead => s_texts.Get();
    public static string RemedyForm => s_texts.Get();
    public const string RemedyFormAddress = "https://formulaire.defenseurdesdroits.fr/";
    public static string RemedyDelegate => s_texts.Get();
    public const string RemedyDelegateAddress = "https://www.defenseurdesdroits.fr/carte-des-delegues";
    public static string RemedyPost => s_texts.Get();

    /// <summary>The postal address of the Défenseur des droits, in French as the post wants it.</summary>
    public const string RemedyPostAddress = "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07";

    public static string EcodesignScore => s_texts.Get();
    public static string EcodesignStatement => s_texts.Get();
    public static string EcodesignRule => s_texts.Get();
    public static string EcodesignHost => s_texts.Get();
    public static string EcodesignByTopic => s_texts.Get();
    public static string EcodesignTopic => s_texts.Get();
    public static string EcodesignValidated => s_texts.Get();
    public static string EcodesignApplicable => s_texts.Get();
    public static string EcodesignShare => s_texts.Get();
    public static string EcodesignTotal => s_texts.Get();
    public static string EcodesignDevices => s_texts.Get();
    public static string EcodesignDevicesText => s_texts.Get();
    public static string EcodesignNoPurpose => s_texts.Get();
    public static string EcodesignNoImage => s_texts.Get();
    public static string EcodesignCriteria => s_texts.Get();
    public static string EcodesignCriteriaLead => s_texts.Get();

    public static string EvidenceTest => s_texts.Get();
    public static string EvidenceAbsence => s_texts.Get();
    public static string EvidenceUnguarded => s_texts.Get();
    public static string EvidenceTool => s_texts.Get();
    public static string EvidencePerson => s_texts.Get();
    public static string EvidenceValidated => s_texts.Get();
    public static string EvidenceTodo => s_texts.Get();
    public static string EvidenceHost => s_texts.Get();
    public static string EvidenceNone => s_texts.Get();
    public static string PriorityHigh => s_texts.Get();
    public static string PriorityRecommended => s_texts.Get();
    public static string PriorityModerate => s_texts.Get();

    /// <summary>What a page loads on a slow network.</summary>
    public static string EcodesignSlowNetwork(long bytes, double seconds) => s_texts.Format("EcodesignSlowNetwork", Formats.Size(bytes), seconds);

    /// <summary>How far each page is from the home page.</summary>
    public static string EcodesignClicks(int clicks) => s_texts.Format("EcodesignClicks", clicks);

    /// <summary>Images that no test has judged.</summary>
    public static string EcodesignImagesUnseen(int images) => images == 1 ? s_texts.Get("EcodesignImageUnseen") : s_texts.Format("EcodesignImagesUnseen", images);

    /// <summary>The State's typeface.</summary>
    public static string EcodesignFonts(int files, long bytes) => s_texts.Format("EcodesignFonts", files, Formats.Size(bytes));

    /// <summary>Files of more than 1 MB.</summary>
    public static string EcodesignHeavyFiles(int files, bool isSaid) => files == 0 ? s_texts.Get("EcodesignNoHeavyFile")
        : s_texts.Format(files == 1 ? "EcodesignHeavyFile" : "EcodesignHeavyFiles", files, isSaid ? s_texts.Get("EcodesignHeavyIsSaid") : "");

    /// <summary>Formats of images.</summary>
    public static string EcodesignImageFormats(int images, int light) => s_texts.Format("EcodesignImageFormats", light, images);

    /// <summary>Weights of images.</summary>
    public static string EcodesignImageWeights(int images, long heaviest) => s_texts.Format("EcodesignImageWeights", images, Formats.Size(heaviest));

    /// <summary>Pages that nobody must read again.</summary>
    public static string EcodesignUndated(int pages, int all) => s_texts.Format("EcodesignUndated", pages, all);

    /// <summary>What a page loads.</summary>
    public static string EcodesignRequests(int requests, long bytes) => s_texts.Format("EcodesignRequests", requests, Formats.Size(bytes));

    /// <summary>Puts values into a text.</summary>
    public static string With(string text, params object[] values) => string.Format(InterfaceLanguage.Current, text, values);

    /// <summary>What stands behind a criterion of the RGAA.</summary>
    public static string Evidence(RgaaEvidence evidence) => evidence switch
    {
        RgaaEvidence.Test => EvidenceTest,
        RgaaEvidence.Absence => EvidenceAbsence,
        RgaaEvidence.Unguarded => EvidenceUnguarded,
        RgaaEvidence.Tool => EvidenceTool,
        _ => EvidencePerson,
    };

    /// <summary>How much a criterion of the RGESN counts.</summary>
    public static string Priority(RgesnPriority priority) => priority switch
    {
        RgesnPriority.High => PriorityHigh,
        RgesnPriority.Recommended => PriorityRecommended,
        _ => PriorityModerate,
    };

    /// <summary>Title of a topic in a list: number, name, how much of it is shown to be met.</summary>
    public static string TopicTitle(int number, LocalText title, int met, int count) => s_texts.Format("TopicTitle", number, title, met, count);
}
