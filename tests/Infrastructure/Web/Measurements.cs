using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Listens to the metrics of one site.</summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _sums = new();
    private readonly ConcurrentDictionary<string, double> _last = new();

    /// <summary>Listens from now on.</summary>
    public Measurements(Site site)
    {
        var scope = site.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == scope && instrument.Meter.Name == "PlansWeb")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What a counter with these values of its labels has counted.</summary>
    public double Sum(string name, params string[] labels)
    {
        _listener.RecordObservableInstruments();
        return _sums.GetValueOrDefault(Key(name, labels));
    }

    /// <summary>What a gauge shows now.</summary>
    public double Now(string name, params string[] labels)
    {
        _listener.RecordObservableInstruments();
        return _last.GetValueOrDefault(Key(name, labels), double.NaN);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static string Key(string name, IEnumerable<string> labels) => string.Join('|', labels.Prepend(name));

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var tag in tags)
        {
            labels.Add(tag.Value?.ToString() ?? "");
        }

        var key = Key(instrument.Name, labels);

        // An observable counter says the whole each time.
        _sums.AddOrUpdate(key, value, (_, sum) => instrument.IsObservable ? value : sum + value);
        _last[key] = value;
    }
}
