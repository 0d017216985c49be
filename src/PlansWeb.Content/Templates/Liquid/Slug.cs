using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>Turns a title into a part of an address, as Eleventy's <c>slugify</c> does for French text.</summary>
internal static class Slug
{
    /// <summary>Lower case, accents and ligatures folded, everything else a hyphen: « L’Écho &amp; l’œil » gives <c>l-echo-and-l-oeil</c>.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var folded = c switch
            {
                'œ' or 'Œ' => "oe",
                'æ' or 'Æ' => "ae",
                'ß' => "ss",
                'ø' or 'Ø' => "o",
                'ł' or 'Ł' => "l",
                '&' => "-and-",
                _ when char.IsAsciiLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
                _ => "-",
            };
            slug.Append(slug.Length == 0 || slug[^1] == '-' ? folded.TrimStart('-') : folded);
        }

        return slug.ToString().TrimEnd('-');
    }
}
