using System.Globalization;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Html.Media;

/// <summary>What a writer says of a document by hand: « (PDF, 2 Mo) ».</summary>
/// <param name="Size">The size as written; <see langword="null"/> where only the format is.</param>
/// <param name="Bytes">What that is in bytes, by the units of the International System.</param>
/// <param name="BinaryBytes">What that is where a kilobyte is 1,024 bytes, as some systems show it.</param>
internal sealed partial record TypedDetail(string? Size, double Bytes, double BinaryBytes)
{
    private const double Tolerance = 0.1;

    /// <summary>Reads the end of a link's text: what stands in parentheses there, or behind the name of a format.</summary>
    public static TypedDetail? AtTheEndOf(string text) => Read(Last().Match(text));

    /// <summary>Reads what stands in parentheses right behind a link.</summary>
    public static TypedDetail? AtTheStartOf(string text) => Read(First().Match(text));

    /// <summary>The size says something else than the file: by more than a tenth, in either reading of the unit.</summary>
    public bool IsWrongFor(long length) => Size is not null && Differs(Bytes, length) && Differs(BinaryBytes, length);

    private static bool Differs(double said, long length) => Math.Abs(said - length) > length * Tolerance;

    private static TypedDetail? Read(Match segment)
    {
        if (!segment.Success)
        {
            return null;
        }

        var text = segment.Groups["said"].Value;
        var size = SizePattern().Match(text);
        if (!size.Success)
        {
            return Format().IsMatch(text) ? new TypedDetail(null, 0, 0) : null;
        }

        var digits = string.Concat(size.Groups["number"].Value.Where(static c => !char.IsWhiteSpace(c))).Replace(',', '.');
        var number = double.Parse(digits, CultureInfo.InvariantCulture);
        var power = char.ToUpperInvariant(size.Groups["unit"].Value[0]) switch { 'K' => 1, 'M' => 2, 'G' => 3, _ => 0 };
        return new TypedDetail(size.Value, number * Math.Pow(1000, power), number * Math.Pow(1024, power));
    }

    private const string Name = @"\b(?:" + DocumentFormat.Extensions + @")\b";

    [GeneratedRegex(@"[(\[](?<said>[^()\[\]]{1,80})[)\]][\s.]*$|(?<said>" + Name + @"[^()\[\]]{0,60})$", RegexOptions.IgnoreCase)]
    private static partial Regex Last();

    [GeneratedRegex(@"^\s*[(\[](?<said>[^()\[\]]{1,80})[)\]]")]
    private static partial Regex First();

    [GeneratedRegex(Name, RegexOptions.IgnoreCase)]
    private static partial Regex Format();

    [GeneratedRegex(@"(?<![\p{L}\d.,])(?<number>(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d{1,7})(?:[.,]\d{1,3})?)[\s\u00A0\u202F]*(?<unit>octets?|[kmg]?o|[kmg]io|[kmg]i?b)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SizePattern();
}
