using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PlansWeb.Caching;

/// <summary>An answer of the output cache, prepared to be sent again without any work: bytes and headers.</summary>
/// <param name="headers">The page's own headers, without those that each answer gets anew.</param>
/// <param name="etag">The name of these bytes.</param>
/// <param name="body">The bytes, compressed for one coding.</param>
internal sealed class ReadyPage(KeyValuePair<string, StringValues>[] headers, string etag, ReadOnlyMemory<byte> body)
{
    private static readonly HashSet<string> s_ofTheBody = new(StringComparer.OrdinalIgnoreCase) { HeaderNames.ContentType, HeaderNames.ContentEncoding };

    private readonly KeyValuePair<string, StringValues>[] _notModified = [.. headers.Where(static header => !s_ofTheBody.Contains(header.Key))];

    /// <summary>The bytes, compressed for one coding.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The name of the same page compressed in haste: whoever has it needs no other bytes.</summary>
    public string? EarlierETag { get; private init; }

    /// <summary>The same page in fewer bytes.</summary>
    public ReadyPage With(string smallerETag, ReadOnlyMemory<byte> smaller) => new(headers, smallerETag, smaller) { EarlierETag = etag };

    /// <summary>Answers a GET or a HEAD.</summary>
    public Task Answer(HttpContext context)
    {
        var response = context.Response;
        var known = Known(context.Request.Headers.IfNoneMatch);
        var answer = response.Headers;
        foreach (var (name, value) in known is null ? headers : _notModified)
        {
            answer[name] = value;
        }

        answer[CacheStatus.Name] = CacheStatus.Hit;
        answer.ETag = known ?? etag;
        if (known is not null)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        answer.ContentLength = Body.Length;

        // Headers and body leave in one piece.
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(Body).AsTask();
    }

    private string? Known(StringValues condition) =>
        condition.Count == 0 ? null
        : BodyGate.IsCurrent(condition, etag) ? etag
        : EarlierETag is not null && BodyGate.IsCurrent(condition, EarlierETag) ? EarlierETag
        : null;
}
