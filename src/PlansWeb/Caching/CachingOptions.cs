namespace PlansWeb.Caching;

/// <summary>Settings under <c>Cache</c>.</summary>
internal sealed class CachingOptions
{
    /// <summary>Ceiling of the output cache in memory, in MiB; 1 to 65,536.</summary>
    public int SizeLimitMb { get; set; } = 200;

    /// <summary>
    /// Seconds that a cache in front of the site (a CDN) may serve a page without asking, and then once more while it asks; 0 to one year.
    /// Without it every cache asks each time.
    /// </summary>
    public int? SharedMaxAge { get; set; }
}
