using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>
/// The opening line of a container, as eleventy-dsfr defines them for markdown-it-container: three marks or more, then a name, then
/// a title for those that have one. Spaces after the marks do not matter, but an accordion's title needs one.
/// </summary>
/// <param name="Kind">The component.</param>
/// <param name="Name">The name as written, which is the kind of an alert.</param>
/// <param name="Title">The title, empty when there is none.</param>
internal sealed record ContainerFence(ContainerKind Kind, string Name, string Title)
{
    /// <summary>The fewest marks that make a fence.</summary>
    public const int MinimumMarks = 3;

    /// <summary>The names that open a container with colons, and what each opens.</summary>
    public static IReadOnlyDictionary<string, ContainerKind> Names { get; } = new Dictionary<string, ContainerKind>(StringComparer.Ordinal)
    {
        ["info"] = ContainerKind.Alert,
        ["warning"] = ContainerKind.Alert,
        ["error"] = ContainerKind.Alert,
        ["success"] = ContainerKind.Alert,
        ["callout"] = ContainerKind.Callout,

        // A quote and a highlight have no title; what is written there all the same must not be lost.
        ["highlight"] = ContainerKind.Highlight,
        ["quote"] = ContainerKind.Quote,
    };

    // Names of other programs, and French ones.
    private static readonly Dictionary<string, string> s_meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["note"] = "info",
        ["tip"] = "info",
        ["hint"] = "info",
        ["astuce"] = "info",
        ["remarque"] = "info",
        ["information"] = "info",
        ["attention"] = "warning",
        ["caution"] = "warning",
        ["important"] = "warning",
        ["avertissement"] = "warning",
        ["alert"] = "warning",
        ["alerte"] = "warning",
        ["danger"] = "error",
        ["erreur"] = "error",
        ["bug"] = "error",
        ["succes"] = "success",
        ["succès"] = "success",
        ["citation"] = "quote",
        ["encadre"] = "callout",
        ["encadré"] = "callout",
        ["exergue"] = "highlight",
    };

    /// <summary>What was probably meant by a name that no block has: how it is written here; <see langword="null"/> where nothing is near.</summary>
    public static string? Meant(string name) =>
        name.StartsWith("accord", StringComparison.OrdinalIgnoreCase) || name.StartsWith("detail", StringComparison.OrdinalIgnoreCase) || name.Equals("volet", StringComparison.OrdinalIgnoreCase) ? "??? Question"
        : s_meant.TryGetValue(name, out var meant) || (meant = NearestName.Find(name, Names.Keys, mostEdits: 2)) is not null ? ":::" + meant
        : null;

    /// <summary>Number of marks at the beginning of a line.</summary>
    public static int CountMarks(ReadOnlySpan<char> line)
    {
        var other = line.IndexOfAnyExcept(line[0]);
        return other < 0 ? line.Length : other;
    }

    /// <summary>Reads what follows the marks; <see langword="null"/> when it opens nothing.</summary>
    public static ContainerFence? Read(char mark, ReadOnlySpan<char> info)
    {
        var isApart = !info.IsEmpty && info[0] is ' ' or '\t';
        info = info.Trim();
        if (info.IsEmpty)
        {
            return null;
        }

        if (mark == '?')
        {
            // A title needs a space before it: a sentence may begin with « ???? ».
            return info is "accordionsgroup" ? new ContainerFence(ContainerKind.AccordionsGroup, "accordionsgroup", "")
                : isApart ? new ContainerFence(ContainerKind.Accordion, "", info.ToString())
                : null;
        }

        var space = info.IndexOfAny(" \t");
        var name = (space < 0 ? info : info[..space]).ToString();
        var title = space < 0 ? "" : info[space..].Trim().ToString();
        return Names.TryGetValue(name, out var kind) ? new ContainerFence(kind, name, title) : null;
    }
}
