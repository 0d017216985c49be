using PlansWeb.Content.Html.Media;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Markdown.Attributes;

/// <summary>
/// The attributes that braces may set. markdown-it-attrs lets every name through; here no address, style or script can come this way.
/// </summary>
internal static class AllowedAttributes
{
    /// <summary>The classes that change something, those of the site's own markup among them: the others are legal, and do nothing.</summary>
    public static IReadOnlySet<string> Classes { get; } = new HashSet<string>(
        [
            .. EditorClasses.Names, ChartTables.ClassName, ChartTables.Stacked, ChartTables.Steps, "text-align--center", "text-align--right",
            "fr-accordions-group", "fr-badge--no-icon", "fr-badge--sm", "fr-card--no-border", "fr-card--no-icon", "fr-card--shadow", "fr-container", "fr-notice", "fr-notice--info",
            "fr-notice__body", "fr-notice__title", "fr-table", "fr-table--bordered", "fr-table__container", "fr-tags-group", "fr-tile", "fr-tile--horizontal", "fr-tile--no-icon",
            "fr-tile__body", "fr-tile__content", "fr-tile__title",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "class", "dir", "download", "height", "hreflang", "id", "lang", "loading", "rel", "target", "title", "width",
    };

    /// <summary>Whether the attribute may be set.</summary>
    public static bool Contains(string name) =>
        s_names.Contains(name) || (name.StartsWith("aria-", StringComparison.Ordinal) && name.AsSpan(5).IndexOfAnyExceptInRange('a', 'z') < 0);
}
