using Microsoft.Extensions.Options;

namespace PlansWeb.Caching.Sharing;

/// <summary>Runs the connection and the writer while the site runs, where there is a shared store.</summary>
internal sealed class SharedCacheService(IOptions<SharedCacheOptions> options, IServiceProvider services, ILogger<SharedCacheService> logger) : IHostedService
{
    private readonly IHostedService[] _parts = options.Value.IsUsed
        ? [services.GetRequiredService<RedisConnection>(), services.GetRequiredService<SharedWriter>()]
        : [];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(options.Value.Redis) && !options.Value.IsUsed)
        {
            LogMessages.SharedWithoutKey(logger);
        }

        return Task.WhenAll(_parts.Select(part => part.StartAsync(cancellationToken)));
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // The writer first: it writes over the connection.
        foreach (var part in _parts.Reverse())
        {
            await part.StopAsync(cancellationToken);
        }
    }
}
