namespace PlansWeb.Content.Html.Media;

/// <summary>A file of the content folder that a page's HTML was made from: when it changes, the page is made again.</summary>
/// <param name="Url">Its address, decoded.</param>
/// <param name="ETag">What it was; <see langword="null"/> where there was none.</param>
internal sealed record NamedFile(string Url, string? ETag);
