using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>Plans: the documents that one names are there.</summary>
internal sealed class PlanRule : IPageRule
{
    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        var all = PlanDocument.Written(page.Page);
        if (page.Page.Layout == Plan.Layout && all.Count == 0)
        {
            page.Report(DiagnosticRules.PlanDocument, SourcePlace.Top, "Ce plan n’a pas de document : sa carte ne mène à aucun fichier.",
                "Ajoutez une ligne « document: … » avec le nom du fichier posé à côté de la page, ou son adresse.");
        }

        foreach (var written in all.Where(written => PlanDocument.Of(page.Page, written, site.FileAt) is null))
        {
            var url = PlanDocument.UrlOf(page.Page, written);
            var better = site.Resolve(Address.Encode(url)).Better;
            page.Report(DiagnosticRules.PlanDocument, page.Source.FindExact(written),
                $"Le document {Words.Quote(written)} de ce plan n’existe pas\u00A0: il est attendu à l’adresse {Words.Quote(url)}.",
                better is null
                    ? "Déposez le fichier à côté de la page, ou corrigez «\u00A0document\u00A0»\u00A0; pour un autre site, écrivez l’adresse entière, en https."
                    : $"Vouliez-vous dire {Words.Whole(better)}\u00A0? Sinon, déposez le fichier à côté de la page.");
        }
    }
}
