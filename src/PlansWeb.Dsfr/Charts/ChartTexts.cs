using System.Globalization;

namespace PlansWeb.Dsfr.Charts;

/// <summary>What charts say, in French.</summary>
internal static class ChartTexts
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Between what something is called and what is said of it.</summary>
    public const string Colon = "\u00A0: ";

    /// <summary>Said of a value that is not known: never 0.</summary>
    public const string NotPublished = "non publié";

    /// <summary>A number with its thousands apart.</summary>
    public static string Quantity(decimal number) => (number < 0 ? "−" : "") + Math.Abs(number).ToString("#,0.#########", s_french).Replace('\u202F', '\u00A0');

    /// <summary>A number with its unit.</summary>
    public static string WithUnit(decimal number, string unit) => unit.Length == 0 ? Quantity(number) : $"{Quantity(number)}\u00A0{unit}";

    /// <summary>The line of a target.</summary>
    public static string TargetOf(string value) => "cible" + Colon + value;

    /// <summary>What a chart shows, in one sentence.</summary>
    public static string ChartCaption(string most, string mostValue, string least, string leastValue, bool isAlone, int unknown)
    {
        var range = isAlone ? $"{most}{Colon}{mostValue}." : $"De {leastValue} ({least}) à {mostValue} ({most}).";
        return unknown == 0 ? range : $"{range} {unknown.ToString("N0", s_french)}\u00A0{(unknown == 1 ? "valeur non publiée" : "valeurs non publiées")}.";
    }
}
