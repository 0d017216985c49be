using System.Buffers.Binary;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media.Headers;

/// <summary>JPEG (ITU-T T.81, annex B), turned as its Exif orientation says.</summary>
internal static class JpegHeader
{
    private const int Start = 0xD8;
    private const int Exif = 0xE1;
    private const int Scan = 0xDA;
    private const int MostSegments = 1000;

    /// <summary>Walks the segments to the frame header.</summary>
    public static ImageInfo? Read(Stream stream)
    {
        if (stream.ReadByte() != 0xFF || stream.ReadByte() != Start)
        {
            return null;
        }

        var isOnItsSide = false;
        for (var i = 0; i < MostSegments; i++)
        {
            if (stream.ReadByte() != 0xFF)
            {
                return null;
            }

            int marker;
            do
            {
                marker = stream.ReadByte();
            }
            while (marker == 0xFF);
            if (marker is < 0 or Scan)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(stream.Take(2)) - 2;
            if (length < 0)
            {
                return null;
            }

            if (IsFrame(marker))
            {
                var frame = stream.Take(5);
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)));
                return isOnItsSide ? new ImageInfo(height, width) : new ImageInfo(width, height);
            }

            if (marker == Exif)
            {
                isOnItsSide |= Orientation(stream.Take(length)) is >= 5 and <= 8;
            }
            else
            {
                stream.Position += length;
            }
        }

        return null;
    }

    // SOF0 to SOF15, without the tables and the reserved one between them.
    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    // Tag 0x0112 of the first directory of the TIFF structure behind « Exif » (Exif 2.32, section 4.6).
    private static int Orientation(ReadOnlySpan<byte> segment)
    {
        const int OrientationTag = 0x0112;
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
        {
            return 1;
        }

        var tiff = segment[6..];
        var isLittle = tiff[0] == 'I';
        var directory = UInt32(tiff[4..], isLittle);
        if (directory > (uint)tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)directory..];
        var count = UInt16(entries, isLittle);
        for (var i = 0; i < count && 2 + ((i + 1) * 12) <= entries.Length; i++)
        {
            var entry = entries[(2 + (i * 12))..];
            if (UInt16(entry, isLittle) == OrientationTag)
            {
                return UInt16(entry[8..], isLittle);
            }
        }

        return 1;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
