using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Site;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using StackExchange.Redis;

namespace PlansWeb.Caching.Sharing;

/// <summary>What this process makes of the shared store.</summary>
internal enum SharedState
{
    /// <summary>Not connected yet.</summary>
    Connecting,

    /// <summary>In use.</summary>
    InUse,

    /// <summary>Not used until it answers again.</summary>
    Away,
}

/// <summary>
/// The output cache's store: the pages that all replicas of one edition share, in Redis or Valkey. Connected in the background, asked only while it answers well, never waited
/// for long, and never the cause of an error: whatever it does, a page can be rendered here. Without <c>ConnectionStrings:Redis</c> it is never in
/// use, and the output cache has no store: what this process keeps is in <see cref="ResponseCache"/>.
/// </summary>
internal sealed class SharedCache : BackgroundService, IOutputCacheStore
{
    /// <summary>An entry larger than this stays in the memory of the process that rendered it, in bytes.</summary>
    internal const int LargestEntry = 4 * 1024 * 1024;

    /// <summary>One slow answer is the network's, or a busy processor's; so many in half a second are the store's.</summary>
    internal const int FewestFailures = 3;

    /// <summary>A store that was away answers so many probes in a row before it is used again: it may be one that comes and goes.</summary>
    private const int GoodProbes = 3;

    /// <summary>Bytes that may wait to be written; what comes above is not shared.</summary>
    private const long MostBytesWaiting = 16 * 1024 * 1024;

    /// <summary>A page takes some ten milliseconds to render: to wait longer for its copy is a loss.</summary>
    internal static readonly TimeSpan ReadersPatience = TimeSpan.FromMilliseconds(100);

    /// <summary>A store that needs longer for the smallest command is of no use to readers.</summary>
    internal static readonly TimeSpan ProbesPatience = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan s_writersPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_probeInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_probeLifetime = TimeSpan.FromMinutes(1);

    private readonly SharedCacheOptions _options;
    private readonly PageStore _pages;
    private readonly byte[] _secret;
    private readonly string _prefix;
    private readonly TimeProvider _clock;
    private readonly CacheMetrics _metrics;
    private readonly ILogger _logger;
    private readonly CircuitBreakerManualControl _circuit = new();
    private readonly CircuitBreakerStateProvider _circuitState = new();
    private readonly ResiliencePipeline _reading;
    private readonly ResiliencePipeline _writing;
    private readonly ResiliencePipeline _probing;
    private ConnectionMultiplexer? _connection;
    private volatile IDatabase? _database;
    private volatile SharedState _state = SharedState.Connecting;
    private string _probesFault = "";
    private int _failedProbes;
    private int _goodProbes;
    private long _bytesWaiting;

