using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Filters;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// The filters for dates. A day is the day in Paris: the old site formats in that zone (its .eleventy.js, 2022), and the date of a page is midnight UTC.
/// </summary>
internal static partial class DateFilters
{
    private const int LongestFormat = 100;

    /// <summary><c>readableDate</c>: 01/04/2022, or a Luxon format given as argument. What is no date is shown as it is.</summary>
    public static ValueTask<FluidValue> Readable(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        TryRead(input, context, out var date) ? new StringValue(Readable(date, arguments.At(0).ToStringValue(), ((LiquidRun)context).Page.Lang)) : input;

    /// <summary><c>htmlDateString</c>: 2022-04-01, for the <c>datetime</c> attribute.</summary>
    public static ValueTask<FluidValue> Html(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        TryRead(input, context, out var date) ? new StringValue(French.IsoDate(date)) : input;

    /// <summary>
    /// Liquid's <c>date</c>. Days and months are named in the language of the page; where bodies are Eleventy's, in English and in UTC: liquidjs takes the
    /// language and the zone of the machine, which are these on those that publish sites.
    /// </summary>
    public static ValueTask<FluidValue> Strftime(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (!TryRead(input, context, out var date))
        {
            return input;
        }

        var (run, format) = ((LiquidRun)context, arguments.At(0).ToStringValue());
        if (format.Length == 0)
        {
            return new DateValue(date);
        }

        if (format.Length > LongestFormat || Width().IsMatch(format))
        {
            throw new FormatException("A width would be padded, however large.");
        }

        // Only to write: whatever the language, 03/04 is read as one day.
        context.CultureInfo = CultureOf(run.IsExact ? "en-US" : run.Page.Lang);
        try
        {
            return MiscFilters.Date(new DateTimeValue(run.IsExact ? date.ToUniversalTime() : date), arguments, context);
        }
        finally
        {
            context.CultureInfo = CultureInfo.InvariantCulture;
        }
    }

    /// <summary>A moment as <c>readableDate</c> shows it; <paramref name="format"/> is Luxon's.</summary>
    public static string Readable(DateTimeOffset date, string? format, string lang)
    {
        var day = French.InParis(date);
        return format is not { Length: > 0 and <= LongestFormat }
            ? day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)
            : day.ToString(FromLuxon(format), CultureOf(lang));
    }

    private static bool TryRead(FluidValue input, TemplateContext context, out DateTimeOffset date)
    {
        date = default;
        if (input.IsNil() || input.ToStringValue().Length > LongestFormat || !input.TryGetDateTimeInput(context, out date))
        {
            return false;
        }

        date = French.InParis(date);
        return true;
    }

    private static CultureInfo CultureOf(string lang)
    {
        try
        {
            return CultureInfo.GetCultureInfo(lang, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("fr-FR");
        }
    }

    // Luxon and .NET share their letters, but for months and names of days; a letter alone means something else to .NET.
    private static string FromLuxon(string format)
    {
        var net = new StringBuilder();
        var isQuoted = false;
        foreach (var c in format)
        {
            isQuoted ^= c == '\'';
            net.Append(isQuoted ? c : c switch { 'L' => 'M', 'E' or 'c' => 'd', _ => c });
        }

        return net.Length == 1 ? "%" + net : net.ToString();
    }

    [GeneratedRegex(@"%[^\p{L}%]{4}")]
    private static partial Regex Width();
}

/// <summary>
/// A date. Printed without a filter it reads <c>2022-04-01</c>, or <c>2022-04-01T10:30:00Z</c> when it has a time. liquidjs prints a JavaScript date,
/// « Fri Apr 01 2022 02:00:00 GMT+0200 », which no page shows: here too a filter makes the date readable.
/// </summary>
internal sealed class DateValue(DateTimeOffset date) : ObjectValueBase(date)
{
    /// <inheritdoc/>
    public override FluidValues Type => FluidValues.DateTime;

    /// <inheritdoc/>
    public override decimal ToNumberValue() => date.UtcTicks;

    /// <inheritdoc/>
    public override string ToStringValue() =>
        date.UtcDateTime.ToString(date.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
