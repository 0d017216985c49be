using PlansWeb.Store;

namespace PlansWeb.Search;

/// <summary>
/// Reads the words of a new snapshot after it was published, so that the first search need not wait. One thread: the others serve pages.
/// </summary>
internal sealed class SearchWarmUp(PageStore store) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Replaced += OnReplaced;
        Prepare();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Replaced -= OnReplaced;
        return Task.CompletedTask;
    }

    private void OnReplaced(Snapshot previous) => Prepare();

    // Not awaited: a failure shows where it matters, to who searches.
    private void Prepare()
    {
        if (store.Current is { IsLoaded: true } snapshot)
        {
            _ = snapshot.Part<SearchIndex>().Prepare();
        }
    }
}
