using PlansWeb.Store;
using PlansWeb.Store.Rewriting;

namespace PlansWeb.Pages;

/// <summary>
/// Leads the links of a text straight to where a redirect would send the reader: a request less for each click, on a slow line the slowest part.
/// The redirect stays, for links from elsewhere.
/// </summary>
internal static class DirectLinks
{
    /// <summary>The text of a page, its links to moved addresses of this site changed to where they lead.</summary>
    public static RenderedHtml Of(ContentPage page, Snapshot snapshot) =>
        snapshot.Redirects.Count == 0
            ? page.Body
            : new RenderedHtml(new HtmlRewriter(
                page.Body.Value, static tag => tag,
                (element, attribute, value) => element == "a" && attribute == "href" && Target(value, snapshot) is { } target ? target : value).Rewrite());

    /// <summary>Where an address of this site leads, with the fragment it had; <see langword="null"/> where no redirect takes it further.</summary>
    /// <param name="reference">A link as it stands in the page: only those from the root of the site are looked up.</param>
    /// <param name="snapshot">The content.</param>
    public static string? Target(string reference, Snapshot snapshot)
    {
        var end = reference.AsSpan().IndexOfAny('#', '?');
        var path = end < 0 ? reference : reference[..end];
        var hasQuery = end >= 0 && reference[end] == '?';
        if (hasQuery || !path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        var moved = snapshot.FindRedirect(Address.Normalize(Uri.UnescapeDataString(path)))?.Target;
        return moved is null || end < 0 || moved.Contains('#', StringComparison.Ordinal) ? moved : moved + reference[end..];
    }
}
