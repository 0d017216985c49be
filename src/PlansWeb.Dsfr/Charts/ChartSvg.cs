using System.Globalization;
using System.Net;
using System.Text;

namespace PlansWeb.Dsfr.Charts;

/// <summary>
/// Draws charts as SVG: no script, no style, presentation attributes alone. Lengths are percentages and heights multiples of the text's size, so that a
/// chart is as wide as its place and its words as large as the reader's. Everything has the colour of the text, light, dark, forced or printed; series
/// differ by how they are filled: full, hollow, half, dashed.
/// </summary>
public static class ChartSvg
{
    // Of the width, in per cent; the rest is for the value beside the longest bar, also on the narrowest screen.
    private const decimal LongestBar = 70;
    private const decimal LineHeight = 1.5m;
    private const decimal StepsHeight = 9;

    // What fits on a line of the narrowest screen, 288 pixels inside a window of 320, whatever the typeface, and also where the reader spaces letters and
    // words wider (RGAA 10.12).
    private const int NarrowestLine = 26;

    private static readonly string[] s_fills =
    [
        "fill=\"currentColor\" stroke=\"currentColor\"",
        "fill=\"none\" stroke=\"currentColor\"",
        "fill=\"currentColor\" fill-opacity=\".4\" stroke=\"currentColor\"",
        "fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"4 3\"",
    ];

    /// <summary>The drawing; empty where the chart cannot be drawn.</summary>
    public static string Draw(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (!chart.CanBeDrawn)
        {
            return "";
        }

        var body = new StringBuilder();
        var height = Legend(body, chart);
        height = chart.Kind switch
        {
            ChartKind.Bars => Bars(body, chart, height),
            ChartKind.StackedBars => Stacked(body, chart, height),
            _ => Steps(body, chart, height),
        };
        return $"<svg class=\"site-chart\" width=\"100%\" height=\"{Em(height)}\" font-size=\".875rem\" overflow=\"visible\" aria-hidden=\"true\" focusable=\"false\">{body}</svg>";
    }

    private static decimal Legend(StringBuilder body, Chart chart)
    {
        if (chart.Series.Count < 2)
        {
            return 0;
        }

        var y = 0m;
        for (var i = 0; i < chart.Series.Count; i++, y += LineHeight)
        {
            body.Append(CultureInfo.InvariantCulture, $"<rect x=\"1\" y=\"{Em(y + .3m)}\" width=\"1em\" height=\".9em\" {s_fills[i]}/>");
            Text(body, "1.5em", y + 1.1m, chart.Series[i].Name);
        }

        return y + .5m;
    }

    private static decimal Bars(StringBuilder body, Chart chart, decimal y)
    {
        var most = chart.Series.SelectMany(static series => series.Values).Max() ?? 1;

        // A character of a value takes up to 3.5 % of the narrowest line.
        var longest = chart.Series.SelectMany(static series => series.Values).Where(static value => value > 0)
            .Min(value => Math.Min(LongestBar, (96 - (3.5m * Value(value).Length)) * most / value!.Value));
        for (var label = 0; label < chart.Labels.Count; label++)
        {
            y = Label(body, y, chart.Labels[label]);
            for (var i = 0; i < chart.Series.Count; i++)
            {
                var value = chart.Series[i].Values[label];
                var width = (value ?? 0) / most * Math.Max(10, longest);
                if (value > 0)
                {
                    body.Append(CultureInfo.InvariantCulture, $"<rect y=\"{Em(y + .1m)}\" width=\"{Percent(width)}\" height=\"1.1em\" {s_fills[i]}/>");
                }

                Text(body, Percent(width), y + 1, Value(value), " dx=\".4em\"");
                y += LineHeight;
            }

            y += .25m;
        }

        return y;
    }

