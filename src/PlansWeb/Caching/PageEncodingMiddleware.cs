using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PlansWeb.Store;
using PlansWeb.Weight;

namespace PlansWeb.Caching;

/// <summary>
/// Stands between the output cache and the page: takes the page whole, compresses it once for the coding of its entry, and names the bytes
/// by their hash. The cache keeps the result, so a page is compressed once per version and coding, not per request. Here the bytes that are
/// sent are known, so here the page gets its own weight.
/// </summary>
internal sealed class PageEncodingMiddleware(RequestDelegate next, PageWeigher weigher, IOptions<CachingOptions> options)
{
    /// <summary>
    /// A page that is kept is compressed once for all its readers: a tenth fewer bytes than at 6, for some milliseconds of one reader's time.
    /// </summary>
    private const int QualityOfKept = 11;

    /// <summary>What is answered once only, such as a search, must not cost more than it saves.</summary>
    private const int QualityOfOthers = 5;

    private const int BrotliWindow = 22;

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

        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream(32 * 1024);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffer, original));
        context.WillBeWeighed(weigher);
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        finally
        {
            context.Features.Set(original);
        }

        await Send(context, state, buffer);
    }

    private async Task Send(HttpContext context, PageCacheState state, MemoryStream page)
    {
        var response = context.Response;
        var coding = state.Coding;

        // An unknown address is never kept, and a stranger may ask for ten thousand of them.
        var isKept = state.IsKept && response.StatusCode == StatusCodes.Status200OK;
        var body = weigher.Encode(
            page.GetBuffer().AsMemory(0, (int)page.Length), context.Request.Path.Value!, context.Snapshot(), AcceptedCoding.Name(coding),
            bytes => Encode(bytes, coding, isKept ? QualityOfKept : QualityOfOthers));

        // What the page itself depends on comes first: Accept, where there are several representations.
        response.Headers.Vary = response.Headers.Vary is { Count: > 0 } own ? $"{own}, {HeaderNames.AcceptEncoding}" : HeaderNames.AcceptEncoding;
        if (coding != ContentCoding.Identity && body.Length > 0)
        {
            response.Headers.ContentEncoding = AcceptedCoding.Name(coding);
        }

        if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.Headers.CacheControl = state.IsKept ? _cacheControl : PrivateCacheControl;
            response.Headers.ETag = ETag(body.Span);
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

    private static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> bytes, ContentCoding coding, int brotliQuality)
    {
        if (coding == ContentCoding.Identity || bytes.IsEmpty)
        {
            return bytes;
        }

        if (coding == ContentCoding.Brotli)
        {
            var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            return BrotliEncoder.TryCompress(bytes.Span, compressed, out var written, brotliQuality, BrotliWindow)
                ? compressed.AsMemory(0, written)
                : throw new InvalidOperationException("Brotli needs more room than the most that it can need.");
        }

        using var output = new MemoryStream(bytes.Length / 2);
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes.Span);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    // A strong validator of the very bytes: another for each coding, as RFC 9110, section 8.8.3.3, asks.
    private static string ETag(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"\"{Base64Url.EncodeToString(hash[..12])}\"";
    }
}
