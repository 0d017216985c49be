namespace PlansWeb.Caching;

/// <summary>The codings that a page is sent in (RFC 9110, section 8.4.1).</summary>
internal enum ContentCoding
{
    /// <summary>As it is.</summary>
    Identity,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>Brotli.</summary>
    Brotli,
}
