using Microsoft.Net.Http.Headers;

namespace PlansWeb.Caching;

/// <summary>
/// Lets a body through or drops it, as decided when the first byte comes: nothing for HEAD, nothing for a page that the client already has.
/// The output cache behind it sees a whole answer, so what a conditional request or a HEAD renders is kept for everyone.
/// </summary>
internal sealed class BodyGate(HttpContext context, Stream inner, bool isHead) : Stream
{
    private bool? _open;

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

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        IsOpen ? inner.WriteAsync(buffer, cancellationToken) : ValueTask.CompletedTask;

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
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

    private bool Decide()
    {
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK && IsCurrent(response.Headers.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            response.ContentType = null;
            response.Headers.Remove(HeaderNames.ContentEncoding);
            return false;
        }

        return !isHead;
    }

    // Weak comparison, or any (RFC 9110, section 13.1.2).
    private bool IsCurrent(string? etag)
    {
        var condition = context.Request.Headers.IfNoneMatch;
        if (condition.Count == 0 || etag is null)
        {
            return false;
        }

        return condition is ["*"]
            || (EntityTagHeaderValue.TryParse(etag, out var own)
                && EntityTagHeaderValue.TryParseList(condition, out var known)
                && known.Any(tag => tag.Compare(own, useStrongComparison: false)));
    }
}
