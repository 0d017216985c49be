using PlansWeb.Store;

namespace PlansWeb.Loading.Markdown;

/// <summary>A Markdown body, rendered.</summary>
/// <param name="Html">The HTML fragment.</param>
/// <param name="Headings">The headings that the Markdown wrote, in order; headings inside raw HTML included when they have an id.</param>
internal sealed record RenderedMarkdown(string Html, IReadOnlyList<Heading> Headings);
