namespace PlansWeb.Content.Site;

/// <summary>The formats that images are offered in beside their own.</summary>
internal enum ImageFormat
{
    /// <summary>WebP (RFC 9649).</summary>
    Webp,

    /// <summary>AVIF.</summary>
    Avif,
}
