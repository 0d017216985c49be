using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// A date. Printed without a filter it reads <c>2022-04-01</c>, or <c>2022-04-01T10:30:00Z</c> when it has a time. liquidjs prints a JavaScript date,
/// « Fri Apr 01 2022 02:00:00 GMT+0200 », which no page shows: here too a filter makes the date readable.
/// </summary>
internal sealed class DateValue(DateTimeOffset date) : FluidValue
{
    /// <inheritdoc/>
    public override FluidValues Type => FluidValues.DateTime;

    /// <inheritdoc/>
    public override bool Equals(FluidValue? other) => other?.Type == FluidValues.DateTime && other.ToObjectValue() is DateTimeOffset value && value == date;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FluidValue);

    /// <inheritdoc/>
    public override int GetHashCode() => date.GetHashCode();

    /// <inheritdoc/>
    public override bool ToBooleanValue() => true;

    /// <inheritdoc/>
    public override decimal ToNumberValue() => date.UtcTicks;

    /// <inheritdoc/>
    public override object ToObjectValue() => date;

    /// <inheritdoc/>
    public override string ToStringValue() =>
        date.UtcDateTime.ToString(date.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override async ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        await writer.WriteAsync(ToStringValue());
}
