using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PlansWeb.Caching;

/// <summary>Compresses and hashes the bytes of a page.</summary>
internal static class PageBytes
{
    /// <summary>As small as brotli gets, for some milliseconds.</summary>
    public const int BestQuality = 11;

    /// <summary>A tenth more bytes, in a fiftieth of the time.</summary>
    private const int QuickQuality = 5;

    private const int BrotliWindow = 22;

    private const int RoomForTheEnd = 4 * 1024;

    /// <summary>Compresses a page while its reader waits.</summary>
    public static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> bytes, ContentCoding coding) => coding switch
    {
        _ when bytes.IsEmpty => bytes,
        ContentCoding.Brotli => Brotli(bytes, QuickQuality),
        ContentCoding.Gzip => Gzip(bytes),
        _ => bytes,
    };

    /// <summary>Compresses with brotli (RFC 7932).</summary>
    /// <param name="bytes">What is to be compressed.</param>
    /// <param name="quality">0, the quickest, to 11, the smallest.</param>
    public static ReadOnlyMemory<byte> Brotli(ReadOnlyMemory<byte> bytes, int quality)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes.Span, compressed, out var written, quality, BrotliWindow)
            ? compressed.AsMemory(0, written)
            : throw new InvalidOperationException("Brotli needs more room than the most that it can need.");
    }

    /// <summary>
    /// Compresses with brotli, while a reader waits, what is known of a page before its end is: the end is added once the rest has its size.
    /// Some ten bytes more than in one go.
    /// </summary>
    /// <param name="start">The page but for its end.</param>
    /// <param name="end">The end, from the bytes that the start has come to.</param>
    public static ReadOnlyMemory<byte> Brotli(ReadOnlyMemory<byte> start, Func<int, ReadOnlyMemory<byte>> end)
    {
        using var encoder = new BrotliEncoder(QuickQuality, BrotliWindow);
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(start.Length) + RoomForTheEnd];
        var isStarted = encoder.Compress(start.Span, compressed, out var consumed, out var length, isFinalBlock: false) == OperationStatus.Done && consumed == start.Length;
        var isFlushed = encoder.Flush(compressed.AsSpan(length), out var flushed) == OperationStatus.Done;
        length += flushed;
        var rest = end(length);
        var isEnded = encoder.Compress(rest.Span, compressed.AsSpan(length), out consumed, out var written, isFinalBlock: true) == OperationStatus.Done;
        return isStarted && isFlushed && isEnded && consumed == rest.Length
            ? compressed.AsMemory(0, length + written)
            : throw new InvalidOperationException("Brotli needs more room than the most that it can need.");
    }

    /// <summary>The same with gzip (RFC 1952).</summary>
    /// <param name="start">The page but for its end.</param>
    /// <param name="end">The end, from the bytes that the start has come to.</param>
    public static ReadOnlyMemory<byte> Gzip(ReadOnlyMemory<byte> start, Func<int, ReadOnlyMemory<byte>> end)
    {
        using var output = new MemoryStream(start.Length / 2);
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(start.Span);
            gzip.Flush();
            gzip.Write(end((int)output.Length).Span);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    /// <summary>The bytes that were compressed with brotli.</summary>
    public static ReadOnlyMemory<byte> DecodeBrotli(ReadOnlyMemory<byte> body)
    {
        using var coded = new BrotliStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream(4 * body.Length);
        coded.CopyTo(plain);
        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }

    /// <summary>The first 12 bytes of the SHA-256, in base64url.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Base64Url.EncodeToString(hash[..12]);
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlyMemory<byte> bytes)
    {
        using var output = new MemoryStream(bytes.Length / 2);
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes.Span);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
