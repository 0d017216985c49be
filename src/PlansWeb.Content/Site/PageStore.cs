using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site;

/// <summary>
/// Holds the current snapshot. The swap is one reference: a reader has the old site or the new one, never a mixture.
/// </summary>
/// <param name="parts">What the other rooms derive from the pages.</param>
/// <param name="clock">Tells when publication windows open and close.</param>
internal sealed class PageStore(IEnumerable<ISnapshotPart> parts, TimeProvider clock) : IDisposable
{
    /// <summary>The clock of the system may be set while the timer runs: no wait is longer than this.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    /// <summary>Until the next attempt, where a snapshot could not be made.</summary>
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(5);

    private readonly ISnapshotPart[] _parts = [.. parts];
    private readonly Lock _publishing = new();
    private volatile Snapshot _current = Snapshot.Empty;
    private volatile LoadFailure? _lastFailure;
    private volatile SiteContent? _content;
    private bool _isDisposed;
    private ITimer? _boundary;

    /// <summary>Raised after a swap, with the snapshot that was replaced.</summary>
    public event Action<Snapshot>? Replaced;

    /// <summary>Raised when a load failed, or could not read a part.</summary>
    public event Action<LoadFailure>? Failed;

    /// <summary>Where the content comes from, for ops; <see langword="null"/> until a load has begun.</summary>
    public string? Source { get; set; }

    /// <summary>The last load, where it failed, or could not read a part; a load that succeeds forgets it.</summary>
    public LoadFailure? LastFailure => _lastFailure;

    /// <summary>
    /// The snapshot that is right now. Within a request take it from the request instead: there it does not change. Reading it never waits: where
    /// a publication window opens or closes, a timer makes the next snapshot.
    /// </summary>
    public Snapshot Current => _current;

    /// <summary>Makes a load public.</summary>
    /// <returns>The snapshot that is now current.</returns>
    public Snapshot Publish(SiteContent content)
    {
        Snapshot previous, next;
        var failedBefore = _lastFailure;
        lock (_publishing)
        {
            next = Snapshot.Create(content, _parts, clock.GetUtcNow(), _current);
            previous = _current;
            _content = content;
            _current = next;
            WaitForBoundary(next.ValidUntil - clock.GetUtcNow());
            _lastFailure = content.Failure is not { } reason ? null
                : _lastFailure?.Reason == reason ? _lastFailure
                : new LoadFailure(clock.GetUtcNow(), reason);
        }

        Replaced?.Invoke(previous);
        if (_lastFailure is { } failure && failure != failedBefore)
        {
            Failed?.Invoke(failure);
        }

        return next;
    }

    /// <summary>Adds what came up while the rest of a content was rendered that is public already.</summary>
    /// <param name="content">The content as it was published: what belongs to one that was replaced meanwhile is dropped.</param>
    /// <param name="problems">What came up.</param>
    /// <returns>It was added.</returns>
    public bool Add(SiteContent content, IReadOnlyList<Diagnostic> problems)
    {
        lock (_publishing)
        {
            if (!ReferenceEquals(_content, content))
            {
                return false;
            }

            _content = content with { Problems = [.. content.Problems, .. problems] };
            _current.Add(problems);
            return true;
        }
    }

    /// <summary>Notes that a load failed. The current snapshot stays.</summary>
    public void ReportFailure(string reason)
    {
        var failure = new LoadFailure(clock.GetUtcNow(), reason);
        _lastFailure = failure;
        Failed?.Invoke(failure);
    }

    /// <summary>The site as it is now, but with these pages public: for a preview. It is never published.</summary>
    public Snapshot Preview(IReadOnlySet<ContentPage> pages)
    {
        var addresses = pages.Select(static page => page.Url).ToHashSet(StringComparer.Ordinal);

        // Not under the lock: it takes as long as a swap, and shares nothing with one.
        return Snapshot.Create(_content!.WithPublic(addresses), _parts, clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_publishing)
        {
            _boundary?.Dispose();
            _boundary = null;
            _isDisposed = true;
        }
    }

    // Under the lock. Without a boundary ahead there is no timer.
    private void WaitForBoundary(TimeSpan time)
    {
        if (_isDisposed || _current.ValidUntil == DateTimeOffset.MaxValue)
        {
            _boundary?.Dispose();
            _boundary = null;
            return;
        }

        var wait = time < TimeSpan.Zero ? TimeSpan.Zero : time > s_longestWait ? s_longestWait : time;
        _boundary ??= clock.CreateTimer(static store => ((PageStore)store!).OnTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _boundary.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void OnTime()
    {
        try
        {
            Snapshot previous;
            lock (_publishing)
            {
                var now = clock.GetUtcNow();
                if (_isDisposed || now < _current.ValidUntil)
                {
                    WaitForBoundary(_current.ValidUntil - now);
                    return;
                }

                previous = _current;
                _current = Snapshot.Create(_content!, _parts, now);
                WaitForBoundary(_current.ValidUntil - now);
            }

            Replaced?.Invoke(previous);
        }
        catch (Exception exception)
        {
            // Nothing may escape from a timer: it would end the process.
            lock (_publishing)
            {
                WaitForBoundary(s_retry);
            }

            ReportFailure($"what opens or closes now could not be made public ({exception.GetType().Name})");
        }
    }
}
