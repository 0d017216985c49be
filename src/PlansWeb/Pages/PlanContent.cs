using PlansWeb.Content;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages;

/// <summary>A plan as an index shows it.</summary>
/// <param name="Title">Whose plan it is, and what it is called.</param>
/// <param name="Href">The plan's page.</param>
/// <param name="Description">Its date, what there is to read, and where.</param>
public sealed record PlanCard(string Title, string Href, string Description);

/// <summary>What the head of a plan's page says.</summary>
/// <param name="Administration">Whose plan it is; <see langword="null"/> where the front matter does not say.</param>
/// <param name="Documents">What there is to read.</param>
public sealed record PlanHead(string? Administration, IReadOnlyList<PlanHeadDocument> Documents);

/// <summary>A document of a plan, as the plan's page shows it.</summary>
/// <param name="Name">What tells it from the others; <see langword="null"/> for the only one.</param>
/// <param name="Href">Its address.</param>
/// <param name="Detail">Its format, size and language; <see langword="null"/> where it is on another site.</param>
/// <param name="Language">Its language, where the plan names one.</param>
public sealed record PlanHeadDocument(string? Name, string Href, string? Detail, string? Language);

/// <summary>What pages print of plans beside their own text: an index its cards, a plan's page its document.</summary>
internal static class PlanContent
{
    /// <summary>The plans that are shown below a page, one card each.</summary>
    public static IReadOnlyList<PlanCard> Cards(Snapshot snapshot, ContentPage page) =>
        [.. snapshot.Part<PlanBook>().Below(page).Select(static plan => new PlanCard(plan.Name, plan.Page.Href, Description(plan)))];

    /// <summary>What stands at the head of a plan's page.</summary>
    public static PlanHead? Head(Snapshot snapshot, ContentPage page) => snapshot.Part<PlanBook>().Of(page) is { } plan
        ? new PlanHead(plan.Administration, [.. plan.Documents.Select(document => new PlanHeadDocument(plan.Documents.Count > 1 ? document.Name : null, document.Href, Detail(plan, document), document.Language))])
        : null;

    private static string Description(Plan plan)
    {
        var document = plan.Documents switch
        {
            [] => Texts.PlanNotHere,
            [var only] => Detail(plan, only) ?? Texts.PlanElsewhere,
            { Count: var count } => Texts.PlanDocuments(count),
        };
        return plan.Page.Date is { } date ? Texts.DatedPlan(date, document) : document;
    }

    // Of a document that is here: what is elsewhere may be anything.
    private static string? Detail(Plan plan, PlanDocument document)
    {
        if (document is not { File: { } file, Language: var tag })
        {
            return null;
        }

        var language = tag is not null && LanguageTag.Primary(tag) != LanguageTag.Primary(plan.Page.Lang) ? Formats.Language(LanguageTag.Primary(tag)) : null;
        return ContentTexts.DocumentDetail(Path.GetExtension(file.Url).TrimStart('.').ToUpperInvariant(), ContentTexts.AnnouncedSize(file), language);
    }
}
