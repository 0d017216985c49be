using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PlansWeb.Caching;

/// <summary>
/// Lets a body through or drops it, as decided when the first byte comes: nothing for HEAD, nothing for a page that the client already has.
/// The output cache behind it sees a whole answer, so what a conditional request or a HEAD renders is kept for everyone. What comes is
/// remembered, with the headers that the page has at its first byte.
/// </summary>
internal sealed class BodyGate(HttpContext context, Stream inner, bool isHead) : Stream
{
    // A hit brings the age and the date of its entry; length, validator and cache status are said of each answer.
    private static readonly HashSet<string> s_notOfThePage = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Age, HeaderNames.Date, HeaderNames.ContentLength, HeaderNames.ETag, HeaderNames.Connection, CacheStatus.Name,

        // The site sets these on each answer: never those of a stored entry.
        HeaderNames.ContentSecurityPolicy, ReferrerPolicy,
    };

    private const string ReferrerPolicy = "Referrer-Policy";

    private readonly MemoryStream _passed = new();
    private bool? _open;
    private KeyValuePair<string, StringValues>[] _headers = [];
    private string? _etag;
    private bool _isGood;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool IsOpen => _open ??= Decide();

    /// <summary>The good page that passed, to be sent again; <see langword="null"/> for anything else.</summary>
    public ReadyPage? Passed() => _isGood && _etag is not null ? new ReadyPage(_headers, _etag, _passed.ToArray()) : null;

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _passed.Write(buffer.Span);
        return IsOpen ? inner.WriteAsync(buffer, cancellationToken) : ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        _passed.Write(buffer, offset, count);
        if (IsOpen)
        {
            inner.Write(buffer, offset, count);
        }
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Makes an answer say that the client has the page already.</summary>
    public static void BecomeNotModified(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        response.ContentType = null;
        response.Headers.Remove(HeaderNames.ContentEncoding);
    }

    /// <summary>The condition <c>If-None-Match</c> names the validator: by weak comparison, or any (RFC 9110, section 13.1.2).</summary>
    public static bool IsCurrent(StringValues condition, string etag) =>
        condition is [{ } only] && (only == etag || only == "*")
        || (EntityTagHeaderValue.TryParse(etag, out var own)
            && EntityTagHeaderValue.TryParseList(condition, out var known)
            && known.Any(tag => tag.Compare(own, useStrongComparison: false)));

    private bool Decide()
    {
        var response = context.Response;
        _etag = response.Headers.ETag;
        _isGood = response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        _headers = [.. response.Headers.Where(static header => !s_notOfThePage.Contains(header.Key))];
        if (response.StatusCode == StatusCodes.Status200OK && _etag is not null
            && context.Request.Headers.IfNoneMatch is { Count: > 0 } condition && IsCurrent(condition, _etag))
        {
            BecomeNotModified(response);
            return false;
        }

        return !isHead;
    }
}
