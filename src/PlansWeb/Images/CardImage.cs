using PlansWeb.Content.Site;

namespace PlansWeb.Images;

/// <summary>The picture of a card: the front matter's <c>image</c>, which is a path, or a map with <c>path</c> and <c>alt</c>.</summary>
/// <param name="Href">The absolute address.</param>
/// <param name="Alt">What it shows.</param>
internal sealed record CardImage(string Href, string? Alt)
{
    /// <summary>The absolute address of a page's image and what it shows; <see langword="null"/> where there is none on this site.</summary>
    public static CardImage? Of(ContentPage page, Snapshot snapshot, SiteAddress site)
    {
        var (path, alt) = page.Data.GetValueOrDefault("image") switch
        {
            string text => (text, null),
            IReadOnlyDictionary<string, object?> map => (map.GetValueOrDefault("path") as string, map.GetValueOrDefault("alt") as string),
            _ => (null, null),
        };
        if (!site.IsKnown || string.IsNullOrWhiteSpace(path) || !Uri.TryCreate(new Uri(site.Absolute(page.Href)!), path.Trim(), out var address)
            || address.Scheme is not ("https" or "http"))
        {
            return null;
        }

        // A card with a broken picture is worse than one without; what other sites have cannot be known.
        var isOwn = address.GetLeftPart(UriPartial.Authority) == new Uri(site.Origin).GetLeftPart(UriPartial.Authority);
        return !isOwn || snapshot.FindFile(Address.Normalize(Uri.UnescapeDataString(address.AbsolutePath))) is not null
            ? new CardImage(address.AbsoluteUri, alt)
            : null;
    }
}
