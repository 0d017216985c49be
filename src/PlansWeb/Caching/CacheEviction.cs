using Microsoft.AspNetCore.OutputCaching;
using PlansWeb.Content.Site;

namespace PlansWeb.Caching;

/// <summary>
/// Drops the entries of a content version when it is replaced. Only housekeeping: the version in the key already keeps old pages from being served.
/// </summary>
internal sealed class CacheEviction(PageStore store, IOutputCacheStore cache, ILogger<CacheEviction> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Replaced += OnReplaced;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Replaced -= OnReplaced;
        return Task.CompletedTask;
    }

    private async void OnReplaced(Snapshot previous)
    {
        // The same content read again keeps its pages.
        if (!previous.IsLoaded || previous.Version == store.Current.Version)
        {
            return;
        }

        try
        {
            await cache.EvictByTagAsync(PageCachePolicy.Tag(previous.Version), CancellationToken.None);
        }
        catch (Exception exception)
        {
            // A shared cache may be out of reach: what is left there expires by itself. Nothing may escape from an async void.
            LogMessages.EvictionFailed(logger, previous.Version, exception);
        }
    }
}
