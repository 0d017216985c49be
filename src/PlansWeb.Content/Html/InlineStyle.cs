namespace PlansWeb.Content.Html;

/// <summary>What becomes of a <c>style</c> attribute: the DSFR has a class for some of what editors write there, the rest goes.</summary>
internal static class InlineStyle
{
    /// <summary>The classes that stand for a style; <paramref name="rest"/> takes the declarations that have none.</summary>
    public static IReadOnlyList<string> ToClasses(string style, string element, List<string> rest)
    {
        var classes = new List<string>();
        foreach (var declaration in style.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            var name = (colon < 0 ? declaration : declaration[..colon]).Trim().ToLowerInvariant();
            var value = colon < 0 ? "" : declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            if (ToClass(name, value, element) is { } found)
            {
                classes.Add(found);
            }
            else
            {
                rest.Add(name);
            }
        }

        return classes;
    }

    /// <summary>What an editor can write in the place of a declaration.</summary>
    public static string Advice(string property, string element = "") => property switch
    {
        "border" or "padding" or "margin" or "box-shadow" when element == "img" => "Retirez-le : un cadre qui compte se met dans l’image elle-même.",
        "width" or "max-width" or "height" or "max-height" or "min-width" or "min-height" =>
            "Pour une image, écrivez l’attribut « width » (en pixels) ou la classe « fr-responsive-img » ; pour un bloc, la grille « fr-col-12 fr-col-md-6 ».",
        "color" or "background" or "background-color" =>
            "Mettez le texte en valeur avec « fr-highlight », « fr-callout » ou « fr-alert » : leurs couleurs sont lisibles par tous.",
        "border" or "padding" or "margin" or "box-shadow" => "Encadrez avec « fr-callout » ou « fr-highlight ».",
        "float" or "display" or "position" => "Placez les blocs avec la grille « fr-grid-row » et « fr-col-12 fr-col-md-6 ».",
        "font-size" => "Choisissez « fr-text--lg », « fr-text--lead » ou « fr-text--sm ».",
        _ => "Retirez-le, ou utilisez une classe du DSFR.",
    };

    private static string? ToClass(string name, string value, string element) => (name, value) switch
    {
        ("font-weight", "bold" or "bolder" or "600" or "700" or "800" or "900") => "fr-text--bold",
        ("font-size", "small" or "smaller" or "x-small" or "0.875em" or "0.875rem" or "14px") => "fr-text--sm",
        ("font-size", "large" or "larger" or "1.125em" or "1.125rem" or "18px") => "fr-text--lg",
        ("font-size", "x-large" or "xx-large" or "1.25em" or "1.25rem" or "20px") => "fr-text--lead",
        ("max-width" or "width", "100%") when element == "img" => "fr-responsive-img",
        ("text-align", "center") => "site-text--center",
        ("text-align", "right" or "end") => "site-text--right",
        _ => null,
    };
}
