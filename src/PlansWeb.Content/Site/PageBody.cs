using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Media;

namespace PlansWeb.Content.Site;

/// <summary>What rendering the Markdown of a page gives.</summary>
/// <param name="Html">The rendered Markdown.</param>
/// <param name="Headings">The headings of the body, in order.</param>
/// <param name="Markdown">The Markdown that the body was rendered from, templates resolved; without the front matter.</param>
internal sealed record PageBody(RenderedHtml Html, IReadOnlyList<Heading> Headings, PackedText Markdown)
{
    /// <summary>What came up while it was rendered.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>The images and documents that it was made from: when one of them changes, it is rendered again.</summary>
    public IReadOnlyList<NamedFile> Files { get; init; } = [];

    /// <summary>A body without text, for what is no page.</summary>
    public static OnDemand<PageBody> None { get; } = Of("");

    /// <summary>A body that is there already.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="headings">The headings in it.</param>
    public static OnDemand<PageBody> Of(string html, params IReadOnlyList<Heading> headings) =>
        new(new PageBody(new RenderedHtml(html), headings, PackedText.Empty));
}

/// <summary>A heading of a page's body, in the order of the text.</summary>
/// <param name="Level">1 to 6, as in <c>h1</c> to <c>h6</c>.</param>
/// <param name="Id">The anchor: what stands behind <c>#</c> in an address.</param>
/// <param name="Text">The heading as plain text, typography applied, not HTML-encoded.</param>
internal sealed record Heading(int Level, string Id, string Text);
