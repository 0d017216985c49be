using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Search;

/// <summary>Brings letters that readers take for the same to one form: lower case, no accents, ligatures in two letters.</summary>
internal static class Folding
{
    private const string Separator = " ";

    // Latin letters with their marks, and signs such as superscripts: kept once computed. Two threads may compute the same; both are right.
    private static readonly string?[] s_known = new string?[0x2150];

    /// <summary>The folded form of a character beyond ASCII: empty where it is to be skipped, <see langword="null"/> where it parts words.</summary>
    public static string? Fold(char c)
    {
        var folded = c < s_known.Length ? s_known[c] ??= Compute(c) : Compute(c);
        return ReferenceEquals(folded, Separator) ? null : folded;
    }

    private static string Compute(char c)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            // Combining accents, soft hyphens, joiners: nothing that a reader sees as a letter.
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                return "";
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber:
                return Decompose(c);
            default:
                return Separator;
        }
    }

    // Compatibility decomposition (Unicode TR15): « CO₂ » is found by co2, « ﬁn » by fin.
    private static string Decompose(char c)
    {
        switch (c)
        {
            // An apostrophe that Unicode takes for a letter.
            case 'ʼ':
                return Separator;
            case 'œ' or 'Œ':
                return "oe";
            case 'æ' or 'Æ':
                return "ae";
            case 'ß' or 'ẞ':
                return "ss";
            case 'ø' or 'Ø':
                return "o";
            case 'ł' or 'Ł':
                return "l";
            case 'đ' or 'Đ' or 'ð' or 'Ð':
                return "d";
        }

        var letters = new StringBuilder(4);
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(part))
            {
                letters.Append(char.ToLowerInvariant(part));
            }
        }

        return letters.Length == 0 ? Separator : letters.ToString();
    }
}
