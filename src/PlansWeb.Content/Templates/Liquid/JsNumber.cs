using System.Globalization;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>Numbers as JavaScript has them (ECMA-262, Number): liquidjs counts in doubles, Fluid in decimals, which can hold and print every double that pages show.</summary>
internal static class JsNumber
{
    /// <summary>JavaScript's <c>Number(value)</c>, with arrays of other than one element and words as 0, as liquidjs has them (<c>toNumber</c>).</summary>
    public static double Read(FluidValue value)
    {
        var number = ReadStrictly(value);
        return double.IsNaN(number) && value.ToStringValue() != "NaN" ? 0 : number;
    }

    /// <summary>JavaScript's <c>Number(value)</c>.</summary>
    public static double ReadStrictly(FluidValue value) => value switch
    {
        NumberValue => double.Parse(value.ToNumberValue().ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        BooleanValue => value.ToBooleanValue() ? 1 : 0,
        StringValue => Parse(value.ToStringValue().Trim()),
        _ when value.IsNil() => 0,
        _ => double.NaN,
    };

    /// <summary>A double as Fluid's value; one that no decimal holds is the text that JavaScript prints.</summary>
    public static FluidValue Create(double number) => number == 0 ? NumberValue.Zero
        : double.IsFinite(number) && Math.Abs(number) is < 1e28 and > 1e-12
            ? NumberValue.Create(decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture))
            : new StringValue(Print(number));

    /// <summary>A number as JavaScript prints it (ECMA-262, Number::toString): 0.000001, 1e-7, 1e+21.</summary>
    public static string Print(double number)
    {
        if (!double.IsFinite(number) || number == 0)
        {
            return double.IsNaN(number) ? "NaN" : number == 0 ? "0" : number > 0 ? "Infinity" : "-Infinity";
        }

        // The shortest digits that give the number back, and where its point stands among them.
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var dot = shortest[0].IndexOf('.', StringComparison.Ordinal);
        var all = shortest[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.Trim('0');
        var point = (dot < 0 ? all.Length : dot) - (all.Length - all.TrimStart('0').Length) + (shortest.Length > 1 ? int.Parse(shortest[1], CultureInfo.InvariantCulture) : 0);
        var text = point is > 0 and <= 21
            ? digits.Length <= point ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}"
            : point is > -6 and <= 0 ? "0." + new string('0', -point) + digits
            : $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)}";
        return number < 0 ? "-" + text : text;
    }

    private static double Parse(string text) => text.Length == 0 ? 0
        : text.TrimStart('-', '+') == "Infinity" ? (text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity)
        : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex
        : double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : double.NaN;
}
