using PlansWeb.Content.Site;

namespace PlansWeb.Content.Markdown;

/// <summary>A Markdown body, rendered.</summary>
/// <param name="Html">The HTML fragment.</param>
/// <param name="Headings">The headings that the Markdown wrote, in order, without those of raw HTML.</param>
internal sealed record RenderedMarkdown(string Html, IReadOnlyList<Heading> Headings)
{
    /// <summary>What readers find in the place of a text that is refused or cannot be rendered.</summary>
    public static RenderedMarkdown Notice => new($"<p>{ContentTexts.PageNotShown}</p>\n", []);

    /// <summary>The text has HTML of its writer's own, which must be sanitized. What Markdown makes by itself is safe by construction.</summary>
    public bool HasRawHtml { get; init; }
}
