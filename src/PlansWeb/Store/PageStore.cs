namespace PlansWeb.Store;

/// <summary>
/// Holds the current snapshot. The swap is one reference: a reader has the old site or the new one, never a mixture.
/// </summary>
/// <param name="parts">What the other rooms derive from the pages.</param>
internal sealed class PageStore(IEnumerable<ISnapshotPart> parts)
{
    private readonly ISnapshotPart[] _parts = [.. parts];
    private volatile Snapshot _current = Snapshot.Empty;

    /// <summary>Raised after a swap, with the snapshot that was replaced.</summary>
    public event Action<Snapshot>? Replaced;

    /// <summary>The current snapshot. Within a request take it from the request instead: there it does not change.</summary>
    public Snapshot Current => _current;

    /// <summary>Makes a load public.</summary>
    /// <returns>The snapshot that is now current.</returns>
    public Snapshot Publish(Content content)
    {
        var next = Snapshot.Create(content, _parts);
        var previous = _current;
        _current = next;
        Replaced?.Invoke(previous);
        return next;
    }
}
