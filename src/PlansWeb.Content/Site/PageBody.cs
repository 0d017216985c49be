using PlansWeb.Content.Html;

namespace PlansWeb.Content.Site;

/// <summary>What rendering the Markdown of a page gives.</summary>
/// <param name="Html">The rendered Markdown.</param>
/// <param name="Headings">The headings of the body, in order.</param>
/// <param name="Markdown">The Markdown that the body was rendered from, Liquid resolved; without the front matter.</param>
internal sealed record PageBody(RenderedHtml Html, IReadOnlyList<Heading> Headings, PackedText Markdown)
{
    /// <summary>A body without text, for what is no page.</summary>
    public static Lazy<PageBody> None { get; } = Of("");

    /// <summary>A body that is there already.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="headings">The headings in it.</param>
    public static Lazy<PageBody> Of(string html, params IReadOnlyList<Heading> headings) =>
        new(new PageBody(new RenderedHtml(html), headings, PackedText.Empty));
}
