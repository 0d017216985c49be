namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A page as templates see it under <c>page</c> (Eleventy's page variable).</summary>
/// <param name="Url">Address from the root; <see langword="null"/> for a page that is not served (<c>permalink: false</c>).</param>
/// <param name="Date">Date of the page; <see langword="null"/> when it has none.</param>
/// <param name="FileSlug">Name of the file without its date, or of its folder for an index.</param>
/// <param name="InputPath">Path of the file as Eleventy gives it, such as <c>./posts/a.md</c>.</param>
/// <param name="FilePathStem">Path without extension and date, such as <c>/posts/a</c>.</param>
/// <param name="Lang">Language of the page, such as <c>fr</c>; months are named in it.</param>
internal sealed record LiquidPage(string? Url, DateTimeOffset? Date, string FileSlug, string InputPath, string FilePathStem, string Lang);
