namespace PlansWeb.Content.Site;

/// <summary>
/// What stands at which address of a snapshot. Snapshots whose pages differ in their text alone share it: it knows the place of a page, not the page.
/// </summary>
internal sealed class SnapshotAddresses
{
    // Not frozen: that takes ten times as long to build, for each change of the content, and finds a page hardly faster.
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, string> _alike;

    /// <summary>Notes all addresses of a content.</summary>
    public SnapshotAddresses(SiteContent content)
    {
        _places = new Dictionary<string, int>(content.Pages.Count, StringComparer.Ordinal);

        // Two addresses may fold to one: the first in order wins, so that the answer never depends on chance.
        _alike = new Dictionary<string, string>(content.Pages.Count, StringComparer.Ordinal);
        foreach (var page in content.Pages)
        {
            _places.Add(page.Url, _places.Count);
            _alike.TryAdd(AddressFolding.Fold(page.Url), page.Href);
        }

        foreach (var redirect in content.Redirects)
        {
            // An address that is gone answers so at its own place.
            _alike.TryAdd(AddressFolding.Fold(redirect.From), redirect.Target ?? Address.Encode(redirect.From));
        }

        Files = content.Files.ToDictionary(static file => file.Url, StringComparer.Ordinal);
        Images = content.Files.Where(ImageVariant.IsOffered).DistinctBy(static file => file.Hash).ToDictionary(static file => file.Hash, StringComparer.Ordinal);
        Redirects = content.Redirects.ToDictionary(static redirect => redirect.From, StringComparer.Ordinal);
    }

    /// <summary>The images and documents, by decoded address.</summary>
    public IReadOnlyDictionary<string, ContentFile> Files { get; }

    /// <summary>The images that are offered in smaller versions too, by the hash of their bytes.</summary>
    public Dictionary<string, ContentFile> Images { get; }

    /// <summary>The redirects, by decoded address.</summary>
    public IReadOnlyDictionary<string, Redirect> Redirects { get; }

    /// <summary>The place, in the order of the pages, of the one at a decoded address.</summary>
    public int? Place(string url) => _places.TryGetValue(url, out var place) ? place : null;

    /// <summary>Where an address leads that is only nearly right, percent-encoded.</summary>
    public string? Alike(string url) => _alike.GetValueOrDefault(AddressFolding.Fold(url));
}
