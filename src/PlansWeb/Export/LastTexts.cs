using System.Text.Json;
using PlansWeb.Content.Site;
using PlansWeb.Feeds;

namespace PlansWeb.Export;

/// <summary>What the last export's documents for machines say of the texts of pages, so that pages that are the same now need not be rendered for these documents.</summary>
internal sealed class LastTexts
{
    private readonly SiteAddress _site;
    private readonly Dictionary<string, string?> _hashes = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Address, int Line)> _links;

    private LastTexts(byte[] addresses, byte[] links, SiteAddress site)
    {
        _site = site;
        foreach (var known in KnownAddress.Read(addresses).Where(static known => known.Kind == AddressKind.Page))
        {
            _hashes[known.Url] = known.Hash;
        }

        using var list = JsonDocument.Parse(links);
        _links = list.RootElement.EnumerateArray().ToLookup(static link => link.GetProperty("page").GetString()!,
            static link => (link.GetProperty("url").GetString()!, link.GetProperty("line").GetInt32()), StringComparer.Ordinal);
    }

    /// <summary>Reads the documents of the last export.</summary>
    /// <returns><see langword="null"/> where they are not both there as that export wrote them.</returns>
    public static LastTexts? Read(ExportFolder folder, SiteAddress site) =>
        folder.ReadLast(PublicAddresses.FileOf(MachineDocuments.AddressesAddress)) is { } addresses && folder.ReadLast(PublicAddresses.FileOf(MachineDocuments.LinksAddress)) is { } links
            ? new LastTexts(addresses, links, site)
            : null;

    /// <summary>What was said of a page; <see langword="null"/> where it was not among the public pages.</summary>
    public PageText? Of(ContentPage page) =>
        _hashes.TryGetValue(page.Url, out var hash) ? new PageText(hash, [.. _links[_site.Absolute(page.Href) ?? page.Href]]) : null;
}
