using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>
/// Reads the words of a new snapshot after it was published, so that the first search need not wait. One thread: the others serve pages.
/// At the start, and while editors save one change after another, nothing is read: it would take the processor from the pages that are waited
/// for, and from all of a load that is replaced at once.
/// </summary>
internal sealed class SearchWarmUp(PageStore store, TimeProvider clock) : IHostedService
{
    /// <summary>A snapshot that lasts so long is worth it. Who searches before it waits for the words.</summary>
    private static readonly TimeSpan s_calm = TimeSpan.FromSeconds(2);

    private volatile bool _isStopped;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Replaced += OnReplaced;
        Prepare(store.Current);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Replaced -= OnReplaced;
        _isStopped = true;
        return Task.CompletedTask;
    }

    private async void OnReplaced(Snapshot previous)
    {
        // Nothing here can throw, as nothing may escape from an async void.
        var snapshot = store.Current;
        await Task.Delay(s_calm, clock);

        // The words stand in rendered pages; whoever searches a large site before has them rendered.
        await snapshot.Rendering;

        if (!_isStopped && store.Current == snapshot)
        {
            Prepare(snapshot);
        }
    }

    // Not awaited: a failure shows where it matters, to who searches.
    private static void Prepare(Snapshot snapshot)
    {
        if (snapshot.IsLoaded)
        {
            _ = PrepareAll(snapshot);
        }
    }

    // What error pages propose comes from another index, smaller; the first unknown address need not wait for it either.
    private static async Task PrepareAll(Snapshot snapshot)
    {
        await snapshot.Part<SearchIndex>().Prepare();
        snapshot.Part<NearestPages>().Prepare();
    }
}
