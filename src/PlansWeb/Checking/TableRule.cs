using PlansWeb.Store;

namespace PlansWeb.Checking;

/// <summary>Tables name their columns or rows (RGAA 5.6): a screen reader says the name with each cell.</summary>
internal sealed class TableRule : IPageRule
{
    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        var tables = page.Document.QuerySelectorAll("table").ToArray();
        for (var i = 0; i < tables.Length; i++)
        {
            if (tables[i].GetAttribute("role") is "presentation" or "none" || tables[i].QuerySelectorAll("th").Any(static cell => Words.Of(cell).Length > 0))
            {
                continue;
            }

            var places = page.Source.Tables().ToArray();
            page.Report(ProblemRules.HeaderlessTable, places.Length == tables.Length ? places[i] : SourcePlace.Unknown,
                "Le tableau n’a pas d’en-têtes\u00a0: qui l’écoute ne sait pas ce que disent ses colonnes.",
                "Nommez les colonnes dans la première ligne («\u00a0th\u00a0» en HTML), ou écrivez une liste si ce n’est pas un tableau de données.");
        }
    }
}
