using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>
/// Pages and documents at an address where the site answers by itself. The site's own answer goes first: the search in every header must find
/// something. The map of the site, which must name every page, stands below the text of a page at its address.
/// </summary>
/// <param name="snapshot">The site.</param>
internal sealed class ReservedAddressRule(Snapshot snapshot)
{
    /// <summary>Checks all of them, hidden pages too: they will be public one day.</summary>
    public IEnumerable<Diagnostic> Check()
    {
        foreach (var page in snapshot.Pages.Concat(snapshot.Hidden))
        {
            if (page.Url != SiteAddresses.SiteMap && SiteAddresses.Own(page.Url) is { } own)
            {
                yield return Diagnostic(page.SourcePath, own, "cette page n’est visible de personne",
                    "Donnez-lui une autre adresse par «\u00A0permalink\u00A0», ou supprimez ce fichier\u00A0: le site fait cette page lui-même.");
            }
        }

        foreach (var file in snapshot.Files)
        {
            if (SiteAddresses.Own(file.Url) is { } own)
            {
                yield return Diagnostic(file.Url.TrimStart('/'), own, "ce fichier n’est visible de personne",
                    "Renommez-le s’il doit être lu, ou supprimez-le\u00A0: le site fait ce document lui-même.");
            }
        }
    }

    private static Diagnostic Diagnostic(string file, string own, string consequence, string advice) =>
        new(DiagnosticRules.ReservedAddress, file, 0, 0, $"L’adresse {own} est celle d’une page ou d’un document que le site fait lui-même\u00A0: {consequence}.", advice);
}
