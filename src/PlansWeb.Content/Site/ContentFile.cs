namespace PlansWeb.Content.Site;

/// <summary>A file beside the Markdown that is served as it is: an image or a document.</summary>
/// <param name="Url">The address as people read it: decoded, Unicode NFC, from <c>/</c>.</param>
/// <param name="PhysicalPath">The file on disk, symbolic links resolved: it stands in the content folder.</param>
/// <param name="MediaType">From a list of allowed types.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="LastModified">Time of the last change on disk.</param>
/// <param name="ETag">Strong validator, quotes included (RFC 9110, section 8.8.3).</param>
internal sealed record ContentFile(string Url, string PhysicalPath, string MediaType, long Length, DateTimeOffset LastModified, string ETag)
{
    private const long HeavyFrom = 1_000_000;

    /// <summary>The size in pixels; <see langword="null"/> for what is no image, and for an image without a size that can be read.</summary>
    public ImageInfo? Image { get; init; }

    /// <summary>Hash of the bytes, fit for an address.</summary>
    public string Hash => ETag.Trim('"');

    /// <summary>Its language, a BCP 47 tag, where the file itself says it: a PDF does.</summary>
    public string? Language { get; init; }

    /// <summary>Larger than 1 MB: a link to it says so (RGESN 4.12).</summary>
    public bool IsHeavy => Length > HeavyFrom;
}

/// <summary>What the header of an image says, turned as the image is shown.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="IsAnimated">It moves: smaller versions of it would not.</param>
internal sealed record ImageInfo(int Width, int Height, bool IsAnimated = false);
