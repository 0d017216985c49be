using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media;

namespace PlansWeb.Content.Site.Loading;

/// <summary>What rendering a page gave.</summary>
/// <param name="Body">The body.</param>
/// <param name="Problems">What came up meanwhile.</param>
/// <param name="Files">The files beside the Markdown that it was made from.</param>
internal sealed record PageRendering(PageBody Body, IReadOnlyList<Problem> Problems, IReadOnlyList<NamedFile> Files);
