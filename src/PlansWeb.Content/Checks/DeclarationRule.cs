using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>The declaration of accessibility: it says all that the décret n° 2019-768 asks of it, and the state that the foot of every page repeats.</summary>
internal sealed class DeclarationRule : IPageRule
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["entite"] = "l’organisme responsable",
        ["schema"] = "le schéma pluriannuel de mise en accessibilité",
        ["audit"] = "l’audit, avec son auteur, sa date et son taux",
        ["echantillon"] = "les pages vérifiées",
        ["environnement"] = "les navigateurs et les lecteurs d’écran",
        ["outils"] = "les outils de vérification",
        ["contact"] = "un contact",
    };

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        if (page.Page.Layout != AccessibilityDeclaration.Layout)
        {
            if (AccessibilityDeclaration.IsOf(page.Page) && AccessibilityDeclaration.StateIn(page.Page) is null)
            {
                page.Report(DiagnosticRules.IncompleteDeclaration, SourcePlace.Top, "Cette déclaration d’accessibilité ne dit pas si le site est totalement, partiellement ou non conforme\u00A0: le pied des pages ne peut pas le redire.",
                    "Écrivez-le, par exemple «\u00A0Ce site est partiellement conforme avec le RGAA\u00A0», ou prenez le gabarit «\u00A0accessibilite\u00A0».");
            }

            return;
        }

        var missing = AccessibilityDeclaration.Of(page.Page, site.Snapshot.Identity, site.Snapshot.Part<UsualPages>().Of(UsualPage.Contact, page.Page.Lang)).Missing;
        if (missing.Count > 0)
        {
            var place = page.Source.FrontMatterKeys().Where(static key => key is { Parent: null, Key: AccessibilityDeclaration.Key }).Select(static key => key.Place).FirstOrDefault(SourcePlace.Top);
            page.Report(DiagnosticRules.IncompleteDeclaration, place,
                $"Il manque à la déclaration d’accessibilité ce que la loi demande (décret n°\u00A02019-768)\u00A0: {string.Join(", ", missing.Select(static key => $"{s_names[key]} («\u00A0{key}\u00A0»)"))}.",
                $"Remplissez ces clés sous «\u00A0{AccessibilityDeclaration.Key}\u00A0» dans l’en-tête de la page\u00A0; l’organisme et le contact peuvent venir de «\u00A0_data/site.yaml\u00A0».");
        }
    }
}