    private static decimal Stacked(StringBuilder body, Chart chart, decimal y)
    {
        var sums = chart.Labels.Select((_, label) => chart.Series.Sum(series => series.Values[label] ?? 0)).ToArray();
        var most = sums.Max();
        for (var label = 0; label < chart.Labels.Count; label++)
        {
            y = Label(body, y, $"{chart.Labels[label]}{ChartTexts.Colon}{string.Join(" + ", chart.Series.Select(series => Value(series.Values[label])))}");
            var x = 0m;
            for (var i = 0; i < chart.Series.Count; i++)
            {
                if (chart.Series[i].Values[label] is > 0 and var value)
                {
                    var width = value / most * LongestBar;
                    body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Percent(x)}\" y=\"{Em(y + .1m)}\" width=\"{Percent(width)}\" height=\"1.1em\" {s_fills[i]}/>");
                    x += width;
                }
            }

            Text(body, Percent(x), y + 1, sums[label] > 0 ? Value(sums[label]) : ChartTexts.NotPublished, " dx=\".4em\"");
            y += LineHeight + .25m;
        }

        return y;
    }

    private static decimal Steps(StringBuilder body, Chart chart, decimal y)
    {
        var most = Math.Max(chart.Series.SelectMany(static series => series.Values).Max() ?? 1, chart.Target ?? 0);
        var step = 100m / chart.Labels.Count;
        var bottom = y + LineHeight + StepsHeight;
        var (everyLabel, everyValue) = (Every(chart.Labels), Every([.. chart.Series.SelectMany(static series => series.Values).Select(Value)], chart.Labels.Count));
        for (var i = 0; i < chart.Series.Count; i++)
        {
            decimal? before = null;
            for (var label = 0; label < chart.Labels.Count; label++)
            {
                var (left, right) = (label * step, (label + 1) * step);
                if (chart.Series[i].Values[label] is { } value)
                {
                    var level = bottom - (value / most * StepsHeight);
                    Line(body, left, level, right, level, i == 0 ? "" : " stroke-dasharray=\"4 3\"");
                    if (before is { } last)
                    {
                        Line(body, left, last, left, level, i == 0 ? "" : " stroke-dasharray=\"4 3\"");
                    }

                    if (label % everyValue == 0)
                    {
                        Text(body, Percent(left), level - .3m, Value(value), " dx=\".3em\"");
                    }

                    before = level;
                }
                else
                {
                    before = null;
                }
            }
        }

        for (var label = 0; label < chart.Labels.Count; label += everyLabel)
        {
            Text(body, Percent(label * step), bottom + 1.2m, chart.Labels[label], " dx=\".3em\"");
        }

        if (chart.Target is { } target)
        {
            var level = bottom - (target / most * StepsHeight);
            Line(body, 0, level, 100, level, " stroke-dasharray=\"1 4\"");
            Text(body, "100%", level + 1.1m, ChartTexts.TargetOf(Value(target)), " text-anchor=\"end\"");
        }

        Line(body, 0, bottom, 100, bottom, "");
        return bottom + LineHeight;
    }

    // Words do not wrap in a drawing: a label takes as many lines as the narrowest screen needs.
    private static decimal Label(StringBuilder body, decimal y, string label)
    {
        var line = "";
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length >= NarrowestLine)
            {
                Text(body, "0", y + 1.1m, line);
                (line, y) = ("", y + LineHeight);
            }

            line += line.Length == 0 ? word : " " + word;
        }

        Text(body, "0", y + 1.1m, line);
        return y + LineHeight;
    }

    // Along a line there is room for so many texts: of the others, the table tells.
    private static int Every(IReadOnlyList<string> texts, int? places = null) =>
        Math.Max(1, (int)Math.Ceiling((places ?? texts.Count) * (texts.Max(static text => text.Length) + 1m) / NarrowestLine));

    private static void Line(StringBuilder body, decimal x1, decimal y1, decimal x2, decimal y2, string more) => body.Append(CultureInfo.InvariantCulture,
        $"<line x1=\"{Percent(x1)}\" y1=\"{Em(y1)}\" x2=\"{Percent(x2)}\" y2=\"{Em(y2)}\" stroke=\"currentColor\" stroke-width=\"2\"{more}/>");

    private static void Text(StringBuilder body, string x, decimal y, string text, string more = "") =>
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{Em(y)}\" fill=\"currentColor\"{more}>{WebUtility.HtmlEncode(text)}</text>");

    private static string Value(decimal? value) => value is { } number ? Quantity.Of(number) : ChartTexts.NotPublished;

    private static string Em(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "em";

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
