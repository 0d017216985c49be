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

    /// <summary>What may be written, for snippets and the guide's table.</summary>
    public static IReadOnlyList<KnownBlock> Blocks { get; } =
    [
        new("info", ContainerKind.Alert, ":::info ${1:Titre}", "un encadré : une information"),
        new("warning", ContainerKind.Alert, ":::warning ${1:Titre}", "un encadré : un avertissement"),
        new("error", ContainerKind.Alert, ":::error ${1:Titre}", "un encadré : une erreur, un danger"),
        new("success", ContainerKind.Alert, ":::success ${1:Titre}", "un encadré : ce qui est fait, ce qui va bien"),
        new("callout", ContainerKind.Callout, ":::callout ${1:Titre}", "une mise en avant"),

        // A quote and a highlight have no title; what is written there all the same must not be lost.
        new("highlight", ContainerKind.Highlight, ":::highlight", "un passage souligné par une barre"),
        new("quote", ContainerKind.Quote, ":::quote", "une citation"),
        new("volet", ContainerKind.Accordion, "??? ${1:Une question}", "un volet qui s’ouvre"),
        new("volets", ContainerKind.AccordionsGroup, "???accordionsgroup\n??? ${1:Une question}", "un groupe de volets : un « ??? Titre » par volet, un seul « ??? » à la fin de chacun, et un dernier pour le groupe"),
    ];

    /// <summary>The names that open a container with colons, and what each opens.</summary>
    public static IReadOnlyDictionary<string, ContainerKind> Names { get; } =
        Blocks.Where(static block => block.Opening[0] == ':').ToDictionary(static block => block.Name, static block => block.Kind, StringComparer.Ordinal);

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

/// <summary>A container, as writers are told of it.</summary>
/// <param name="Name">Its name; of those with question marks, which have none, what the guide calls it.</param>
/// <param name="Kind">The component.</param>
/// <param name="Opening">Its first lines, as snippets of editors have them: <c>${1:words}</c> is typed over.</param>
/// <param name="Meaning">What it is, in French, for a cell of a Markdown table.</param>
internal sealed record KnownBlock(string Name, ContainerKind Kind, string Opening, string Meaning);
