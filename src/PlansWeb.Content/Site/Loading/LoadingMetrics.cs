using System.Diagnostics.Metrics;

namespace PlansWeb.Content.Site.Loading;

/// <summary>How long loads take, and how many fail.</summary>
internal sealed class LoadingMetrics
{
    private readonly Histogram<double> _duration;
    private long _failures;

    /// <summary>Makes the instruments.</summary>
    public LoadingMetrics(IMeterFactory meters, LossGuard guard)
    {
        var meter = meters.Create("PlansWeb");
        _duration = meter.CreateHistogram(
            "plansweb.content.load.duration", "s", "From the change that was seen to the content that is served.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

        // Read when somebody asks: so the series exists from the start, and Prometheus's increase() sees the first failure.
        meter.CreateObservableCounter("plansweb.content.load.failures", () => Volatile.Read(ref _failures), "{load}", "Loads that failed; the content before them stayed.");
        meter.CreateObservableGauge("plansweb.content.lost", () => guard.Lost, "{page}", "Pages that the content on disk would lose, where it is kept back for that; 0 otherwise.");
    }

    /// <summary>A load became public.</summary>
    public void Loaded(TimeSpan duration) => _duration.Record(duration.TotalSeconds);

    /// <summary>A load failed.</summary>
    public void Failed() => Interlocked.Increment(ref _failures);
}
