namespace PlansWeb.Dsfr;

/// <summary>Quantities in the language of the interface, as tables, charts and sentences show them.</summary>
public static class Quantity
{
    /// <summary>A number with its thousands apart and a real minus sign.</summary>
    /// <param name="number">The number.</param>
    public static string Of(decimal number) => (number < 0 ? "−" : "") + Math.Abs(number).ToString("#,0.#########", InterfaceLanguage.Current).Replace('\u202F', '\u00A0');

    /// <summary>A number with its unit: « 1 200 kg », « 20 % », “20%”.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unit">The unit; empty for none.</param>
    public static string WithUnit(decimal number, string unit) => unit switch
    {
        null or "" => Of(number),
        "%" when !InterfaceLanguage.IsFrench => Of(number) + unit,
        _ => $"{Of(number)}\u00A0{unit}",
    };
}
