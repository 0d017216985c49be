using System.Globalization;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>Pages whose <c>reviewDate</c> is past: text that nobody has read for years is wrong, or needs no server any more (RGESN 5.8).</summary>
internal sealed class ReviewRule(TimeProvider clock) : IPageRule
{
    private const string Key = "reviewDate";

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        if (page.Page.ReviewDate is not { } due || due > clock.GetUtcNow())
        {
            return;
        }

        // The date may come from a data file: then the page's own first line is where to look from.
        var place = page.Source.FrontMatterKeys().Where(static key => key is { Parent: null, Key: Key }).Select(static key => key.Place).FirstOrDefault(SourcePlace.Top);
        page.Report(DiagnosticRules.OverdueReview, place,
            $"La page devait être relue avant le {due.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))}.",
            "Relisez-la, corrigez ce qui a changé, puis reportez la date de «\u00a0reviewDate\u00a0»\u00a0; si elle ne sert plus, donnez-lui une date «\u00a0expiryDate\u00a0» ou supprimez-la.");
    }
}
