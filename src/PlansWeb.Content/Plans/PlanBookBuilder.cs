using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>Gathers the plans once per snapshot, and looks for their documents.</summary>
internal sealed class PlanBookBuilder : ISnapshotPart
{
    private static readonly StringComparer s_french = StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems)
    {
        var pages = content.Pages.Where(static page => page.Layout == Plan.Layout).ToArray();
        if (pages.Length == 0)
        {
            return new PlanBook([]);
        }

        var files = content.Files.ToDictionary(static file => file.Url, StringComparer.Ordinal);
        return new PlanBook(
        [
            .. pages.Select(page => new Plan(page, Plan.TextOf(page, "administration"), [.. PlanDocument.Written(page).Select(written => PlanDocument.Of(page, written, files.GetValueOrDefault)).OfType<PlanDocument>()]))
                .OrderBy(OrderOf).ThenBy(static plan => plan.Administration ?? plan.Page.Title, s_french)
                .ThenBy(static plan => plan.Page.Title, s_french).ThenBy(static plan => plan.Page.SourcePath, StringComparer.Ordinal),
        ]);
    }

    private static double OrderOf(Plan plan) => plan.Page.Data.GetValueOrDefault("order") switch
    {
        long order => order,
        int order => order,
        double order => order,
        _ => 0,
    };
}
