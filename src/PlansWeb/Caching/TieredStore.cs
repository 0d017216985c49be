using Microsoft.AspNetCore.OutputCaching;
using PlansWeb.Caching.Sharing;

namespace PlansWeb.Caching;

/// <summary>
/// The output cache's store: this process's memory first, and the shared store behind it where there is one. An entry's key has the content's
/// version, so a copy in memory is never wrong, and a reader never waits for the network twice for one page.
/// </summary>
/// <param name="memory">The framework's store in memory, with its ceiling.</param>
/// <param name="metrics">Counts where pages were found.</param>
/// <param name="clock">Gives an entry that was shared the rest of its time.</param>
/// <param name="shared">The shared store; <see langword="null"/> where the settings name none.</param>
/// <param name="writer">Writes to it.</param>
internal sealed class TieredStore(
    IOutputCacheStore memory, CacheMetrics metrics, TimeProvider clock, SharedStore? shared = null, SharedWriter? writer = null) : IOutputCacheStore
{
    /// <inheritdoc/>
    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        // The store in memory answers at once.
        var own = memory.GetAsync(key, cancellationToken);
        if (own is not { IsCompletedSuccessfully: true, Result: var value })
        {
            return own;
        }

        if (value is not null)
        {
            metrics.Memory();
            return new(value);
        }

        if (shared is { IsInUse: true })
        {
            return FromShared(shared, key, cancellationToken);
        }

        metrics.Missed();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        if (shared is { IsInUse: true })
        {
            writer!.Offer(key, new SealedPage(value, tags ?? [], clock.GetUtcNow() + validFor));
        }

        return memory.SetAsync(key, value, tags, validFor, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        await memory.EvictByTagAsync(tag, cancellationToken);
        if (shared is { IsInUse: true })
        {
            await shared.EvictAsync(tag);
        }
    }

    private async ValueTask<byte[]?> FromShared(SharedStore store, string key, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(key) is not { } page)
        {
            metrics.Missed();
            return null;
        }

        metrics.Shared();
        await memory.SetAsync(key, page.Value, page.Tags, page.Until - clock.GetUtcNow(), cancellationToken);
        return page.Value;
    }
}
