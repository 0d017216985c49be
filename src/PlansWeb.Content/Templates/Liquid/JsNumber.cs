using System.Globalization;
using Fluid.Values;
using Jint.Native;
using Jint.Runtime;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>Numbers as JavaScript has them (ECMA-262, Number): liquidjs counts in doubles, as Jint, Fluid in decimals, which can hold and print every double that pages show.</summary>
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
        StringValue => TypeConverter.ToNumber(new JsString(value.ToStringValue())),
        _ when value.IsNil() => 0,
        _ => double.NaN,
    };

    /// <summary>A double as Fluid's value; one that no decimal holds is the text that JavaScript prints.</summary>
    public static FluidValue Create(double number) => number == 0 ? NumberValue.Zero
        : double.IsFinite(number) && Math.Abs(number) is < 1e28 and > 1e-12
            ? NumberValue.Create(decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture))
            : new StringValue(Print(number));

    /// <summary>A number as JavaScript prints it (ECMA-262, Number::toString): 0.000001, 1e-7, 1e+21.</summary>
    public static string Print(double number) => TypeConverter.ToString(Jint.Native.JsNumber.Create(number));
}
