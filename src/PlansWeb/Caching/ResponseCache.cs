using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Site;
using PlansWeb.Pages;

namespace PlansWeb.Caching;

/// <summary>
/// The bytes of the current content, pages, feeds and documents for machines alike: the one place that keeps bytes in memory, below one ceiling.
/// One response for each key: that of an earlier version of the content is never sent, but stays until it is replaced, because a page that comes
/// out the same takes its bytes and its validator.
/// </summary>
internal sealed class ResponseCache : IDisposable
{
    /// <summary>The longest that a response is sent: <c>security.txt</c> changes with the date, and no content does.</summary>
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(1);

    private readonly MemoryCache _responses;
    private readonly Lock _writing = new();
    private readonly PageStore _store;
    private readonly long _largestBody;
    private readonly TimeProvider _clock;
    private readonly CacheMetrics _metrics;

    /// <summary>Makes an empty cache.</summary>
    public ResponseCache(PageStore store, IOptions<CachingOptions> options, TimeProvider clock, CacheMetrics metrics)
    {
        _responses = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.Bytes, TrackStatistics = true });
        _store = store;
        _largestBody = options.Value.LargestBody;
        _clock = clock;
        _metrics = metrics;
        metrics.Watch(this);
    }

    /// <summary>What is kept, in bytes.</summary>
    public long Bytes => _responses.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>The response to a request as it came in, before anything else was made of it.</summary>
    /// <returns><see langword="null"/> where the pipeline has to find it: another spelling of the address, a query, or a variant.</returns>
    public CachedResponse? Find(HttpContext context)
    {
        var request = context.Request;
        return request.Method is "GET" or "HEAD"
            && request.Variant() == PageVariant.Page
            && context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }
                ? Find(new ResponseKey(Target(context), AcceptedCoding.Choose(request.Headers.AcceptEncoding)), _store.Current.Version)
                : null;
    }

    /// <summary>The response of a version of the content.</summary>
    public CachedResponse? Find(ResponseKey key, string version)
    {
        if (Latest(key) is not { } response || response.Version != version || response.Until <= _clock.GetUtcNow())
        {
            return null;
        }

        _metrics.Memory();
        return response;
    }

    /// <summary>The response that is kept, of whatever version.</summary>
    public CachedResponse? Latest(ResponseKey key) => _responses.TryGetValue(key, out CachedResponse? response) ? response : null;

    /// <summary>Keeps a response of the current content; one that was rendered from an earlier content is dropped.</summary>
    public void Put(ResponseKey key, CachedResponse response)
    {
        lock (_writing)
        {
            if (response.Version == _store.Current.Version && response.Body.Length <= _largestBody)
            {
                Set(key, response with { Until = _clock.GetUtcNow() + s_lifetime });
            }
        }
    }

    /// <summary>Puts the same response in fewer bytes in the place of one, unless another has come meanwhile.</summary>
    public void Replace(ResponseKey key, CachedResponse response, CachedResponse smaller)
    {
        lock (_writing)
        {
            if (ReferenceEquals(Latest(key), response))
            {
                Set(key, smaller);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _responses.Dispose();

    private void Set(ResponseKey key, CachedResponse response) => _responses.Set(
        key, response, new MemoryCacheEntryOptions { Size = response.Body.Length + (sizeof(char) * (key.Path.Length + key.Query.Length)) + CachedResponse.Overhead });

    private static string Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A host in memory, in tests, has no raw target.
        return raw.Length > 0 ? raw : context.Request.Path.ToUriComponent() + context.Request.QueryString.Value;
    }
}
