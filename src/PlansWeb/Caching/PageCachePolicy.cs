using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using PlansWeb.Hosting;

namespace PlansWeb.Caching;

/// <summary>
/// Pages are cached by path, content version, coding, variant and the queries that their endpoint names (closed lists), and by nothing else: no
/// other query string, host, cookie or header makes an entry.
/// The version is in the key because a render that began before a swap ends after it: evicting alone would let its old page in.
/// </summary>
internal sealed class PageCachePolicy : IOutputCachePolicy
{
    /// <summary>Entries of the shared cache leave when the content changes; this is the longest that one is kept.</summary>
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(1);

    /// <summary>The tag of all entries of one content version.</summary>
    public static string Tag(string version) => "content:" + version;

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // Without state the request did not pass UsePageCache, or is for a page that is not to be kept.
        if (PageCacheState.Of(context.HttpContext) is not { IsKept: true, Uncoded: null } state)
        {
            return ValueTask.CompletedTask;
        }

        var version = context.HttpContext.Snapshot().Version;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = s_lifetime;
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.CacheKeyPrefix = $"{version}|{AcceptedCoding.Name(state.Key.Coding)}|{state.Key.Variant}|{state.Key.Query}";
        context.Tags.Add(Tag(version));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (PageCacheState.Of(context.HttpContext) is { } state)
        {
            state.IsHit = true;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // Only whole, good pages: an unknown address or an error must never stay.
        var http = context.HttpContext;
        if (PageCacheState.Of(http) is not { Response: not null } || !StringValues.IsNullOrEmpty(http.Response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
