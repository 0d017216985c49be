namespace PlansWeb.Caching.Sharing;

/// <summary>Where the shared store is.</summary>
internal sealed class SharedCacheOptions
{
    /// <summary>The setting <c>ConnectionStrings:Redis</c>; none where it is empty.</summary>
    public string? Redis { get; set; }
}
