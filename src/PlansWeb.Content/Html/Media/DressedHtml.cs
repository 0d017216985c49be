namespace PlansWeb.Content.Html.Media;

/// <summary>The HTML of a body, with what the files that it names say of themselves.</summary>
/// <param name="Html">The HTML.</param>
/// <param name="Files">The files that it depends on, those that are missing included.</param>
internal sealed record DressedHtml(string Html, IReadOnlyList<NamedFile> Files);
