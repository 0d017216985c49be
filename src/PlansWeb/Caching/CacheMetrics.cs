using System.Diagnostics.Metrics;
using PlansWeb.Caching.Sharing;

namespace PlansWeb.Caching;

/// <summary>What the output cache tells to whoever watches it. Where nobody does, it costs a comparison.</summary>
internal sealed class CacheMetrics
{
    private static readonly KeyValuePair<string, object?> s_memory = new("result", "memory");
    private static readonly KeyValuePair<string, object?> s_shared = new("result", "shared");
    private static readonly KeyValuePair<string, object?> s_miss = new("result", "miss");

    private readonly Meter _meter;
    private readonly Counter<long> _lookups;
    private readonly Counter<long> _damaged;
    private readonly Counter<long> _changes;
    private volatile int _state;

    /// <summary>Makes the instruments.</summary>
    public CacheMetrics(IMeterFactory meters)
    {
        var meter = _meter = meters.Create("PlansWeb");
        _lookups = meter.CreateCounter<long>("plansweb.cache.lookups", "{lookup}", "Pages looked up in the output cache: found in memory, found in the shared store, or missed.");
        _damaged = meter.CreateCounter<long>("plansweb.cache.shared.damaged", "{entry}", "Entries of the shared store that were not what had been written.");
        _changes = meter.CreateCounter<long>("plansweb.cache.shared.changes", "{change}", "Changes of the shared store's state.");
        meter.CreateObservableGauge("plansweb.cache.shared.state", () => _state, null, "The shared store: 0 connecting or none, 1 in use, 2 away.");
    }

    /// <summary>Tells how much a cache keeps.</summary>
    public void Watch(ResponseCache cache) =>
        _meter.CreateObservableGauge("plansweb.cache.bytes", () => cache.Bytes, "By", "What the responses in this process's memory take, below Cache:SizeLimitMb.");

    /// <summary>A page was in this process's memory.</summary>
    public void Memory() => _lookups.Add(1, s_memory);

    /// <summary>A page was in the shared store.</summary>
    public void Shared() => _lookups.Add(1, s_shared);

    /// <summary>A page was in neither.</summary>
    public void Missed() => _lookups.Add(1, s_miss);

    /// <summary>An entry of the shared store failed its integrity check.</summary>
    public void Damaged() => _damaged.Add(1);

    /// <summary>The shared store came or went.</summary>
    public void SharedChanged(SharedState state)
    {
        _state = (int)state;
        _changes.Add(1);
    }
}
