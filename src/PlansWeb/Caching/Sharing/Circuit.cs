namespace PlansWeb.Caching.Sharing;

/// <summary>
/// Decides whether the shared store is used. After a few failures in a row nobody asks it any more but the probe; when that gets an answer,
/// everybody does. Each change is one line in the log.
/// </summary>
internal sealed class Circuit(ILogger<Circuit> logger, CacheMetrics metrics, TimeProvider clock)
{
    /// <summary>One slow answer is the network's, or a busy processor's; three in a row are the store's.</summary>
    internal const int MostFailures = 3;

    /// <summary>A store that has to prove itself does so by four good probes at most: it is back within five seconds all the same.</summary>
    private const int MostProofs = 4;

    /// <summary>A store that went away so soon after it came may be one that comes and goes.</summary>
    private static readonly TimeSpan s_trial = TimeSpan.FromSeconds(30);

    private readonly Lock _changing = new();
    private volatile SharedState _state = SharedState.Connecting;
    private int _failures;
    private int _proofs;
    private int _proofsNeeded = 1;
    private long _closedAt;

    /// <summary>Raised after each change, when the log has its line.</summary>
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
            // On a machine that is too busy, answers come late by turns: without this it would be a line in the log every second.
            _proofsNeeded = _closedAt != 0 && clock.GetElapsedTime(_closedAt) < s_trial ? Math.Min(_proofsNeeded * 2, MostProofs) : 1;
            LogMessages.SharedAway(logger, reason);
            Changed?.Invoke(SharedState.Away);
        }
    }

    /// <summary>The store answered the probe.</summary>
    public void Proved()
    {
        if (_state == SharedState.InUse || Interlocked.Increment(ref _proofs) < _proofsNeeded)
        {
            return;
        }

        if (Change(SharedState.InUse))
        {
            _closedAt = clock.GetTimestamp();
            LogMessages.SharedInUse(logger);
            Changed?.Invoke(SharedState.InUse);
        }
    }

    private bool Change(SharedState next)
    {
        lock (_changing)
        {
            Volatile.Write(ref _failures, 0);
            Volatile.Write(ref _proofs, 0);
            if (_state == next)
            {
                return false;
            }

            _state = next;
            metrics.SharedChanged(next);
            return true;
        }
    }
}
