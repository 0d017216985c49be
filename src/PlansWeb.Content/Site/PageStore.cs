using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site;

/// <summary>
/// Holds the current snapshot. The swap is one reference: a reader has the old site or the new one, never a mixture.
/// </summary>
/// <param name="parts">What the other rooms derive from the pages.</param>
/// <param name="clock">Tells when publication windows open and close.</param>
internal sealed class PageStore(IEnumerable<ISnapshotPart> parts, TimeProvider clock)
{
    private readonly ISnapshotPart[] _parts = [.. parts];
    private readonly Lock _publishing = new();
    private volatile Snapshot _current = Snapshot.Empty;
    private volatile LoadFailure? _lastFailure;
    private SiteContent? _content;

    /// <summary>Raised after a swap, with the snapshot that was replaced.</summary>
    public event Action<Snapshot>? Replaced;

    /// <summary>Raised when a load failed, or could not read a part.</summary>
    public event Action<LoadFailure>? Failed;

    /// <summary>Where the content comes from, for ops; <see langword="null"/> until a load has begun.</summary>
    public string? Source { get; set; }

    /// <summary>The last load, where it failed, or could not read a part; a load that succeeds forgets it.</summary>
    public LoadFailure? LastFailure => _lastFailure;

    /// <summary>
    /// The snapshot that is right now. Within a request take it from the request instead: there it does not change.
    /// </summary>
    public Snapshot Current
    {
        get
        {
            // Windows open and close at their exact instant: whoever asks first after it makes the next snapshot, the others wait for that.
            var current = _current;
            return current.ValidUntil == DateTimeOffset.MaxValue || clock.GetUtcNow() < current.ValidUntil ? current : Advance();
        }
    }

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
    public void Add(IReadOnlyList<Problem> problems)
    {
        lock (_publishing)
        {
            _content = _content! with { Problems = [.. _content.Problems, .. problems] };
            _current.Add(problems);
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
        lock (_publishing)
        {
            return Snapshot.Create(_content!.WithPublic(addresses), _parts, clock.GetUtcNow());
        }
    }

    private Snapshot Advance()
    {
        Snapshot previous, next;
        lock (_publishing)
        {
            var now = clock.GetUtcNow();
            if (now < _current.ValidUntil)
            {
                return _current;
            }

            next = Snapshot.Create(_content!, _parts, now);
            previous = _current;
            _current = next;
        }

        Replaced?.Invoke(previous);
        return next;
    }
}
