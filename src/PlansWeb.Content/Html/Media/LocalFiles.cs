using PlansWeb.Content.Files;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Html.Media;

/// <summary>Finds the files that a page names, and remembers which they were.</summary>
/// <param name="files">The images and documents of the content folder, by address.</param>
/// <param name="page">The page: its addresses may be relative.</param>
internal sealed class LocalFiles(IReadOnlyDictionary<string, ReadFile> files, ParsedPage page)
{
    // No site has this name (RFC 6761), so what resolves below it is an address of this one.
    private static readonly Uri s_site = new("http://site.invalid");

    private readonly Uri _page = new(s_site, Address.Encode(page.Url!));
    private readonly List<NamedFile> _found = [];

    /// <summary>The files that were asked for, those that are missing included.</summary>
    public IReadOnlyList<NamedFile> Found => _found;

    /// <summary>The file at an address as it is written in the page; <see langword="null"/> for addresses elsewhere and for files that are not there.</summary>
    public ContentFile? Find(string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference) || !Uri.TryCreate(_page, reference.Trim(), out var address)
            || !s_site.IsBaseOf(address) || address.Scheme != s_site.Scheme)
        {
            return null;
        }

        var url = Address.Normalize(Uri.UnescapeDataString(address.AbsolutePath));
        var file = files.GetValueOrDefault(url)?.File;
        if (!_found.Exists(known => known.Url == url))
        {
            _found.Add(new NamedFile(url, file?.ETag));
        }

        return file;
    }
}
