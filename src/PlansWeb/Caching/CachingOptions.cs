namespace PlansWeb.Caching;

/// <summary>Settings under <c>Cache</c>.</summary>
internal sealed class CachingOptions
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Ceiling of all responses in memory, in MiB; 1 to 65,536.</summary>
    public int SizeLimitMb { get; set; } = 200;

    /// <summary>
    /// Seconds that a cache in front of the site (a CDN) may serve a page without asking, and then once more while it asks; 0 to one year.
    /// Without it every cache asks each time.
    /// </summary>
    public int? SharedMaxAge { get; set; }

    /// <summary>The ceiling in bytes.</summary>
    public long Bytes => SizeLimitMb * Megabyte;

    /// <summary>
    /// The largest body that is kept, in bytes. A whole section as one document is some hundred kB; what is larger than this must not push
    /// everything else out.
    /// </summary>
    public long LargestBody => Math.Min(8 * Megabyte, Bytes / 2);
}
