using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace PlansWeb.Pages.Weight;

/// <summary>How many bytes each static file takes on the way, by coding: what the build's manifest says of the endpoints.</summary>
/// <param name="endpoints">All endpoints of the site; read at the first page, when they are all mapped.</param>
internal sealed class AssetSizes(EndpointDataSource endpoints)
{
    private const string Identity = "identity";

    private readonly Lazy<FrozenDictionary<(string Path, string Coding), long>> _sizes = new(() => Read(endpoints), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The State's typeface: named by the style sheet, not by the page, and loaded by every page.</summary>
    public long Fonts => _fonts ??= _sizes.Value
        .Where(size => size.Key.Coding == Identity && size.Key.Path.StartsWith("/fonts/", StringComparison.Ordinal))
        .GroupBy(size => size.Value).Sum(group => group.Key);

    /// <summary>How many files the State's typeface has.</summary>
    public int FontCount => _sizes.Value.Where(static size => size.Key.Coding == Identity && size.Key.Path.StartsWith("/fonts/", StringComparison.Ordinal)).Select(static size => size.Value).Distinct().Count();

    private long? _fonts;

    /// <summary>The bytes of the file at an address, in the smallest coding that goes with a page's; <see langword="null"/> for no file.</summary>
    public long? Of(string path, string coding)
    {
        long? smallest = null;
        foreach (var accepted in Accepted(coding))
        {
            if (_sizes.Value.TryGetValue((path, accepted), out var size) && (smallest is null || size < smallest))
            {
                smallest = size;
            }
        }

        return smallest;
    }

    // Whoever takes brotli takes gzip too: no browser knows the one without the other.
    private static string[] Accepted(string coding) => coding switch
    {
        "br" => ["br", "gzip", Identity],
        "gzip" => ["gzip", Identity],
        _ => [Identity],
    };

    private static FrozenDictionary<(string, string), long> Read(EndpointDataSource endpoints)
    {
        var sizes = new Dictionary<(string, string), long>();
        foreach (var asset in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>())
        {
            var length = asset.ResponseHeaders.FirstOrDefault(header => header.Name == HeaderNames.ContentLength)?.Value;
            var coding = asset.Selectors.FirstOrDefault(selector => selector.Name == HeaderNames.ContentEncoding)?.Value ?? Identity;
            if (long.TryParse(length, CultureInfo.InvariantCulture, out var bytes))
            {
                sizes[("/" + asset.Route, coding)] = bytes;
            }
        }

        return sizes.ToFrozenDictionary();
    }
}
