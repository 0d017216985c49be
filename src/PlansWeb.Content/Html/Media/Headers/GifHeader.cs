using System.Buffers.Binary;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media.Headers;

/// <summary>GIF, 87a and 89a. Whether it moves is not looked for: no GIF is made smaller.</summary>
internal static class GifHeader
{
    /// <summary>Reads the logical screen's size.</summary>
    public static ImageInfo? Read(Stream stream)
    {
        var start = stream.Take(10);
        return start.AsSpan().StartsWith("GIF8"u8)
            ? new ImageInfo(BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(8)))
            : null;
    }
}
