using PlansWeb.Content.Html.Media;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Markdown.Attributes;

/// <summary>
/// The attributes that braces may set. markdown-it-attrs lets every name through; here no address, style or script can come this way.
/// </summary>
internal static class AllowedAttributes
{
    /// <summary>The classes that change something: the others are legal, and do nothing.</summary>
    public static IReadOnlySet<string> Classes { get; } = new HashSet<string>(
        [.. EditorClasses.Names, "text-align--center", "text-align--right", ChartTables.ClassName, ChartTables.Stacked, ChartTables.Steps], StringComparer.Ordinal);

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "class", "dir", "download", "height", "hreflang", "id", "lang", "loading", "rel", "target", "title", "width",
    };

    /// <summary>Whether the attribute may be set.</summary>
    public static bool Contains(string name) =>
        s_names.Contains(name) || (name.StartsWith("aria-", StringComparison.Ordinal) && name.AsSpan(5).IndexOfAnyExceptInRange('a', 'z') < 0);
}
