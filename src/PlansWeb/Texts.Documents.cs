using PlansWeb.Content;

namespace PlansWeb;

/// <content>What documents and plans say of themselves.</content>
internal static partial class Texts
{
    public static string PlansHeading => s_texts.Get();
    public static string PlanAdministration => s_texts.Get();
    public static string PlanDownload => s_texts.Get();
    public static string PlanDocument => s_texts.Get();
    public static string PlanOnOfficialSite => s_texts.Get();
    public static string PlanElsewhere => s_texts.Get();
    public static string PlanNotHere => s_texts.Get();

    /// <summary>How many documents a plan has.</summary>
    public static string PlanDocuments(int count) => s_texts.Format("PlanDocuments", Formats.Number(count));

    /// <summary>A link to one of a plan's documents, whose name tells it from the others.</summary>
    public static string PlanNamed(string text, string? name) => name is null ? text : $"{text} ({name})";

    /// <summary>The date of a plan, and what there is to read.</summary>
    public static string DatedPlan(DateTimeOffset date, string document) => $"{Formats.Date(date)}. {document}";
}
