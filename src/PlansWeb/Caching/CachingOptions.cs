namespace PlansWeb.Caching;

/// <summary>Settings under <c>Cache</c>.</summary>
internal sealed class CachingOptions
{
    /// <summary>Ceiling of the output cache in memory, in MiB; 1 to 65,536.</summary>
    public int SizeLimitMb { get; set; } = 200;
}
