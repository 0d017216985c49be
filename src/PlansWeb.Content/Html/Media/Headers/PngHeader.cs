using System.Buffers.Binary;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media.Headers;

/// <summary>PNG (W3C recommendation, sections 5.2 and 11.2.1), animated or not.</summary>
internal static class PngHeader
{
    private const int MostChunks = 100;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the header chunk, and looks for an animation before the first pixels.</summary>
    public static ImageInfo? Read(Stream stream)
    {
        var start = stream.Take(24);
        if (!start.AsSpan().StartsWith(Signature))
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(16));
        var height = BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(20));
        if (width > int.MaxValue || height > int.MaxValue || !start.AsSpan(12, 4).SequenceEqual("IHDR"u8))
        {
            return null;
        }

        return new ImageInfo((int)width, (int)height, IsAnimated(stream));
    }

    private static bool IsAnimated(Stream stream)
    {
        stream.Position = 8;
        for (var i = 0; i < MostChunks && stream.Position + 8 <= stream.Length; i++)
        {
            var chunk = stream.Take(8);
            if (chunk.AsSpan(4).SequenceEqual("acTL"u8))
            {
                return true;
            }

            if (chunk.AsSpan(4).SequenceEqual("IDAT"u8))
            {
                return false;
            }

            // Its data, and four bytes of checksum.
            var next = stream.Position + BinaryPrimitives.ReadUInt32BigEndian(chunk) + 4;
            if (next > stream.Length)
            {
                return false;
            }

            stream.Position = next;
        }

        return false;
    }
}
