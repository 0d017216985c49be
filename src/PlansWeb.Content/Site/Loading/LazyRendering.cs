namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// The rendering of a page, made by whoever asks first while the others wait. Thread-safe. Where it throws, the next who asks has it tried again:
/// <see cref="Lazy{T}"/> would throw the same for as long as the page's file stays as it is.
/// </summary>
/// <param name="render">Renders the page.</param>
internal sealed class LazyRendering(Func<PageRendering> render)
{
    private readonly Lock _lock = new();

    // Let go once it is done: through it the page would hold on to all that its load knew.
    private Func<PageRendering>? _render = render;
    private volatile PageRendering? _value;

    /// <summary>It was made: asking for it takes no time.</summary>
    public bool IsMade => _value is not null;

    /// <summary>The rendering, made now where that was not done.</summary>
    public PageRendering Value => _value ?? Make();

    private PageRendering Make()
    {
        lock (_lock)
        {
            _value ??= _render!();
            _render = null;
            return _value;
        }
    }
}
