namespace PlansWeb.Caching;

/// <summary>Marks the endpoints whose answers are cached pages.</summary>
internal sealed class PageCacheMetadata;
