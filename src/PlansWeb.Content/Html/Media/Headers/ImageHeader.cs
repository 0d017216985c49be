using System.Xml;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media.Headers;

/// <summary>Reads the size of an image from its first bytes, without decoding it: no library of image formats sees a file before its size is known.</summary>
internal static class ImageHeader
{
    /// <summary>Reads a header.</summary>
    /// <param name="stream">The file, which can seek.</param>
    /// <param name="mediaType">What its name says it is.</param>
    /// <returns><see langword="null"/> where it is something else, is cut short, or has no size of its own (SVG).</returns>
    public static ImageInfo? Read(Stream stream, string mediaType)
    {
        try
        {
            var info = mediaType switch
            {
                "image/png" => PngHeader.Read(stream),
                "image/jpeg" => JpegHeader.Read(stream),
                "image/gif" => GifHeader.Read(stream),
                "image/webp" => WebpHeader.Read(stream),
                "image/avif" => AvifHeader.Read(stream),
                "image/svg+xml" => SvgHeader.Read(stream),
                _ => null,
            };
            return info is { Width: > 0, Height: > 0 } ? info : null;
        }
        catch (Exception exception) when (exception is EndOfStreamException or XmlException)
        {
            return null;
        }
    }

    /// <summary>Reads exactly so many bytes.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static byte[] Take(this Stream stream, int count)
    {
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
