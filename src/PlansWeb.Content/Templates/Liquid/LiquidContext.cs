using PlansWeb.Content.FrontMatter;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>What a body may name in <c>{{ }}</c>.</summary>
/// <param name="Data">
/// The page's merged data as plain objects (<see cref="DataMap.ToPlain"/>): site data under its file's name (<c>metadata.title</c>), then the page's own keys.
/// </param>
/// <param name="Page">The page itself, as <c>page</c>; it hides a key of the data with that name, as in Eleventy.</param>
/// <param name="Collections">Pages by tag, and <c>all</c>, as <c>collections</c>, in the order of the collection; and what the project's own functions make of them.</param>
internal sealed record LiquidContext(
    IReadOnlyDictionary<string, object?> Data,
    LiquidPage Page,
    IReadOnlyDictionary<string, object?> Collections)
{
    /// <summary>No pages by tag, for text that is resolved before collections exist, such as a permalink.</summary>
    public static IReadOnlyDictionary<string, object?> NoCollections { get; } = new Dictionary<string, object?>();
}
