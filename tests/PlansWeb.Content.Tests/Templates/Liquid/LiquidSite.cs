using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Tests.Templates.Liquid;

/// <summary>A small site against which the tests of this folder render bodies.</summary>
internal static class LiquidSite
{
    private static readonly LiquidRenderer s_renderer = new(TimeProvider.System);

    public static LiquidPage Page { get; } =
        new("/posts/rentree/", new DateTimeOffset(2022, 3, 31, 22, 30, 0, TimeSpan.Zero), "rentree", "./posts/2022-03-31-rentree.md", "/posts/rentree", "fr");

    public static Dictionary<string, object?> Data { get; } = new()
    {
        ["title"] = "L’année <numérique>",
        ["description"] = null,
        ["order"] = 10L,
        ["ratio"] = 1.5,
        ["draft"] = false,
        ["année"] = 2022L,
        ["un-nom"] = "oui",
        ["tags"] = new object?[] { "Eau", "Énergie" },
        ["image"] = new Dictionary<string, object?> { ["path"] = "/img/a.png", ["alt"] = "" },
        ["updated"] = new DateTimeOffset(2024, 1, 5, 0, 0, 0, TimeSpan.Zero),
        ["metadata"] = new Dictionary<string, object?>
        {
            ["title"] = "Site d’essai",
            ["guide"] = new Dictionary<string, object?> { ["url"] = "https://exemple.fr/?a=1&b=2" },
        },
    };

    public static LiquidContext Context { get; } = new(Data, Page, Collections());

    public static string Render(string body) => Render(body, out _);

    public static string Render(string body, out IReadOnlyList<Diagnostic> problems, int firstLine = 1, LiquidContext? context = null)
    {
        var log = new DiagnosticLog("posts/a.md", new string('\n', firstLine - 1) + body);
        var rendered = s_renderer.Render(body, firstLine, context ?? Context, log);
        problems = log.Problems;
        return rendered;
    }

    private static Dictionary<string, object?> Collections()
    {
        var items = new[] { "un", "deux", "trois" }.Select((slug, i) => new CollectionItem(
            new LiquidPage($"/{slug}/", new DateTimeOffset(2022, 1, i + 1, 0, 0, 0, TimeSpan.Zero), slug, $"./{slug}.md", $"/{slug}", "fr"),
            new Dictionary<string, object?> { ["title"] = $"Page {slug}", ["note"] = i == 1 ? "seule" : null }));
        CollectionItem[] all = [.. items];
        all[1] = all[1] with { Data = new Dictionary<string, object?>(all[1].Data) { ["rare"] = "oui" } };
        return new() { ["all"] = all, ["Document de référence"] = new[] { all[0] } };
    }
}
