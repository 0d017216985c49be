using System.Buffers.Binary;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media.Headers;

/// <summary>WebP (RFC 9649): lossy, lossless and extended.</summary>
internal static class WebpHeader
{
    private const int AnimationFlag = 0x02;

    /// <summary>Reads the first chunk.</summary>
    public static ImageInfo? Read(Stream stream)
    {
        var start = stream.Take(30).AsSpan();
        if (!start.StartsWith("RIFF"u8) || !start[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var chunk = start[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return new ImageInfo(UInt24(start[24..]) + 1, UInt24(start[27..]) + 1, (start[20] & AnimationFlag) != 0);
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            // Behind one byte of signature: 14 bits of width and 14 of height, each less one.
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(start[21..]);
            return new ImageInfo((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        // Behind the frame's tag and start code: 14 bits each, the rest is scaling.
        return chunk.SequenceEqual("VP8 "u8)
            ? new ImageInfo(
                BinaryPrimitives.ReadUInt16LittleEndian(start[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(start[28..]) & 0x3FFF)
            : null;
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
