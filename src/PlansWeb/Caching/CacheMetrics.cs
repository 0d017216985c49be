using System.Diagnostics.Metrics;
using PlansWeb.Caching.Sharing;

namespace PlansWeb.Caching;

/// <summary>
/// What the caches tell to whoever watches them. The numbers are counted here and read when somebody asks, so that each series exists from the
/// start, at 0: a series that appears with its first event hides that event from Prometheus's <c>increase()</c>.
/// </summary>
internal sealed class CacheMetrics
{
    private static readonly KeyValuePair<string, object?> s_memory = new("result", "memory");
    private static readonly KeyValuePair<string, object?> s_shared = new("result", "shared");
    private static readonly KeyValuePair<string, object?> s_miss = new("result", "miss");

    private readonly Meter _meter;
    private long _fromMemory;
    private long _fromShared;
    private long _missed;
    private long _damaged;
    private long _changes;
    private volatile int _state;

    /// <summary>Makes the instruments.</summary>
    public CacheMetrics(IMeterFactory meters)
    {
        _meter = meters.Create("PlansWeb");
        _meter.CreateObservableCounter("plansweb.cache.lookups", Lookups, "{lookup}", "Pages looked up: found in memory, found in the shared store, or missed.");
        _meter.CreateObservableCounter("plansweb.cache.shared.damaged", () => Volatile.Read(ref _damaged), "{entry}", "Entries of the shared store that were not what had been written.");
        _meter.CreateObservableCounter("plansweb.cache.shared.changes", () => Volatile.Read(ref _changes), "{change}", "Changes of the shared store's state.");
        _meter.CreateObservableGauge("plansweb.cache.shared.state", () => _state, null, "The shared store: 0 connecting or none, 1 in use, 2 away.");
    }

    /// <summary>Tells how much a cache keeps.</summary>
    public void Watch(ResponseCache cache) =>
        _meter.CreateObservableGauge("plansweb.cache.memory", () => cache.Bytes, "By", "What the responses in this process's memory take, below Cache:SizeLimitMb.");

    /// <summary>A page was in this process's memory.</summary>
    public void Memory() => Interlocked.Increment(ref _fromMemory);

    /// <summary>A page was in the shared store.</summary>
    public void Shared() => Interlocked.Increment(ref _fromShared);

    /// <summary>A page was in neither.</summary>
    public void Missed() => Interlocked.Increment(ref _missed);

    /// <summary>An entry of the shared store failed its integrity check.</summary>
    public void Damaged() => Interlocked.Increment(ref _damaged);

    /// <summary>The shared store came or went.</summary>
    public void SharedChanged(SharedState state)
    {
        _state = (int)state;
        Interlocked.Increment(ref _changes);
    }

    private Measurement<long>[] Lookups() =>
    [
        new(Volatile.Read(ref _fromMemory), s_memory), new(Volatile.Read(ref _fromShared), s_shared), new(Volatile.Read(ref _missed), s_miss),
    ];
}
