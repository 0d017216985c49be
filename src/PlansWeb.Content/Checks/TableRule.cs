using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>Tables name their columns or rows (RGAA 5.6): a screen reader says the name with each cell. So a name is a text.</summary>
internal sealed class TableRule : IPageRule
{
    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        var tables = page.Document.QuerySelectorAll("table").ToArray();
        for (var i = 0; i < tables.Length; i++)
        {
            if (tables[i].GetAttribute("role") is "presentation" or "none")
            {
                continue;
            }

            var headers = tables[i].QuerySelectorAll("th");
            var empty = headers.Count(static cell => !IsNamed(cell));
            if (empty == headers.Length)
            {
                page.Report(DiagnosticRules.HeaderlessTable, Place(page, tables, i),
                    "Le tableau n’a pas d’en-têtes\u00a0: qui l’écoute ne sait pas ce que disent ses colonnes.",
                    "Nommez les colonnes dans la première ligne («\u00a0th\u00a0» en HTML), ou écrivez une liste si ce n’est pas un tableau de données.");
            }
            else if (empty > 0)
            {
                page.Report(DiagnosticRules.EmptyHeader, Place(page, tables, i),
                    empty == 1
                        ? "Une cellule d’en-tête du tableau est vide\u00a0: elle annonce une colonne ou une ligne sans la nommer."
                        : $"{empty} cellules d’en-tête du tableau sont vides\u00a0: elles annoncent des colonnes ou des lignes sans les nommer.",
                    "Écrivez ce que contient la colonne ou la ligne, par exemple «\u00a0Action\u00a0»\u00a0; en HTML, une case qui n’annonce rien est un «\u00a0td\u00a0».");
            }
        }
    }

    private static bool IsNamed(IElement cell) =>
        Words.Of(cell).Length > 0 || !string.IsNullOrWhiteSpace(cell.GetAttribute("aria-label")) || cell.QuerySelector("img[alt]:not([alt='']), [aria-label]") is not null;

    // The n-th table of the HTML is the n-th of the source, unless Liquid wrote some.
    private static SourcePlace Place(CheckedPage page, IElement[] tables, int index)
    {
        var places = page.Source.Tables().ToArray();
        return places.Length == tables.Length ? places[index] : SourcePlace.Unknown;
    }
}
