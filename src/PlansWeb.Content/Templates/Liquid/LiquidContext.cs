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

/// <summary>A page as templates see it under <c>page</c> (Eleventy's page variable).</summary>
/// <param name="Url">Address from the root; <see langword="null"/> for a page that is not served (<c>permalink: false</c>).</param>
/// <param name="Date">Date of the page; <see langword="null"/> when it has none.</param>
/// <param name="FileSlug">Name of the file without its date, or of its folder for an index.</param>
/// <param name="InputPath">Path of the file as Eleventy gives it, such as <c>./posts/a.md</c>.</param>
/// <param name="FilePathStem">Path without extension and date, such as <c>/posts/a</c>.</param>
/// <param name="Lang">Language of the page, such as <c>fr</c>; months are named in it.</param>
internal sealed record LiquidPage(string? Url, DateTimeOffset? Date, string FileSlug, string InputPath, string FilePathStem, string Lang)
{
    /// <summary>The file that Eleventy would write, in its usual folder.</summary>
    public string? OutputPath => Url is null ? null : $"./_site{Url}{(Url.EndsWith('/') ? "index.html" : "")}";
}

/// <summary>
/// A page in a collection. Templates read <c>url</c>, <c>date</c>, <c>fileSlug</c>, <c>inputPath</c>, <c>filePathStem</c>, <c>page</c> and <c>data</c>
/// (with <c>data.page</c>, which older sites use). The rendered body (<c>templateContent</c>) does not exist: bodies are rendered in any order.
/// </summary>
/// <param name="Page">The page.</param>
/// <param name="Data">Its merged data as plain objects.</param>
internal sealed record CollectionItem(LiquidPage Page, IReadOnlyDictionary<string, object?> Data);
