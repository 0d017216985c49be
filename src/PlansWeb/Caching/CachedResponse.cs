using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PlansWeb.Pages;

namespace PlansWeb.Caching;

/// <summary>What tells one response from another, whatever the content's version.</summary>
/// <param name="Path">The address, percent-encoded as links have it.</param>
/// <param name="Coding">The coding of the body.</param>
/// <param name="Variant">What is asked for at the address.</param>
/// <param name="Query">What the query asks for, from a closed list; empty for the page itself.</param>
internal sealed record ResponseKey(string Path, ContentCoding Coding, PageVariant Variant = PageVariant.Page, string Query = "");

/// <summary>What a body was compressed from: enough to compress it again from its own bytes, and to know it when it is rendered again.</summary>
/// <param name="Hash">Hash of the page as it was rendered, before its weight was written into it.</param>
/// <param name="Marker">Where the page's weight stands, in bytes of the page; negative where it has none.</param>
/// <param name="Length">Bytes of the page before its weight was written into it.</param>
/// <param name="Around">What a browser loads with the page, in bytes.</param>
internal sealed record ResponseSource(string Hash, int Marker, int Length, long Around);

/// <summary>A whole 200, ready to be sent to any number of readers: bytes and headers.</summary>
internal sealed record CachedResponse
{
    /// <summary>Values of <c>Cache-Status</c> (RFC 9211): from the cache, rendered for this request, never kept.</summary>
    public const string Hit = "PlansWeb; hit", Miss = "PlansWeb; fwd=miss", Bypass = "PlansWeb; fwd=bypass";

    private const string CacheStatus = "Cache-Status";

    // Age and date are those of the framework's entry; the rest is set anew for each answer. Of the security headers none comes from a stored
    // entry: these two could, because a page may have a value of its own there.
    private static readonly HashSet<string> s_notKept = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Age, HeaderNames.Date, HeaderNames.ContentLength, HeaderNames.ETag, HeaderNames.Connection, CacheStatus,
        HeaderNames.ContentSecurityPolicy, "Referrer-Policy",
    };

    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly StringValues _cacheControl;
    private readonly StringValues _vary;

    /// <summary>Takes the headers that a response has now, and its body.</summary>
    /// <param name="headers">The response's headers; those that belong to one answer only are left out.</param>
    /// <param name="body">The bytes, in the coding that the headers name.</param>
    public CachedResponse(IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        _headers = [.. headers.Where(static header => !s_notKept.Contains(header.Key))];
        _cacheControl = headers.CacheControl;
        _vary = headers.Vary;
        Body = body;
    }

    /// <summary>
    /// The validator: a strong one of the very bytes, another for each coding, as RFC 9110, section 8.8.3.3, asks. It carries a hash of the
    /// headers too, because a 304 does not repeat them: a client gets new ones only with another validator.
    /// </summary>
    public required string ETag { get; init; }

    /// <summary>The validator of the same response compressed in haste: whoever has that one needs no other bytes.</summary>
    public string? EarlierETag { get; init; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>The version of the content that the response is of.</summary>
    public required string Version { get; init; }

    /// <summary>What made the response: metrics name requests by its route.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>What the body was made from; <see langword="null"/> where it cannot get smaller.</summary>
    public ResponseSource? Source { get; init; }

    /// <summary>The bytes are as few as they get.</summary>
    public bool IsSmallest { get; init; }

    /// <summary>Until when it may be sent.</summary>
    public DateTimeOffset Until { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>What it takes in memory beside its body: the table's entry, objects, the texts of the headers. An estimate, in bytes.</summary>
    public static int Overhead => 1024;

    /// <summary>The validator of a body with the headers of this response.</summary>
    /// <param name="body">The body.</param>
    /// <param name="policy">Hash of the security headers, which every answer gets beside its own.</param>
    public string ETagOf(ReadOnlySpan<byte> body, string policy)
    {
        var headers = string.Join('\n', _headers.Select(static header => $"{header.Key}: {header.Value}").Prepend(policy));
        return $"\"{PageBytes.Hash(body)}.{PageBytes.Hash(Encoding.UTF8.GetBytes(headers))[..6]}\"";
    }

    /// <summary>The same response in fewer bytes.</summary>
    public CachedResponse With(string smallerETag, ReadOnlyMemory<byte> smaller) =>
        this with { ETag = smallerETag, EarlierETag = ETag, Body = smaller, IsSmallest = true };

    /// <summary>Answers a GET or a HEAD: 304 to whoever has the response already, all of it to others.</summary>
    public Task Answer(HttpContext context, string status)
    {
        var response = context.Response;
        response.Headers[CacheStatus] = status;
        if (Known(context.Request.Headers.IfNoneMatch) is not { } known)
        {
            return Send(response, withBody: !HttpMethods.IsHead(context.Request.Method));
        }

        // The validators (RFC 9110, section 15.4.5): the client has the other headers with the page.
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.CacheControl = _cacheControl;
        response.Headers.Vary = _vary;
        response.Headers.ETag = known;
        return Task.CompletedTask;
    }

    /// <summary>Writes headers, and the body where it is wanted.</summary>
    public Task Send(HttpResponse response, bool withBody = true)
    {
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.ETag = ETag;
        response.Headers.ContentLength = Body.Length;

        // Headers and body leave in one piece.
        return withBody ? response.BodyWriter.WriteAsync(Body).AsTask() : Task.CompletedTask;
    }

    private string? Known(StringValues condition) =>
        condition.Count == 0 ? null
        : Matches(condition, ETag) ? ETag
        : EarlierETag is not null && Matches(condition, EarlierETag) ? EarlierETag
        : null;

    // By weak comparison, or any (RFC 9110, section 13.1.2).
    private static bool Matches(StringValues condition, string etag) =>
        condition is [{ } only] && (only == etag || only == "*")
        || (EntityTagHeaderValue.TryParse(etag, out var own)
            && EntityTagHeaderValue.TryParseList(condition, out var known)
            && known.Any(tag => tag.Compare(own, useStrongComparison: false)));
}
