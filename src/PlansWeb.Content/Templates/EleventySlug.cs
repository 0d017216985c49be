using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content.Site;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Turns a title into a part of an address sign for sign as Eleventy's <c>slugify</c> does, whose versions differ: anchors of headings and addresses of a project
/// hang on it. Where there is no project, <see cref="Slug"/> reads French better.
/// </summary>
internal static partial class EleventySlug
{
    private const int LongestSign = 4;

    // Of the package @sindresorhus/transliterate, embedded at build: a sign, and what stands for it.
    private static readonly Lazy<FrozenDictionary<string, string>> s_signs = new(static () => Replacement().Matches(NpmPackages.Text("@sindresorhus/transliterate/replacements.js"))
        .Select(static match => (Key: Unescaped(match.Groups[1].Value), Value: Unescaped(match.Groups[2].Value))).Concat([(Key: "&", Value: " and "), (Key: "🦄", Value: " unicorn "), (Key: "♥", Value: " love ")])
        .DistinctBy(static pair => pair.Key).ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal));

    /// <summary>The part of an address.</summary>
    /// <param name="text">The title.</param>
    /// <param name="version">The major version of Eleventy.</param>
    public static string Of(string text, int version)
    {
        if (!Ascii.IsValid(text) || text.Contains('&', StringComparison.Ordinal))
        {
            // Half a sign, which cannot be normalized, is another sign than letters and digits all the same.
            text = Transliterated(Address.Normalize(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))), isOld: version < 3);
        }

        text = text.ToLowerInvariant();
        text = version < 3 ? text : Contraction().Replace(text, "$1$2");
        return Other().Replace(text, "-").Trim('-');
    }

    // The two versions differ. Version 2 replaces letters only, writes œ as oe, and leaves out no accent but those that combine with a letter. From 3 on, signs are
    // replaced too; œ has no replacement, so it is left out as any other sign; and accents that stand alone are left out, as is the point of « professionnel·le ».
    private static string Transliterated(string text, bool isOld)
    {
        var all = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at] < 128 && text[at] != '&' && !text.AsSpan(at + 1).StartsWith("\uFE0F") ? null
                : Enumerable.Range(0, LongestSign).Select(less => LongestSign - less).Where(length => at + length <= text.Length).Select(length => text.Substring(at, length))
                    .FirstOrDefault(each => s_signs.Value.ContainsKey(each) && (!isOld || each is "&" or "♥" or "🦄" || char.IsLetter(each[0])));
            all.Append(sign is null ? isOld ? Ligature(text[at]) : text[at].ToString() : s_signs.Value[sign]);
            at += sign?.Length ?? 1;
        }

        var accented = all.ToString().Normalize(NormalizationForm.FormD);
        all.Clear();
        foreach (var sign in accented.Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && (isOld || !IsAccent(sign))))
        {
            all.Append(sign);
        }

        return all.ToString();
    }

    // Has Unicode's property « Diacritic », but does not combine with a letter.
    private static bool IsAccent(char sign) => sign is '^' or '`' or '\u00A8' or '\u00AF' or '\u00B4' or '\u00B7' or '\u00B8' or (>= '\u02B0' and <= '\u02FF');

    private static string Ligature(char letter) => letter switch { 'œ' => "oe", 'Œ' => "Oe", 'ſ' => "s", 'ŋ' => "n", 'Ŋ' => "N", 'ŧ' => "t", 'Ŧ' => "T", 'ĸ' => "k", _ => letter.ToString() };

    private static string Unescaped(string text) => text.Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"\['((?:[^'\\\n]|\\.)+)', *'((?:[^'\\\n]|\\.)*)'\]", RegexOptions.None, 1000)]
    private static partial Regex Replacement();

    [GeneratedRegex(@"(?<=[a-z0-9])'([ts])(\s|$)", RegexOptions.None, 1000)]
    private static partial Regex Contraction();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Other();
}
