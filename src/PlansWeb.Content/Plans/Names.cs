using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Plans;

/// <summary>Names as the register compares them: small letters without accents, words joined by hyphens.</summary>
internal static class Names
{
    /// <summary>The key of a name: « En cours » is <c>en-cours</c>, « page source » is <c>page-source</c>.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in WellFormed(name).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString().TrimEnd('-');
    }

    // Half a surrogate pair, which no text has, cannot be normalized.
    private static string WellFormed(string text)
    {
        var well = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            well.Append(rune);
        }

        return well.ToString();
    }

    /// <summary>The same words, for a search: folded, separated by single spaces, with one before and after.</summary>
    public static string Words(string text) => $" {Key(text).Replace('-', ' ')} ";
}
