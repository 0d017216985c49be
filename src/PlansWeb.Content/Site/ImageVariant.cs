using System.Globalization;

namespace PlansWeb.Content.Site;

/// <summary>A smaller version of an image. Its address names the bytes that it is made from, so what is at it never changes.</summary>
/// <param name="Hash">Hash of the image.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Format">Its format.</param>
internal sealed record ImageVariant(string Hash, int Width, ImageFormat Format)
{
    /// <summary>Where smaller versions stand. No content does: what begins with <c>_</c> is private there.</summary>
    public const string Folder = "/_images/";

    /// <summary>Pixels that are decoded at most: a small file can claim any number, and each may need six bytes of memory. A camera’s 24 million are within.</summary>
    public const long MostPixels = 25_000_000;

    /// <summary>The longest side, in pixels: that of WebP itself (RFC 9649, section 2.7).</summary>
    public const int LongestSide = 16_383;

    /// <summary>Bytes of an image that are read at most.</summary>
    public const long MostBytes = 20_000_000;

    private const long WorthItFrom = 10_000;

    // A phone, a column of text, the same column on a dense screen.
    private static readonly int[] s_widths = [480, 800, 1200];

    /// <summary>Name of the file, of letters, digits and <c>-</c> but for the extension.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Hash}-{Width}.{Extension(Format)}");

    /// <summary>Its address.</summary>
    public string Href => Folder + Name;

    /// <summary>
    /// An image is offered smaller where that is safe and worth it: pictures of pixels that do not move, neither tiny nor beyond the limits.
    /// </summary>
    public static bool IsOffered(ContentFile file) =>
        file is { Image: { IsAnimated: false } image, MediaType: "image/png" or "image/jpeg" or "image/webp", Length: >= WorthItFrom and <= MostBytes }
        && (long)image.Width * image.Height <= MostPixels && Math.Max(image.Width, image.Height) <= LongestSide;

    /// <summary>The widths that an image is offered in, ascending, none of them larger than its own.</summary>
    public static IReadOnlyList<int> Widths(ContentFile file)
    {
        if (!IsOffered(file))
        {
            return [];
        }

        var own = Math.Min(file.Image!.Width, s_widths[^1]);
        return [.. s_widths.Where(width => width < own), own];
    }

    /// <summary>All versions of an image.</summary>
    public static IEnumerable<ImageVariant> All(ContentFile file) =>
        Widths(file).SelectMany(width => Enum.GetValues<ImageFormat>(), (width, format) => new ImageVariant(file.Hash, width, format));

    /// <summary>Reads a name; only what <see cref="Name"/> writes is one.</summary>
    public static ImageVariant? Parse(string name)
    {
        var dash = name.LastIndexOf('-');
        var dot = name.LastIndexOf('.');
        if (dash is <= 0 or > 64 || dot <= dash || !int.TryParse(name.AsSpan(dash + 1, dot - dash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !name.AsSpan(0, dash).ToString().All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        foreach (var format in Enum.GetValues<ImageFormat>())
        {
            var variant = new ImageVariant(name[..dash], width, format);
            if (variant.Name == name)
            {
                return variant;
            }
        }

        return null;
    }

    private static string Extension(ImageFormat format) => format == ImageFormat.Avif ? "avif" : "webp";
}

/// <summary>The formats that images are offered in beside their own.</summary>
internal enum ImageFormat
{
    /// <summary>WebP (RFC 9649).</summary>
    Webp,

    /// <summary>AVIF.</summary>
    Avif,
}
