namespace PlansWeb.Content.Markdown.Headings;

/// <summary>
/// Ids that the layouts use or may come to use. Text must not take them: a skip link would lead to it, and a script would find it. A test holds that
/// all ids that layouts write are here.
/// </summary>
internal static class LayoutIds
{
    /// <summary>The ids.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "accueil", "acces-rapide", "administrations", "bas", "bas-de-page", "contenu", "content", "entete", "en-tete", "fil-ariane", "fil-d-ariane", "footer",
        "haut", "haut-de-page", "header", "main", "menu", "menu-lateral", "menu-principal", "modal", "nav", "navigation", "ouvrir-menu", "pagination",
        "pied", "pied-de-page", "recherche", "recherche-site",
        "registre-actions", "registre-annee", "registre-chiffres", "registre-cibles", "registre-colonnes", "registre-comparaison",
        "registre-documents", "registre-jamais", "registre-licence", "registre-mesures", "registre-retirees", "registre-ministere", "registre-mots",
        "registre-sans-action", "registre-sans-document", "registre-sans-nouvelle", "registre-sans-statut", "registre-statut", "registre-telecharger",
        "registre-thematique", "registre-tri",
        "score-par-theme", "search", "sommaire", "tableau", "theme", "top", "tous-les-plans",
    };
}
