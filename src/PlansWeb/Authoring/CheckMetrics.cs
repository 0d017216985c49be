using System.Diagnostics.Metrics;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Authoring;

/// <summary>What the whole check of the content tells to whoever watches the site.</summary>
internal sealed class CheckMetrics
{
    private readonly Histogram<double> _duration;
    private volatile IReadOnlyDictionary<DiagnosticRule, int> _figures = new Dictionary<DiagnosticRule, int>();

    /// <summary>Makes the instruments.</summary>
    public CheckMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("PlansWeb");
        meter.CreateObservableGauge("plansweb.content.check.problems", Problems, "{problem}", "What the last whole check found, by rule and severity.");
        _duration = meter.CreateHistogram(
            "plansweb.content.check.duration", "s", "How long the whole check takes, in the background.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 300] });
    }

    /// <summary>A check has ended.</summary>
    /// <param name="figures">How many problems each rule has.</param>
    /// <param name="time">How long it took.</param>
    public void Checked(IReadOnlyList<(DiagnosticRule Rule, int Count)> figures, TimeSpan time)
    {
        // A rule that was broken once stays, at 0: a series that goes away is not one that fell. There are as many as rules, no more.
        var next = _figures.ToDictionary(static figure => figure.Key, static _ => 0);
        foreach (var (rule, count) in figures)
        {
            next[rule] = count;
        }

        _figures = next;
        _duration.Record(time.TotalSeconds);
    }

    private IEnumerable<Measurement<int>> Problems() => _figures.Select(static figure => new Measurement<int>(
        figure.Value,
        new KeyValuePair<string, object?>("rule", figure.Key.Id),
        new KeyValuePair<string, object?>("severity", figure.Key.IsError ? "error" : "warning")));
}
