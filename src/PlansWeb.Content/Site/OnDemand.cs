namespace PlansWeb.Content.Site;

/// <summary>
/// A value made by whoever asks first, while the others wait. Thread-safe. Where making it throws, the next who asks has it tried again:
/// <see cref="Lazy{T}"/> with a lock would throw the same for ever, and without one it would make the value several times.
/// </summary>
/// <param name="make">Makes the value.</param>
internal sealed class OnDemand<T>(Func<T> make)
    where T : class
{
    private readonly Lock _lock = new();

    // Released once the value is there: it refers to all that the load knew.
    private Func<T>? _make = make;
    private volatile T? _value;

    /// <summary>A value that is there already.</summary>
    public OnDemand(T value)
        : this(() => value) => (_value, _make) = (value, null);

    /// <summary>The value is there: asking for it takes no time.</summary>
    public bool IsMade => _value is not null;

    /// <summary>The value, made now where that was not done.</summary>
    public T Value => _value ?? Make();

    private T Make()
    {
        lock (_lock)
        {
            _value ??= _make!();
            _make = null;
            return _value;
        }
    }
}
