using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;

namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// Loads the content while the site starts, and again whenever it changes. A folder that cannot be read leaves the site as it is: at start
/// without pages and not ready, later with what was good.
/// </summary>
internal sealed class ContentLoadingService(
    ContentLoader loader, PageStore store, IOptions<ContentOptions> options, IHostEnvironment environment, TimeProvider clock,
    LoadingMetrics metrics, LossGuard guard, ILogger<ContentLoadingService> logger) : BackgroundService
{
    /// <summary>How often the folder is looked at when notifications work: for what they miss.</summary>
    private static readonly TimeSpan s_lookInterval = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The rest between two such looks in times of what the last one took, where that is longer: a look at 100,000 pages takes a second, and an edit waits for it.
    /// </summary>
    private const int RestAfterLook = 10;

    /// <summary>The longest rest: a look may hang on a share that does not answer.</summary>
    private static readonly TimeSpan s_longestRest = TimeSpan.FromSeconds(30);

    /// <summary>How often it is looked at when there are none.</summary>
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often it is asked whether the path leads to another folder. A swapped link gives no notification, and replicas that share one content must
    /// take it within a second of each other.
    /// </summary>
    private static readonly TimeSpan s_placeInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>A save is one or a few notifications within a millisecond or two.</summary>
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(4);

    /// <summary>Between the files of a copy there may be so much.</summary>
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>A <c>git pull</c> of many files is gathered for so long at most: an old page is better than a blocked one.</summary>
    private static readonly TimeSpan s_longestGathering = TimeSpan.FromSeconds(2);

    private readonly string _root = Resolve(options.Value.Path, environment.ContentRootPath);
    private readonly ContentHints _hints = new();
    private TimeSpan _sinceLook;
    private TimeSpan _lookTook;
    private bool _hasWarned;
    private TimeSpan _untilThorough;
    private Task _thoroughLook = Task.CompletedTask;
    private CancellationTokenSource? _rendering;
    private int _collectionsLeft = 4;

    // The last load that was taken, and what of it is public: less, while a load that hides pages is kept back.
    private SiteContent? _taken;
    private SiteContent? _published;

    // An operator's signal, which comes from another thread, is meant for the content that waits at that moment.
    private volatile bool _isLossConfirmed;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request is answered: nobody meets an empty site.
        store.Source = _root;
        Load(isThorough: true);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await (_rendering?.CancelAsync() ?? Task.CompletedTask);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _hints.Dispose();
        _rendering?.Dispose();

        // A host may dispose of a service before it stops it.
        _rendering = null;
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (options.Value.Watch == ContentWatchMode.Off)
        {
            return;
        }

        using var signal = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            _isLossConfirmed = guard.Waiting is not null;
            _hints.Give();
        });
        string? place = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var before = place;
                place = Place();
                if (place != before)
                {
                    Watch(place);
                    if (before is not null)
                    {
                        _hints.Give();
                    }
                }

                await LookAsync(place, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, edits must go on being seen.
                Fail($"unexpected fault ({exception.GetType().Name})", exception);
                await Task.Delay(s_pollInterval, clock, stoppingToken);
            }
        }
    }

    private async Task LookAsync(string place, CancellationToken stop)
    {
        if (await _hints.WaitAsync(s_placeInterval, clock, stop))
        {
            await GatherAsync(stop);

            // Where it is not known what changed, times and sizes do not tell: programs can keep both.
            var changed = _hints.TakePaths();
            Load(isThorough: changed is null, changed);
            return;
        }

        var interval = _hints.IsBroken ? s_pollInterval : TimeSpan.FromTicks(Math.Clamp((_lookTook * RestAfterLook).Ticks, s_lookInterval.Ticks, s_longestRest.Ticks));
        if ((_sinceLook += s_placeInterval) < interval)
        {
            return;
        }

        _sinceLook = TimeSpan.Zero;
        var start = clock.GetTimestamp();
        if (!Load(isThorough: false))
        {
            _lookTook = clock.GetElapsedTime(start);
        }

        if (_hints.IsBroken)
        {
            Watch(place);
        }

        GiveBackMemory();
        if (_thoroughLook.IsCompleted && (_untilThorough -= interval) <= TimeSpan.Zero)
        {
            _thoroughLook = Task.Run(() => LookThoroughly(stop), CancellationToken.None);
        }
    }

    /// <summary>
    /// A relative path means the content root's, as everywhere in ASP.NET Core; where nothing stands there,
    /// the working directory's, which is what a person at a terminal means.
    /// </summary>
    internal static string Resolve(string path, string contentRoot)
    {
        var below = Path.GetFullPath(path, contentRoot);
        return Directory.Exists(below) || !Directory.Exists(path) ? below : Path.GetFullPath(path);
    }

    // Where the folder is now, its symbolic links followed.
    private string Place()
    {
        try
        {
            return RealPath.Of(_root) ?? _root;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Loading says so too, with the reason.
            return _root;
        }
    }

    private void Watch(string root)
    {
        if (options.Value.Watch != ContentWatchMode.Auto)
        {
            return;
        }

        try
        {
            _hints.Watch(root);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            if (!_hasWarned)
            {
                LogMessages.NoNotifications(logger, root, exception);
            }

            _hasWarned = true;
            return;
        }

        _hasWarned = false;
    }

    // One save must be live at once; many must not be a reload each. The longer it goes on, the longer the silence that ends it.
    private async Task GatherAsync(CancellationToken stop)
    {
        var start = clock.GetTimestamp();
        var pause = s_shortestPause;
        while (await _hints.WaitAsync(pause, clock, stop) && clock.GetElapsedTime(start) is var passed && passed < s_longestGathering)
        {
            var half = passed / 2;
            pause = half < s_shortestPause ? s_shortestPause : half > s_longestPause ? s_longestPause : half;
        }
    }

    // Times and sizes tell nearly every change; bytes tell all. Reading them all may cost two hundredths of a processor, no more. Beside the loop,
    // which sees edits meanwhile: what is found is given to it as a hint.
    private void LookThoroughly(CancellationToken stop)
    {
        var start = clock.GetTimestamp();
        try
        {
            foreach (var path in loader.FindUnseenChanges(stop))
            {
                _hints.Give(path);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Fail($"unexpected fault ({exception.GetType().Name})", exception);
        }

        _untilThorough = clock.GetElapsedTime(start) * 50;
    }

    // Reading and rendering all pages at once, and then reading their words for the search, takes several times what they hold. The first quiet moments
    // after that give it back, beside the readers: a blocking collection would hold all of them up. The memory that a collection in the background
    // frees goes back to the system some collections later, so there are several.
    private void GiveBackMemory()
    {
        if (_collectionsLeft > 0 && store.Current.Rendering.IsCompleted)
        {
            _collectionsLeft--;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }

    // Whether there was something new.
    private bool Load(bool isThorough, IReadOnlyCollection<string>? changed = null)
    {
        var start = clock.GetTimestamp();
        try
        {
            var content = loader.LoadChanges(_root, isThorough, changed, mayRenderLater: !environment.IsDevelopment());
            if (isThorough)
            {
                _untilThorough = clock.GetElapsedTime(start) * 50;
            }

            var isConfirmed = content is null && _isLossConfirmed;
            _isLossConfirmed = false;
            content ??= isConfirmed ? guard.Waiting : null;
            if (content is null)
            {
                return false;
            }

            if (content.Pages.Count == 0 && store.Current.Pages.Count > 0)
            {
                // An empty folder where there were pages is a mount that failed, or a copy that has just begun.
                loader.Forget();
                Fail("the folder has no page any more", null);
                return true;
            }

            // Editors at work see what they do at once.
            if (!isConfirmed && !environment.IsDevelopment() && guard.Refusal(content, store.Current) is { } refusal)
            {
                Fail(refusal, null);
                Hide(content, refusal);
                return true;
            }

            var before = store.Current.Problems;
            var failedBefore = store.LastFailure?.Reason;
            var snapshot = store.Publish(content);
            _taken = _published = content;
            guard.Taken(snapshot);
            RenderRest(content);
            metrics.Loaded(clock.GetElapsedTime(start));
            LogMessages.ContentLoaded(logger, _root, snapshot.Pages.Count, snapshot.Problems.Count, snapshot.Version,
                clock.GetElapsedTime(start).TotalMilliseconds);
            if (content.Failure is { } failure && failure != failedBefore)
            {
                metrics.Failed();
                LogMessages.LoadFailed(logger, _root, failure, snapshot.Pages.Count, null);
            }

            Report(ReferenceEquals(snapshot.Problems, before) ? [] : snapshot.Problems.Except(before));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            loader.Forget();
            Fail($"the folder cannot be read ({exception.GetType().Name})", exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The loop must go on: the next change may be the mend.
            loader.Forget();
            Fail($"unexpected fault ({exception.GetType().Name})", exception);
        }

        return true;
    }

    // Of a load that is kept back, what it hides counts at once. Where the next one hides it no more, it is public again.
    private void Hide(SiteContent waiting, string refusal)
    {
        if (_taken?.HiddenAsIn(waiting, clock.GetUtcNow()) is { } content && content.Version != _published?.Version)
        {
            store.Publish(content with { Failure = refusal });
            _published = content;
        }
    }

    // A large site is public before its pages are rendered. Beside the loop, which sees edits meanwhile; a newer content takes over what is left.
    private void RenderRest(SiteContent content)
    {
        _rendering?.Cancel();
        if (!content.IsRenderedLater || !options.Value.IsRenderedAhead)
        {
            return;
        }

        var rendering = _rendering = new CancellationTokenSource();
        _ = Task.Run(() => RenderRest(content, rendering.Token), CancellationToken.None);
    }

    private void RenderRest(SiteContent content, CancellationToken stop)
    {
        try
        {
            var problems = content.Render(stop);
            if (problems.Count > 0 && store.Add(content, problems))
            {
                Report(problems);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Fail($"unexpected fault ({exception.GetType().Name})", exception);
        }
        catch (OperationCanceledException)
        {
            // A newer content has what is left, or the site ends.
        }
    }

    private void Report(IEnumerable<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            LogMessages.Diagnostic(logger, problem.Location, problem.Message, problem.Advice, problem.Rule.Id);
        }
    }

    private void Fail(string reason, Exception? exception)
    {
        // Once for a fault that lasts, not every second.
        if (store.LastFailure?.Reason != reason)
        {
            metrics.Failed();
            LogMessages.LoadFailed(logger, _root, reason, store.Current.Pages.Count, exception);
        }

        store.ReportFailure(reason);
    }
}
