namespace PlansWeb.Caching.Sharing;

/// <summary>
/// Decides whether the shared store is used. After a few failures in a row nobody asks it any more but the probe; when that gets an answer,
/// everybody does. Each change is one line in the log.
/// </summary>
internal sealed class Circuit(ILogger<Circuit> logger, CacheMetrics metrics)
{
    /// <summary>One slow answer is the network's, or a busy processor's; three in a row are the store's.</summary>
    internal const int MostFailures = 3;

    private readonly Lock _changing = new();
    private volatile SharedState _state = SharedState.Connecting;
    private int _failures;

    /// <summary>Raised after each change.</summary>
    public event Action<SharedState>? Changed;

    /// <summary>What the store is now.</summary>
    public SharedState State => _state;

    /// <summary>The store may be asked.</summary>
    public bool IsClosed => _state == SharedState.InUse;

    /// <summary>The store answered a reader.</summary>
    public void Succeeded()
    {
        if (Volatile.Read(ref _failures) != 0)
        {
            Volatile.Write(ref _failures, 0);
        }
    }

    /// <summary>The store did not answer in time, or not well.</summary>
    public void Failed(string reason)
    {
        if (Interlocked.Increment(ref _failures) >= MostFailures)
        {
            Open(reason);
        }
    }

    /// <summary>The store is not to be asked any more, for a reason that needs no second proof.</summary>
    public void Open(string reason)
    {
        if (Change(SharedState.Away))
        {
            CachingLog.SharedAway(logger, reason);
        }
    }

    /// <summary>The store answers the probe.</summary>
    public void Close()
    {
        if (Change(SharedState.InUse))
        {
            CachingLog.SharedInUse(logger);
        }
    }

    private bool Change(SharedState next)
    {
        lock (_changing)
        {
            Volatile.Write(ref _failures, 0);
            if (_state == next)
            {
                return false;
            }

            _state = next;
            metrics.SharedChanged(next);
        }

        Changed?.Invoke(next);
        return true;
    }
}
