namespace PlansWeb.Caching;

/// <summary>What <c>Cache-Status</c> says (RFC 9211).</summary>
internal static class CacheStatus
{
    /// <summary>The header's name.</summary>
    public const string Name = "Cache-Status";

    /// <summary>The answer comes out of the cache.</summary>
    public const string Hit = "PlansWeb; hit";

    /// <summary>The page was rendered for this request.</summary>
    public const string Miss = "PlansWeb; fwd=miss";

    /// <summary>Such an answer is never kept.</summary>
    public const string Bypass = "PlansWeb; fwd=bypass";
}
