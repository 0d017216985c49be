using System.Globalization;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Plans;

/// <summary>A number of the register, and whether its source says « plus de » or « moins de ».</summary>
/// <param name="Value">The number.</param>
/// <param name="Sign"><c>&gt;</c> for more than, <c>&lt;</c> for less than; else the character 0.</param>
internal readonly partial record struct RegisterNumber(decimal Value, char Sign)
{
    /// <summary>The number for machines, with a point and the sign before it.</summary>
    public string Plain => (Sign == default ? "" : Sign.ToString()) + Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a number as a spreadsheet writes it. Spaces of any kind group digits. Where cells are separated by « ; » or tabs the comma is the decimal
    /// mark, where by commas the point; the other one is taken for a decimal mark too, unless exactly three digits follow, which may be thousands.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="separator">What separates the cells of the file.</param>
    /// <returns><see langword="null"/> for what is no number, or could be two.</returns>
    public static RegisterNumber? Parse(string text, char separator)
    {
        if (Form().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var mark = match.Groups["mark"].Value;
        var fraction = match.Groups["fraction"].Value;
        var own = separator == ',' ? "." : ",";
        if (mark.Length > 0 && mark != own && fraction.Length == 3)
        {
            return null;
        }

        var digits = Space().Replace(match.Groups["whole"].Value, "") + (mark.Length > 0 ? "." + fraction : "");
        var isNegative = match.Groups["minus"].Length > 0;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new RegisterNumber(isNegative ? -value : value, match.Groups["sign"].Length > 0 ? match.Groups["sign"].Value[0] : default)
            : null;
    }

    // Groups of three, or no groups: « 12 5 » is no number. Spaces: plain, no-break, narrow no-break, thin, figure.
    [GeneratedRegex(
        @"^(?<sign>[<>])?[ \u00A0\u202F]?(?<minus>[-\u2212\u2013])?[ \u00A0\u202F]?(?<whole>[0-9]{1,3}(?:[ \u00A0\u202F\u2009\u2007][0-9]{3})+|[0-9]{1,15})(?:(?<mark>[.,])(?<fraction>[0-9]{1,9}))?$")]
    private static partial Regex Form();

    [GeneratedRegex(@"[ \u00A0\u202F\u2009\u2007]")]
    private static partial Regex Space();
}
