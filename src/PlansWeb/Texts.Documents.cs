using PlansWeb.Content;

namespace PlansWeb;

/// <content>What documents and plans say of themselves.</content>
internal static partial class Texts
{
    public const string PlansHeading = "Les plans, administration par administration";
    public const string PlanAdministration = "Administration\u00A0: ";
    public const string PlanDownload = "Télécharger le plan";
    public const string PlanDocument = "Document\u00A0: ";
    public const string PlanOnOfficialSite = "lire le plan sur le site officiel";
    public const string PlanElsewhere = "Document sur le site officiel";
    public const string PlanNotHere = "Le document n’est pas sur ce site";

    /// <summary>The date of a plan, and what there is to read.</summary>
    public static string DatedPlan(DateTimeOffset date, string document) => $"{French.Date(date)}. {document}";
}
