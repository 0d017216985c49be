using System.Globalization;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Authoring;

/// <summary>
/// Checks each new snapshot once, in the background, so that neither a change nor a page has to wait for it. While one is checked more may
/// come: only the one that is current then is checked next. Where readers are served, a check begins when the content has been left alone for a
/// moment and is rendered, takes one processor, and is followed by a rest: together less than a tenth of that processor.
/// </summary>
internal sealed class Reviewer(
    PageStore store, SiteChecker checker, IOptions<ContentOptions> options, IHostEnvironment environment, CheckMetrics metrics, TimeProvider clock, ILogger<Reviewer> logger)
    : BackgroundService
{
    /// <summary>From a change to its check, where readers are served: edits come in series, and the pages that readers wait for come first.</summary>
    internal static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);

    // Rest after a check, in times of what it took.
    private const int Rest = 9;

    private readonly Lock _changing = new();
    private TaskCompletionSource _changed = NewChange();
    private volatile Review _last = new(Snapshot.Empty, [], default);

    /// <summary>
    /// Names what editors can see now: the content, whether it was checked, and the failure of the last load. Pages that show another
    /// state are to be shown again.
    /// </summary>
    public string State
    {
        get
        {
            var current = store.Current;

            // One line, whatever the reason. Not its instant: a folder that is looked at every few seconds fails each time, and nothing new is to be seen.
            return $"{current.Version}.{(_last.Snapshot == current ? "v" : "-")}.{store.LastFailure?.Reason.ReplaceLineEndings(" ") ?? "-"}";
        }
    }

    /// <summary>The last review, of the current snapshot or of one before it.</summary>
    public Review Last => _last;

    /// <summary>Ends when <see cref="State"/> may have changed. To miss no change, take this first and look at the state then.</summary>
    public Task Changed
    {
        get
        {
            lock (_changing)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>The review of the current snapshot.</summary>
    /// <param name="patience">How long to wait for it.</param>
    /// <param name="stop">Ends the wait too.</param>
    /// <returns><see langword="null"/> where it is not there in time.</returns>
    public async Task<Review?> Current(TimeSpan patience, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        while (true)
        {
            var changed = Changed;
            var last = _last;
            if (last.Snapshot == store.Current)
            {
                return last;
            }

            try
            {
                await changed.WaitAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        store.Replaced += OnReplaced;
        store.Failed += OnFailed;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        store.Replaced -= OnReplaced;
        store.Failed -= OnFailed;
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var root = ContentLoadingService.Resolve(options.Value.Path, environment.ContentRootPath);
        var isServed = !environment.IsDevelopment();
        while (!stoppingToken.IsCancellationRequested && (options.Value.Check || !isServed))
        {
            var changed = Changed;
            var snapshot = store.Current;
            if (snapshot.IsLoaded && _last.Snapshot != snapshot)
            {
                if (isServed)
                {
                    await Task.Delay(Calm, clock, stoppingToken);
                    snapshot = store.Current;
                    await snapshot.Rendering.WaitAsync(stoppingToken);
                }

                var begin = clock.GetTimestamp();
                var review = await Task.Run(() => new Review(snapshot, Check(snapshot, root, isServed ? 1 : null, stoppingToken), clock.GetUtcNow()), stoppingToken);
                var time = clock.GetElapsedTime(begin);
                Tell(review, time);
                _last = review;
                Signal();
                if (isServed)
                {
                    await Task.Delay(time * Rest, clock, stoppingToken);
                }
            }
            else
            {
                await changed.WaitAsync(stoppingToken);
            }
        }
    }

    // The folder changes while it is read: what the load itself found is always there.
    private IReadOnlyList<Diagnostic> Check(Snapshot snapshot, string root, int? processors, CancellationToken stop)
    {
        try
        {
            return checker.Check(snapshot, root, processors: processors, stop: stop);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            LogMessages.CheckFailed(logger, exception);
            return snapshot.Problems;
        }
    }

    // One line a change of the figures, not one a load.
    private void Tell(Review review, TimeSpan time)
    {
        var figures = review.Figures;
        metrics.Checked(figures, time);
        if (_last.Snapshot.IsLoaded && figures.SequenceEqual(_last.Figures))
        {
            return;
        }

        var errors = review.Errors;
        LogMessages.ContentChecked(
            logger, errors, review.Problems.Count - errors, string.Join(", ", figures.Select(static rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Rule.Id} {rule.Count}"))),
            review.Snapshot.Version, (long)time.TotalMilliseconds);
    }

    private void OnReplaced(Snapshot previous) => Signal();

    private void OnFailed(LoadFailure failure) => Signal();

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_changing)
        {
            changed = _changed;
            _changed = NewChange();
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
