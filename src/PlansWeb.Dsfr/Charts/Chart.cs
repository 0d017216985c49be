namespace PlansWeb.Dsfr.Charts;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>A bar for each value; the bars of several series one below the other.</summary>
    Bars,

    /// <summary>The series of a label one after the other in one bar.</summary>
    StackedBars,

    /// <summary>A level for each label, from left to right.</summary>
    Steps,
}

/// <summary>One measure of all labels.</summary>
/// <param name="Name">Its name; empty where there is only one.</param>
/// <param name="Values">A value for each label; <see langword="null"/> where it is not known, which is never drawn as 0.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>What a chart shows. Its table says the same: the drawing is hidden from assistive technology.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Unit">The unit of all values; empty for none.</param>
/// <param name="Labels">What is compared, in order.</param>
/// <param name="Series">The measures, one to four.</param>
public sealed record Chart(ChartKind Kind, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>The most labels that are drawn: more are a table to read.</summary>
    public const int MostLabels = 24;

    /// <summary>The most series that can be told apart.</summary>
    public const int MostSeries = 4;

    /// <summary>A value that is aimed at, in steps.</summary>
    public decimal? Target { get; init; }

    /// <summary>It can be drawn: labels and series are few, values are not negative and not all unknown.</summary>
    public bool CanBeDrawn => Labels.Count is > 0 and <= MostLabels && Series.Count is > 0 and <= MostSeries
        && Series.All(series => series.Values.Count == Labels.Count && series.Values.All(static value => value is null or >= 0))
        && Series.Any(static series => series.Values.Any(static value => value > 0));
}
