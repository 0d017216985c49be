using System.Buffers.Binary;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media.Headers;

/// <summary>
/// AVIF, as far as its size: the largest <c>ispe</c> property (ISO/IEC 23008-12, section 6.5.3), which is the whole image where it is made
/// of tiles, turned as <c>irot</c> says.
/// </summary>
internal static class AvifHeader
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Reads the properties at the start of the file.</summary>
    public static ImageInfo? Read(Stream stream)
    {
        var buffer = new byte[MostBytes];
        var start = buffer.AsSpan(0, stream.ReadAtLeast(buffer, MostBytes, throwOnEndOfStream: false));
        if (start.Length < 12 || !start[4..8].SequenceEqual("ftyp"u8))
        {
            return null;
        }

        var (width, height) = (0u, 0u);
        var rest = start;
        for (var i = rest.IndexOf("ispe"u8); i >= 0 && i + 16 <= rest.Length; i = rest.IndexOf("ispe"u8))
        {
            var (w, h) = (BinaryPrimitives.ReadUInt32BigEndian(rest[(i + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(rest[(i + 12)..]));
            if ((ulong)w * h > (ulong)width * height)
            {
                (width, height) = (w, h);
            }

            rest = rest[(i + 16)..];
        }

        var turn = start.IndexOf("irot"u8);
        var isOnItsSide = turn >= 0 && turn + 4 < start.Length && (start[turn + 4] & 1) == 1;
        return width > int.MaxValue || height > int.MaxValue ? null
            : isOnItsSide ? new ImageInfo((int)height, (int)width) : new ImageInfo((int)width, (int)height);
    }
}
