using PlansWeb.Store;

namespace PlansWeb.Loading.Markdown;

/// <summary>A Markdown body, rendered.</summary>
/// <param name="Html">The HTML fragment.</param>
/// <param name="Headings">The headings that the Markdown wrote, in order; headings inside raw HTML included when they have an id.</param>
internal sealed record RenderedMarkdown(string Html, IReadOnlyList<Heading> Headings)
{
    /// <summary>The text has HTML of its writer's own, which must be sanitized. What Markdown makes by itself is safe by construction.</summary>
    public bool HasRawHtml { get; init; }
}
