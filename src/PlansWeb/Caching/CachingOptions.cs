namespace PlansWeb.Caching;

/// <summary>Settings under <c>Cache</c>.</summary>
internal sealed class CachingOptions
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Ceiling of the cache in memory, in MiB; 1 to 65,536. Half of it is for answers that are ready to be sent,
    /// and for the smallest bytes of pages.</summary>
    public int SizeLimitMb { get; set; } = 200;

    /// <summary>
    /// Seconds that a cache in front of the site (a CDN) may serve a page without asking, and then once more while it asks; 0 to one year.
    /// Without it every cache asks each time.
    /// </summary>
    public int? SharedMaxAge { get; set; }

    /// <summary>The most bytes of answers that are ready to be sent, and of the smallest pages, each.</summary>
    public long ReadyBytes => SizeLimitMb * Megabyte / 4;

    /// <summary>The most bytes that the output cache itself keeps.</summary>
    public long StoredBytes => (SizeLimitMb * Megabyte) - (2 * ReadyBytes);
}
