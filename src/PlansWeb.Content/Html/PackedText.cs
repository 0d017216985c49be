using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace PlansWeb.Content.Html;

/// <summary>
/// Text that is kept for long and seldom read, compressed in memory: a fifth of the string that it was. The Markdown of 10,000 pages like
/// the corpus's takes 21 MB instead of 95, and their HTML as much less. Reading the file again would take none, but it may have changed since the snapshot.
/// </summary>
internal sealed class PackedText
{
    // The fastest: it is in the way of every load.
    private const int Quality = 1;
    private const int Window = 18;

    private readonly byte[] _packed;
    private readonly int _length;

    private PackedText(byte[] packed, int length) => (_packed, _length) = (packed, length);

    /// <summary>No text.</summary>
    public static PackedText Empty { get; } = Of("");

    /// <summary>How many bytes the text has in UTF-8.</summary>
    public int ByteCount => _length;

    /// <summary>Packs a text.</summary>
    public static PackedText Of(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, bytes);
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(length));
        var isPacked = BrotliEncoder.TryCompress(bytes.AsSpan(0, length), packed, out var written, Quality, Window);
        var result = isPacked ? new PackedText(packed[..written], length) : null;
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<byte>.Shared.Return(packed);
        return result ?? throw new InvalidOperationException("Brotli needs more room than the most that it can need.");
    }

    /// <summary>The text again.</summary>
    public override string ToString()
    {
        var bytes = ArrayPool<byte>.Shared.Rent(_length);
        var text = BrotliDecoder.TryDecompress(_packed, bytes, out var written) && written == _length ? Encoding.UTF8.GetString(bytes, 0, written) : null;
        ArrayPool<byte>.Shared.Return(bytes);
        return text ?? throw new InvalidOperationException("A packed text cannot be unpacked.");
    }
}
