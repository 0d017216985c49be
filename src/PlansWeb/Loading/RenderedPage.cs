using PlansWeb.Loading.Media;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>A page, rendered.</summary>
/// <param name="Page">The page.</param>
/// <param name="Problems">What came up while it was rendered.</param>
/// <param name="Files">The files beside the Markdown that it was made from.</param>
internal sealed record RenderedPage(ContentPage Page, IReadOnlyList<Problem> Problems, IReadOnlyList<NamedFile> Files);
