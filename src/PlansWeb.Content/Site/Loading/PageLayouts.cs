using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;

namespace PlansWeb.Content.Site.Loading;

/// <summary>The layouts that a page may ask for, by the last part of the name: <c>layouts/plans-action.njk</c> → <c>plans-action</c>.</summary>
internal static class PageLayouts
{
    /// <summary>The layout of a page that names none, or one that does not exist.</summary>
    public const string Default = "page";

    /// <summary>A page that lists a collection: <c>collection</c> names it, <c>size</c> says how many at a time.</summary>
    public const string List = "list";

    private static readonly string[] s_names = ["accessibilite", "ecoconception", "home", List, Default, "plan", "plans-action"];

    /// <summary>The names of all layouts.</summary>
    public static IReadOnlyList<string> Names => s_names;

    /// <summary>The layout for a front-matter value.</summary>
    public static string Choose(DataScalar? layout, DiagnosticLog problems)
    {
        if (layout?.Value is null or false or "")
        {
            return Default;
        }

        var name = Path.GetFileNameWithoutExtension(layout.Text.Replace('\\', '/'));
        if (s_names.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        problems.ReportAt(DiagnosticRules.UnknownLayout, layout.Position,
            $"Le gabarit « {layout.Text} » n’existe pas : la page est affichée avec « {Default} ».",
            $"Choisissez l’un de ces gabarits : {string.Join(", ", s_names)}.");
        return Default;
    }
}
