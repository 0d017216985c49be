using System.Buffers.Binary;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using PlansWeb.Content.Site;

namespace PlansWeb.Hosting;

/// <summary>What the content tells to whoever watches it.</summary>
internal sealed class ContentMetrics
{
    private static readonly KeyValuePair<string, object?> s_error = new("severity", "error");
    private static readonly KeyValuePair<string, object?> s_warning = new("severity", "warning");

    /// <summary>Makes the instruments; they are read when somebody asks, and cost nothing otherwise.</summary>
    public ContentMetrics(IMeterFactory meters, PageStore store)
    {
        var meter = meters.Create("PlansWeb");
        meter.CreateObservableGauge("plansweb.content.pages", () => store.Current.Pages.Count, "{page}", "Pages that are public now.");
        meter.CreateObservableGauge(
            "plansweb.content.version", () => Number(store.Current.Version), null,
            "The content's version as a number: equal on replicas that serve the same content; 0 before the first load.");
        meter.CreateObservableGauge(
            "plansweb.content.loaded.timestamp", () => store.Current.IsLoaded ? store.Current.LoadedAt.ToUnixTimeMilliseconds() / 1000.0 : 0, "s", "When the content was last loaded, in seconds since 1970.");
        meter.CreateObservableGauge(
            "plansweb.content.stale", () => store.LastFailure is null ? 0 : 1, null, "1 while the last load has failed and the content before it is served.");
        meter.CreateObservableGauge("plansweb.content.problems", () => Problems(store.Current), "{problem}", "What editors should mend.");
    }

    // A label for the version would make a new series at each change of the content, for ever. 48 bits are exact in a double.
    internal static long Number(string version)
    {
        if (version.Length == 0)
        {
            return 0;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(version));
        return BinaryPrimitives.ReadInt64BigEndian(hash) & 0xFFFF_FFFF_FFFF;
    }

    private static Measurement<int>[] Problems(Snapshot snapshot)
    {
        var errors = snapshot.Problems.Count(static problem => problem.Rule.IsError);
        return [new(errors, s_error), new(snapshot.Problems.Count - errors, s_warning)];
    }
}
