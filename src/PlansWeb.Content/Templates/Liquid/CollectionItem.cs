namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// A page in a collection. Templates read <c>url</c>, <c>date</c>, <c>fileSlug</c>, <c>inputPath</c>, <c>filePathStem</c>, <c>page</c> and <c>data</c>
/// (with <c>data.page</c>, which older sites use). The rendered body (<c>templateContent</c>) does not exist: bodies are rendered in any order.
/// </summary>
/// <param name="Page">The page.</param>
/// <param name="Data">Its merged data as plain objects.</param>
internal sealed record CollectionItem(LiquidPage Page, IReadOnlyDictionary<string, object?> Data);
