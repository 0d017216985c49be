using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PlansWeb.Caching;

/// <summary>Compresses the bytes of a page, and names them.</summary>
internal static class PageBytes
{
    /// <summary>As small as brotli gets, for some milliseconds.</summary>
    public const int BestQuality = 11;

    /// <summary>A tenth more bytes, in a fiftieth of the time.</summary>
    private const int QuickQuality = 5;

    private const int BrotliWindow = 22;

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

    /// <summary>A strong validator of the very bytes: another for each coding, as RFC 9110, section 8.8.3.3, asks.</summary>
    public static string ETag(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"\"{Base64Url.EncodeToString(hash[..12])}\"";
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
