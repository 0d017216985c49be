using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PlansWeb.Caching.Sharing;

namespace PlansWeb.Caching;

/// <summary>
/// What the output cache keeps: in this process's memory, below a ceiling, and in the shared cache behind it where there is one. An entry's key has
/// the content's version, so a copy in memory is never wrong, and a reader never waits for the network twice for one page.
/// </summary>
internal sealed class OutputCacheStore : IOutputCacheStore, IDisposable
{
    /// <summary>What an entry takes beside its bytes, in bytes.</summary>
    private const int Overhead = 512;

    private readonly MemoryCache _memory;
    private readonly SharedCache _shared;
    private readonly CacheMetrics _metrics;
    private readonly TimeProvider _clock;

    /// <summary>Makes an empty store.</summary>
    public OutputCacheStore(
        IOptions<CachingOptions> options, SharedCache shared, CacheMetrics metrics, TimeProvider clock)
    {
        _memory = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.StoredBytes });
        _shared = shared;
        _metrics = metrics;
        _clock = clock;
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        if (_memory.TryGetValue(key, out SealedPage? page) && page!.Until > _clock.GetUtcNow())
        {
            _metrics.Memory();
            return new(page.Value);
        }

        if (_shared.IsInUse)
        {
            return FromShared(key);
        }

        _metrics.Missed();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var page = new SealedPage(value, tags ?? [], _clock.GetUtcNow() + validFor);
        Keep(key, page);

        // Not awaited: who renders a page does not wait until it is shared.
        _shared.Offer(key, page);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        // The only tag is that of a content version that was replaced: all that is in memory but what was rendered since.
        _memory.Clear();
        await _shared.EvictAsync(tag);
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private async ValueTask<byte[]?> FromShared(string key)
    {
        if (await _shared.GetAsync(key) is not { } page)
        {
            _metrics.Missed();
            return null;
        }

        _metrics.Shared();
        Keep(key, page);
        return page.Value;
    }

    private void Keep(string key, SealedPage page) => _memory.Set(
        key, page, new MemoryCacheEntryOptions { Size = page.Value.Length + (sizeof(char) * key.Length) + Overhead });
}
