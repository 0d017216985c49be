using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site.Loading;

/// <summary>The pages of a large site that are public before they are rendered; readers who ask for one do not wait for the others.</summary>
/// <param name="pages">The pages; what somebody asked for is rendered already.</param>
internal sealed class PendingRendering(IReadOnlyList<RenderedPage> pages)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with <see cref="Run"/>, however that ends.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Renders them, in parallel.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The problems that came up.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<Problem> Run(CancellationToken stop)
    {
        try
        {
            var parallelism = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
            Parallel.ForEach(pages, parallelism, static page => _ = page.Rendering);
        }
        finally
        {
            _ended.TrySetResult();
        }

        return [.. pages.SelectMany(static page => page.Rendering.Problems)];
    }
}
