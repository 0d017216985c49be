namespace PlansWeb.Dsfr.Charts;

/// <summary>What a chart shows, in one computed sentence: its caption.</summary>
public static class ChartSentence
{
    /// <summary>The greatest and the least of the values that are known, and how many are not.</summary>
    public static string Of(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var values = chart.Series.SelectMany(series => series.Values.Select((value, label) => (Value: value, Label: chart.Labels[label], Series: series.Name))).ToArray();
        var known = values.Where(static value => value.Value is not null).ToArray();
        if (known.Length == 0)
        {
            return "";
        }

        var (most, least) = (known.MaxBy(static value => value.Value), known.MinBy(static value => value.Value));
        return ChartTexts.ChartCaption(Name(most.Label, most.Series), Quantity.WithUnit(most.Value!.Value, chart.Unit), Name(least.Label, least.Series), Quantity.WithUnit(least.Value!.Value, chart.Unit),
            known.Length == 1, values.Length - known.Length);
    }

    /// <summary>The same as the name of the figure: with plain spaces, as tools compare names with captions (RGAA 1.9).</summary>
    public static string NameOf(Chart chart) => Of(chart).Replace('\u00A0', ' ');

    private static string Name(string label, string series) => series.Length > 0 ? $"{label}, {series}" : label;
}
