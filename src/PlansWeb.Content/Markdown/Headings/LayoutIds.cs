namespace PlansWeb.Content.Markdown.Headings;

/// <summary>
/// Ids that the layout uses or may come to use. Text must not take them: a skip link would lead to it, and a script would find it.
/// </summary>
internal static class LayoutIds
{
    /// <summary>The ids.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "accueil", "acces-rapide", "bas", "bas-de-page", "contenu", "content", "entete", "en-tete", "fil-ariane", "fil-d-ariane", "footer",
        "haut", "haut-de-page", "header", "main", "menu", "menu-lateral", "menu-principal", "modal", "nav", "navigation", "pagination",
        "pied", "pied-de-page", "recherche", "search", "sommaire", "theme", "top",
        "tous-les-plans",
    };
}
