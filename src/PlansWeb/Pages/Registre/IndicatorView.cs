using PlansWeb.Content.Plans;
using PlansWeb.Dsfr.Charts;

namespace PlansWeb.Pages.Registre;

/// <summary>An indicator as a table: its categories down, its series across.</summary>
internal sealed class IndicatorView(Register register, Indicator indicator)
{
    private const string Total = "Total";

    /// <summary>What is known.</summary>
    public Register Register => register;

    /// <summary>The indicator.</summary>
    public Indicator Indicator => indicator;

    /// <summary>The series, in the order of the file; one without a name where there is only one measure.</summary>
    public IReadOnlyList<string> Series { get; } = [.. indicator.Rows.Select(static row => row.Series).Distinct()];

    /// <summary>The categories, in the order of the file.</summary>
    public IReadOnlyList<string> Categories { get; } = [.. indicator.Rows.Select(static row => row.Category).Distinct()];

    /// <summary>What readers should know of it.</summary>
    public IReadOnlyList<string> Notes { get; } = [.. indicator.Rows.Select(static row => row.Comment).Where(static comment => comment.Length > 0).Distinct()];

    /// <summary>The sources, one after the other.</summary>
    public IReadOnlyList<Source> Sources { get; } = [.. indicator.Rows.Select(static row => row.Source).Distinct()];

    /// <summary>The parts as a chart, without their sum.</summary>
    public Chart Chart
    {
        get
        {
            string[] parts = [.. Categories.Where(static category => category != Total)];
            return new Chart(ChartKind.Bars, indicator.Unit, parts, [.. Series.Select(series => new ChartSeries(series, [.. parts.Select(part => Value(part, series)?.Value)]))]);
        }
    }

    /// <summary>When it was measured.</summary>
    public RegisterDate? Date => indicator.Rows.Select(static row => row.Date).LastOrDefault(static date => date is not null);

    /// <summary>The value of a cell.</summary>
    public RegisterNumber? Value(string category, string series) => indicator.Rows.LastOrDefault(row => row.Category == category && row.Series == series)?.Value;
}
