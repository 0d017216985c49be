using System.Globalization;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Plans;

/// <summary>A date as precise as its source: a day, a month or a year.</summary>
/// <param name="Year">The year, 1990 to 2100.</param>
/// <param name="Month">The month, from 1; 0 where only the year is known.</param>
/// <param name="Day">The day, from 1; 0 where it is not known.</param>
internal readonly partial record struct RegisterDate(int Year, int Month, int Day) : IComparable<RegisterDate>
{
    private const int First = 1990;
    private const int Last = 2100;

    /// <summary>The first day that it may mean.</summary>
    public DateTimeOffset Start => new(Year, Math.Max(Month, 1), Math.Max(Day, 1), 0, 0, 0, TimeSpan.Zero);

    /// <summary>A day is known.</summary>
    public bool IsDay => Day > 0;

    // One number instead of three comparisons: the news of a register are tens of thousands of dates to put in order.
    private int Rank => (((Year * 16) + Month) * 32) + Day;

    /// <summary>The date for machines (ISO 8601): 2025-03-20, 2025-03 or 2025.</summary>
    public string Iso => Start.ToString(IsDay ? "yyyy-MM-dd" : Month > 0 ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant, as its own offset has it.</summary>
    public static RegisterDate Of(DateTimeOffset instant) => new(instant.Year, instant.Month, instant.Day);

    /// <summary>Reads <c>2025-03-20</c>, <c>20/03/2025</c>, <c>2025-03</c>, <c>03/2025</c>, <c>2025</c>; a time of midnight after a day is left out.</summary>
    public static RegisterDate? Parse(string text)
    {
        if (Form().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var date = new RegisterDate(Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return date.Year is >= First and <= Last && (!match.Groups["month"].Success || date.Month is >= 1 and <= 12)
            && (!match.Groups["day"].Success || (date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year, date.Month))) ? date : null;
    }

    /// <inheritdoc/>
    public int CompareTo(RegisterDate other) => Rank.CompareTo(other.Rank);

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})(?:-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?|(?:(?<day>[0-9]{1,2})/)?(?<month>[0-9]{1,2})/(?<year>[0-9]{4}))(?:[ T]00:00(?::00)?)?$")]
    private static partial Regex Form();
}
