using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PlansWeb.Hosting;
using PlansWeb.Pages.Weight;

namespace PlansWeb.Caching;

/// <summary>
/// Stands between the output cache and the page: takes the page whole, compresses it once for the coding of its entry, and names the bytes
/// by their hash. What is kept is the result, so a page is compressed once per version and coding, not per request. Here the bytes that are
/// sent are known, so here the page gets its own weight.
/// </summary>
internal sealed class PageEncoder(
    RequestDelegate next, PageWeigher weigher, ResponseCache cache, PageCompressor compressor, SecurityHeaders policy, IOptions<CachingOptions> options)
{
    // The reader's own browser may come back to it, and asks whether it is still right.
    private const string PrivateCacheControl = "private, no-cache";

    // Of the bytes in haste. The same for all, so that replicas come to the same bytes, whatever they compressed before.
    private const double UsualGain = 0.9;

    private readonly string _cacheControl = "public, max-age=0, must-revalidate" + ForSharedCaches(options.Value.SharedMaxAge);

    /// <summary>Answers the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (PageCacheState.Of(context) is not { } state)
        {
            await next(context);
            return;
        }

        // The output cache lets one request at a time in here for a page: the one before may have made it since this one looked.
        if (state.IsKept && cache.Find(state.Key, context.Snapshot().Version) is { } known)
        {
            state.Response = known;
            state.IsHit = true;
            await known.Send(context.Response);
            return;
        }

        context.WillBeWeighed(weigher);
        await Send(context, state, await WholeResponse.Take(next, context));
    }

    /// <summary>Writes its weight into a page, and compresses it.</summary>
    /// <param name="html">The page as it was rendered.</param>
    /// <param name="around">What is loaded with it, in bytes, in this coding.</param>
    /// <param name="coding">The coding.</param>
    public static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> html, long around, ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => PageWeigher.EncodeInTwo(html, around, PageBytes.Brotli),
        ContentCoding.Gzip => PageWeigher.EncodeInTwo(html, around, PageBytes.Gzip),
        _ => null,
    } ?? PageWeigher.Encode(html, around, bytes => PageBytes.Encode(bytes, coding));

    /// <summary>The same in as few bytes as brotli needs, for fifty times the work.</summary>
    /// <param name="html">The page as it was rendered.</param>
    /// <param name="around">What is loaded with it, in bytes, in this coding.</param>
    /// <param name="quick">The bytes of the page that was compressed in haste.</param>
    public static ReadOnlyMemory<byte> EncodeSmallest(ReadOnlyMemory<byte> html, long around, int quick) =>
        PageWeigher.Encode(html, around, static bytes => PageBytes.Brotli(bytes, PageBytes.BestQuality), (int)(quick * UsualGain));

    private async Task Send(HttpContext context, PageCacheState state, ReadOnlyMemory<byte> html)
    {
        var response = context.Response;
        var headers = response.Headers;
        var coding = state.Key.Coding;

        // What the page itself depends on comes first: Accept, where there are several representations.
        headers.Vary = headers.Vary is { Count: > 0 } own ? $"{own}, {HeaderNames.AcceptEncoding}" : HeaderNames.AcceptEncoding;

        // An unknown address may become a page at the next change of the content.
        var isGood = response.StatusCode == StatusCodes.Status200OK;
        headers.CacheControl = !isGood ? "no-cache" : state.IsKept ? _cacheControl : PrivateCacheControl;
        if (state.Uncoded is { } uncoded)
        {
            uncoded.IsRendered = true;
            await response.Body.WriteAsync(html, CancellationToken.None);
            return;
        }

        var around = weigher.Around(html.Span, context.Request.Path.Value!, context.Snapshot(), AcceptedCoding.Name(coding));
        var isKept = state.IsKept && isGood && StringValues.IsNullOrEmpty(headers.SetCookie);

        // What is not kept, and what is no brotli, is never compressed again: it needs no name.
        var source = isKept && coding == ContentCoding.Brotli
            ? new ResponseSource(PageBytes.Hash(html.Span), PageWeigher.FindMarker(html.Span), html.Length, around)
            : null;
        var before = source is null ? null : cache.Latest(state.Key);
        before = before?.Source == source ? before : null;
        var body = before?.Body ?? Encode(html, around, coding);

        if (coding != ContentCoding.Identity && body.Length > 0)
        {
            headers.ContentEncoding = AcceptedCoding.Name(coding);
        }

        if (!isGood)
        {
            headers.ContentLength = body.Length;
            await response.Body.WriteAsync(body, CancellationToken.None);
            return;
        }

        // An array as long as the bytes: those that they were compressed into are longer.
        var whole = new CachedResponse(headers, before?.Body ?? body.ToArray())
        {
            ETag = "",
            Version = context.Snapshot().Version,
            Endpoint = context.GetEndpoint(),
            Source = source,
            IsSmallest = before?.IsSmallest ?? false,
        };
        whole = whole with { ETag = whole.ETagOf(body.Span, policy.Hash), EarlierETag = before?.EarlierETag };
        state.Response = whole;
        if (isKept)
        {
            cache.Put(state.Key, whole);
            if (source is not null && !whole.IsSmallest)
            {
                compressor.Add(state.Key);
            }
        }

        await whole.Send(response);
    }

    // RFC 9111, section 5.2.2.10, and RFC 5861, section 3: for caches in front of the site; browsers still ask each time.
    private static string ForSharedCaches(int? seconds) =>
        seconds is { } age ? string.Create(CultureInfo.InvariantCulture, $", s-maxage={age}, stale-while-revalidate={age}") : "";
}
