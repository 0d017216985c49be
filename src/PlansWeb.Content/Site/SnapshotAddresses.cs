namespace PlansWeb.Content.Site;

/// <summary>What stands at which address of a snapshot.</summary>
internal sealed class SnapshotAddresses
{
    // Not frozen: that takes ten times as long to build, for each change of the content, and finds a page hardly faster.
    private readonly Lazy<Dictionary<string, string>> _similar;

    /// <summary>Notes all addresses of a content.</summary>
    public SnapshotAddresses(SiteContent content)
    {
        Pages = content.Pages.ToDictionary(static page => page.Url, StringComparer.Ordinal);
        Files = content.Files.ToDictionary(static file => file.Url, StringComparer.Ordinal);
        Images = content.Files.Where(ImageVariant.IsOffered).DistinctBy(static file => file.Hash).ToDictionary(static file => file.Hash, StringComparer.Ordinal);
        Redirects = content.Redirects.ToDictionary(static redirect => redirect.From, StringComparer.Ordinal);

        // Made when an unknown address is first asked for: no edit waits for it.
        _similar = new Lazy<Dictionary<string, string>>(() => Fold(content), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The pages, by decoded address.</summary>
    public IReadOnlyDictionary<string, ContentPage> Pages { get; }

    /// <summary>The images and documents, by decoded address.</summary>
    public IReadOnlyDictionary<string, ContentFile> Files { get; }

    /// <summary>The images that are offered in smaller versions too, by the hash of their bytes.</summary>
    public Dictionary<string, ContentFile> Images { get; }

    /// <summary>The redirects, by decoded address.</summary>
    public IReadOnlyDictionary<string, Redirect> Redirects { get; }

    /// <summary>Where an address leads that is only nearly right, percent-encoded.</summary>
    public string? Alike(string url) => _similar.Value.GetValueOrDefault(AddressFolding.Fold(url));

    // Two addresses may fold to one: the first in order wins, so that the answer never depends on chance.
    private static Dictionary<string, string> Fold(SiteContent content)
    {
        var similar = new Dictionary<string, string>(content.Pages.Count, StringComparer.Ordinal);
        foreach (var page in content.Pages)
        {
            similar.TryAdd(AddressFolding.Fold(page.Url), page.Href);
        }

        foreach (var redirect in content.Redirects)
        {
            // An address that is gone answers so at its own place.
            similar.TryAdd(AddressFolding.Fold(redirect.From), redirect.Target ?? Address.Encode(redirect.From));
        }

        return similar;
    }
}