    /// <summary>Makes the cache; it is in use from the first probe that it answers.</summary>
    public SharedCache(
        IOptions<SharedCacheOptions> options, PageStore pages, IConfiguration settings, IHostEnvironment environment, TimeProvider clock, CacheMetrics metrics, ILogger<SharedCache> logger)
    {
        _options = options.Value;
        _pages = pages;
        _secret = _options.Secret() ?? [];
        _prefix = _options.IsUsed ? $"plansweb:{Edition.Of(settings, environment)}:" : "";
        _clock = clock;
        _metrics = metrics;
        _logger = logger;
        var circuit = new ResiliencePipelineBuilder { TimeProvider = clock }.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            MinimumThroughput = FewestFailures,
            FailureRatio = 0.5,
            SamplingDuration = TimeSpan.FromMilliseconds(500),

            // The probe alone closes it again: no reader waits to find out whether the store is back.
            BreakDuration = TimeSpan.FromDays(1),
            ManualControl = _circuit,
            StateProvider = _circuitState,
            OnOpened = opened =>
            {
                Change(SharedState.Away, opened.Outcome.Exception is { } fault ? Reason(fault) : _probesFault);
                return ValueTask.CompletedTask;
            },
        }).Build();
        _reading = Within(ReadersPatience, circuit, clock);
        _writing = Within(s_writersPatience, circuit, clock);
        _probing = Within(ProbesPatience, ResiliencePipeline.Empty, clock);
    }

    /// <summary>Raised after each change, when the log has its line.</summary>
    public event Action<SharedState>? Changed;

    /// <summary>What the store is now.</summary>
    public SharedState State => _state;

    /// <summary>The store may be asked now.</summary>
    public bool IsInUse => _state == SharedState.InUse;

    /// <summary>The page under a key.</summary>
    /// <returns><see langword="null"/> where there is none, where it fails its check or is too old, and where the store does not answer.</returns>
    public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        byte[]? bytes = null;
        await Try(_reading, async (database, stop) => bytes = await database.StringGetAsync(PageKey(key)).WaitAsync(stop));
        var page = bytes is { Length: <= LargestEntry } ? SealedPage.Open(key, _secret, bytes) : null;
        if (bytes is not null && page is null)
        {
            _metrics.Damaged();
        }

        if (page is null || page.Until <= _clock.GetUtcNow())
        {
            _metrics.Missed();
            return null;
        }

        _metrics.Shared();
        return page.Value;
    }

    /// <summary>Writes a page in the background, unless too many wait already or the store is away: who renders a page does not wait until it is shared.</summary>
    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        if (!IsInUse)
        {
            return ValueTask.CompletedTask;
        }

        if (Interlocked.Add(ref _bytesWaiting, value.Length) > MostBytesWaiting)
        {
            Interlocked.Add(ref _bytesWaiting, -value.Length);
            return ValueTask.CompletedTask;
        }

        _ = Task.Run(
            async () =>
            {
                try
                {
                    await Write(key, value, tags ?? [], validFor);
                }
                finally
                {
                    Interlocked.Add(ref _bytesWaiting, -value.Length);
                }
            },
            CancellationToken.None);
        return ValueTask.CompletedTask;
    }

    /// <summary>Removes the pages with a tag. Only housekeeping: the content's version in the key already keeps old pages from being served.</summary>
    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => await Try(_writing, async (database, stop) =>
    {
        var keys = await database.SetMembersAsync(TagKey(tag)).WaitAsync(stop);
        await database.KeyDeleteAsync([TagKey(tag), .. keys.Select(key => PageKey(key.ToString()))]).WaitAsync(stop);
    });

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(_options.Redis) && !_options.IsUsed)
        {
            LogMessages.SharedWithoutKey(_logger);
        }

        _pages.Replaced += OnReplaced;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _pages.Replaced -= OnReplaced;
        await base.StopAsync(cancellationToken);
        _connection?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.IsUsed)
        {
            return;
        }

        using var timer = new PeriodicTimer(s_probeInterval, _clock);
        do
        {
            await Probe(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static ResiliencePipeline Within(TimeSpan patience, ResiliencePipeline circuit, TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddPipeline(circuit).AddTimeout(patience).Build();

    // A fault in a few words for the log: the library's own messages are long and may name servers.
    private static string Reason(Exception fault) => fault switch
    {
        TimeoutRejectedException or TimeoutException => "no answer in time",
        RedisConnectionException => "no connection",
        RedisServerException server => "it refuses: " + server.Message.Split(' ')[0],
        _ => fault.GetType().Name,
    };

    // The same content read again keeps its pages.
    private void OnReplaced(Snapshot previous)
    {
        if (IsInUse && previous.IsLoaded && previous.Version != _pages.Current.Version)
        {
            _ = Task.Run(async () => await EvictByTagAsync(PageCachePolicy.Tag(previous.Version), CancellationToken.None));
        }
    }

    private async Task Write(string key, byte[] value, string[] tags, TimeSpan validFor)
    {
        var bytes = new SealedPage(value, _clock.GetUtcNow() + validFor).Seal(key, _secret);
        if (bytes.Length > LargestEntry || validFor <= TimeSpan.Zero)
        {
            return;
        }

        await Try(_writing, async (database, stop) =>
        {
            var writes = new List<Task> { database.StringSetAsync(PageKey(key), bytes, validFor) };
            foreach (var tag in tags)
            {
                writes.Add(database.SetAddAsync(TagKey(tag), key));
                writes.Add(database.KeyExpireAsync(TagKey(tag), validFor));
            }

            await Task.WhenAll(writes).WaitAsync(stop);
        });
    }

    // The library reports faults by many types, those of a broken server's answers among them: none may reach a reader.
    private async Task Try(ResiliencePipeline pipeline, Func<IDatabase, CancellationToken, Task> act)
    {
        if (!IsInUse || _database is not { } database)
        {
            return;
        }

        try
        {
            await pipeline.ExecuteAsync(
                static async (work, stop) => await work.act(work.database, stop), (act, database), CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The circuit has counted it.
        }
    }

    private async Task Probe(CancellationToken stop)
    {
        try
        {
            _connection ??= await ConnectionMultiplexer.ConnectAsync(RedisSettings.Parse(_options.Redis!)!).WaitAsync(stop);
            var database = _connection.GetDatabase();

            // A store that gives but does not take is full, or a replica: not the place for a cache.
            await _probing.ExecuteAsync(
                async patience =>
                {
                    await database.StringSetAsync(_prefix + "probe", Guid.NewGuid().ToString("N"), s_probeLifetime).WaitAsync(patience);
                    await database.StringGetAsync(_prefix + "probe").WaitAsync(patience);
                },
                stop);
            _database = database;
            await Proved();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stop.IsCancellationRequested)
        {
            _goodProbes = 0;

            // A slow answer may be this machine's fault; a closed door or a refusal is not.
            if (!(fault is TimeoutRejectedException or TimeoutException && IsInUse && ++_failedProbes < FewestFailures))
            {
                _probesFault = Reason(fault);
                await _circuit.IsolateAsync(CancellationToken.None);
            }
        }
    }

    private async Task Proved()
    {
        _failedProbes = 0;
        if (IsInUse && _circuitState.CircuitState == CircuitState.Closed)
        {
            return;
        }

        if (_state == SharedState.Connecting || ++_goodProbes >= GoodProbes)
        {
            _goodProbes = 0;
            await _circuit.CloseAsync(CancellationToken.None);
            Change(SharedState.InUse, "");
        }
    }

    private void Change(SharedState next, string reason)
    {
        if (Interlocked.Exchange(ref _state, next) == next)
        {
            return;
        }

        _metrics.SharedChanged(next);
        if (next == SharedState.Away)
        {
            LogMessages.SharedAway(_logger, reason);
        }
        else
        {
            LogMessages.SharedInUse(_logger);
        }

        Changed?.Invoke(next);
    }

    private RedisKey PageKey(string key) => $"{_prefix}page:{key}";

    private RedisKey TagKey(string tag) => $"{_prefix}tag:{tag}";
}
