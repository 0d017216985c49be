using Microsoft.AspNetCore.OutputCaching;
using StackExchange.Redis;

namespace PlansWeb.Caching.Sharing;

/// <summary>
/// Connects to Redis or Valkey in the background, and asks it every second whether it takes and gives: that is how the circuit closes, and how
/// it opens where no reader came by.
/// </summary>
internal sealed class RedisConnection(
    ConfigurationOptions options, string edition, Circuit circuit, TimeProvider clock, ILoggerFactory logs) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan s_probeLifetime = TimeSpan.FromMinutes(1);

    private readonly string _prefix = $"plansweb:{edition}:";
    private ConnectionMultiplexer? _multiplexer;
    private volatile IOutputCacheStore? _store;

    /// <summary>ASP.NET Core's store; <see langword="null"/> until the first connection.</summary>
    public IOutputCacheStore? Store => _store;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        (_store as IDisposable)?.Dispose();
        _multiplexer?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the start's own thread: looking up a name may block.
        await Task.Yield();
        using var timer = new PeriodicTimer(s_interval, clock);
        do
        {
            try
            {
                await Probe(stoppingToken);
                circuit.Proved();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Tell(exception);
            }
        }
        while (await NextTick(timer, stoppingToken));
    }

    private static async Task<bool> NextTick(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Tell(Exception exception)
    {
        var reason = SharedStore.Reason(exception);

        // A slow answer may be this machine's fault; a closed door or a refusal is not.
        if (exception is TimeoutException && circuit.IsClosed)
        {
            circuit.Failed(reason);
        }
        else
        {
            circuit.Open(reason);
        }
    }

    private async Task Probe(CancellationToken stop)
    {
        _multiplexer ??= await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(stop);
        var key = (RedisKey)(_prefix + "probe");
        var text = Guid.NewGuid().ToString("N");
        var database = _multiplexer.GetDatabase();

        // A store that gives but does not take is full, or a replica: not the place for a cache.
        await database.StringSetAsync(key, text, s_probeLifetime).WaitAsync(s_patience, clock, stop);
        await database.StringGetAsync(key).WaitAsync(s_patience, clock, stop);
        _store ??= CreateStore(_multiplexer);
    }

    // The store's class is not public: the framework's registration names it.
    private IOutputCacheStore CreateStore(IConnectionMultiplexer multiplexer) => new ServiceCollection()
        .AddSingleton(logs)
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddStackExchangeRedisOutputCache(redis =>
        {
            redis.InstanceName = _prefix;
            redis.ConnectionMultiplexerFactory = () => Task.FromResult(multiplexer);
        })
        .BuildServiceProvider()
        .GetRequiredService<IOutputCacheStore>();
}
