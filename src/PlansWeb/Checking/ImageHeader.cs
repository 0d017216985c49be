using System.Buffers.Binary;

namespace PlansWeb.Checking;

/// <summary>Reads the size of an image from the first bytes of its file: PNG, GIF, JPEG and WebP.</summary>
internal static class ImageHeader
{
    /// <summary>Width and height in pixels; <see langword="null"/> for a drawing (SVG), another format or a damaged file.</summary>
    public static (int Width, int Height)? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            Span<byte> head = stackalloc byte[30];
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            head = head[..length];
            if (head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] && length >= 24)
            {
                return (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
            }

            if (head.StartsWith("GIF8"u8) && length >= 10)
            {
                return (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
            }

            if (head.StartsWith("RIFF"u8) && length == 30 && head[8..12].SequenceEqual("WEBP"u8))
            {
                return WebP(head);
            }

            return head is [0xFF, 0xD8, ..] ? Jpeg(stream) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // RFC 9649: lossy, lossless, extended.
    private static (int Width, int Height)? WebP(ReadOnlySpan<byte> head)
    {
        if (head[12..16].SequenceEqual("VP8 "u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF);
        }

        if (head[12..16].SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return head[12..16].SequenceEqual("VP8X"u8)
            ? ((head[24] | (head[25] << 8) | (head[26] << 16)) + 1, (head[27] | (head[28] << 8) | (head[29] << 16)) + 1)
            : null;
    }

    // ITU T.81: segments follow each other until the one that begins a frame, which has the size.
    private static (int Width, int Height)? Jpeg(FileStream stream)
    {
        stream.Position = 2;
        Span<byte> segment = stackalloc byte[9];
        while (stream.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false) == segment.Length && segment[0] == 0xFF)
        {
            if (segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            }

            stream.Position += BinaryPrimitives.ReadUInt16BigEndian(segment[2..]) - 7;
        }

        return null;
    }
}
