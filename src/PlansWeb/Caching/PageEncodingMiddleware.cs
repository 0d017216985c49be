using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PlansWeb.Hosting;
using PlansWeb.Pages.Weight;

namespace PlansWeb.Caching;

/// <summary>
/// Stands between the output cache and the page: takes the page whole, compresses it once for the coding of its entry, and names the bytes
/// by their hash. The cache keeps the result, so a page is compressed once per version and coding, not per request. Here the bytes that are
/// sent are known, so here the page gets its own weight.
/// </summary>
internal sealed class PageEncodingMiddleware(RequestDelegate next, PageWeigher weigher, SmallestPages smallest, IOptions<CachingOptions> options)
{
    private readonly string _cacheControl = "public, max-age=0, must-revalidate" + ForSharedCaches(options.Value.SharedMaxAge);

    // The reader's own browser may come back to it, and asks whether it is still right.
    private const string PrivateCacheControl = "private, no-cache";

    /// <summary>Answers the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (PageCacheState.Of(context) is not { } state)
        {
            await next(context);
            return;
        }

        context.WillBeWeighed(weigher);
        await Send(context, state, await WholeResponse.Take(next, context));
    }

    private async Task Send(HttpContext context, PageCacheState state, ReadOnlyMemory<byte> html)
    {
        var response = context.Response;
        var coding = state.Coding;
        var around = weigher.Around(html.Span, context.Request.Path.Value!, context.Snapshot(), AcceptedCoding.Name(coding));

        // What is not kept, and what is no brotli, is never compressed again: it needs no name.
        var source = coding == ContentCoding.Brotli && state.IsKept && response.StatusCode == StatusCodes.Status200OK ? new PageSource(html, around) : null;
        if (source is null || !smallest.TryFind(source, out var body))
        {
            body = (coding == ContentCoding.Brotli ? PageWeigher.EncodeInTwo(html, around, PageBytes.Brotli) : null)
                ?? PageWeigher.Encode(html, around, bytes => PageBytes.Encode(bytes, coding));
            state.Hasty = source;
        }

        // What the page itself depends on comes first: Accept, where there are several representations.
        response.Headers.Vary = response.Headers.Vary is { Count: > 0 } own ? $"{own}, {HeaderNames.AcceptEncoding}" : HeaderNames.AcceptEncoding;
        if (coding != ContentCoding.Identity && body.Length > 0)
        {
            response.Headers.ContentEncoding = AcceptedCoding.Name(coding);
        }

        if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.Headers.CacheControl = state.IsKept ? _cacheControl : PrivateCacheControl;
            response.Headers.ETag = PageBytes.ETag(body.Span);
            state.IsWhole = true;
        }
        else
        {
            // An unknown address may become a page at the next change of the content.
            response.Headers.CacheControl = "no-cache";
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, CancellationToken.None);
    }

    // RFC 9111, section 5.2.2.10, and RFC 5861, section 3: for caches in front of the site; browsers still ask each time.
    private static string ForSharedCaches(int? seconds) =>
        seconds is { } age ? string.Create(CultureInfo.InvariantCulture, $", s-maxage={age}, stale-while-revalidate={age}") : "";
}
