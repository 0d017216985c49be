using System.Globalization;

namespace PlansWeb.Content;

/// <summary>Language tags (BCP 47, RFC 5646), as <c>lang</c> and <c>hreflang</c> take them: screen readers choose their voice by them (RGAA 8.4, 8.8).</summary>
internal static class LanguageTag
{
    // The two-letter codes of ISO 639-1. A longer code exists for every other language, and is not looked up.
    private static readonly HashSet<string> s_codes =
    [
        .. ("aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv "
        + "ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my "
        + "na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty "
        + "ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(' '),
    ];

    private static readonly CultureInfo[] s_cultures = CultureInfo.GetCultures(CultureTypes.NeutralCultures);

    private static readonly HashSet<string> s_regions =
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(static culture => culture.Name.Split('-')[^1]).Where(static region => region.Length == 2)];

    /// <summary>The code of the language alone, in lower case: <c>en</c> of <c>en-GB</c>.</summary>
    public static string Primary(string tag) => tag.Trim().Split('-', '_')[0].ToLowerInvariant();

    /// <summary>The tag is written as it must be, and its language and region exist.</summary>
    /// <param name="tag">What is written, such as <c>fr</c> or <c>pt-BR</c>.</param>
    public static bool IsKnown(string tag)
    {
        var parts = tag.Split('-');
        if (parts.Any(static part => part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit)))
        {
            return false;
        }

        var language = parts[0].ToLowerInvariant();
        return language is "x" or "i" ? parts.Length > 1
            : (language.Length == 2 ? s_codes.Contains(language) : language.Length == 3 && language.All(char.IsAsciiLetter) && ShortCode(language) is null)
                && parts.Skip(1).TakeWhile(static part => part.Length > 1).All(static part => part.Length != 2 || s_regions.Contains(part.ToUpperInvariant()));
    }

    /// <summary>The tag that was meant: the name of a language, an underscore, a code of three letters or a region that does not exist are read.</summary>
    /// <param name="written">What is written, and is no tag.</param>
    /// <returns><see langword="null"/> where nothing is near.</returns>
    public static string? Meant(string written)
    {
        var parts = written.Trim().Replace('_', '-').Split('-');
        var language = s_codes.Contains(parts[0].ToLowerInvariant()) ? parts[0].ToLowerInvariant() : ShortCode(parts[0]) ?? Named(parts[0]);
        if (language is null)
        {
            return null;
        }

        // Common slips: the United Kingdom’s region is GB.
        var region = parts is [_, var second] ? second.ToUpperInvariant() is "UK" ? "GB" : second.ToUpperInvariant() : null;
        return region is { Length: 2 } && s_regions.Contains(region) ? $"{language}-{region}" : language;
    }

    /// <summary>What is wrong with a tag that is not known.</summary>
    /// <param name="name">The key or attribute.</param>
    /// <param name="tag">What is written there.</param>
    public static string Message(string name, string tag) =>
        $"La langue {French.Quoted(tag)} («\u00a0{name}\u00a0») n’existe pas\u00a0: les lecteurs d’écran ne sauraient pas quelle voix prendre.";

    /// <summary>What to write instead.</summary>
    /// <param name="tag">What is written there.</param>
    public static string Advice(string tag) => Meant(tag) is { } meant ? $"Écrivez «\u00a0{meant}\u00a0»."
        : "Écrivez le code de la langue\u00a0: «\u00a0fr\u00a0» pour le français, «\u00a0en\u00a0» pour l’anglais, «\u00a0pt-BR\u00a0» pour le portugais du Brésil.";

    // RFC 5646, section 2.2.1: where a language has a code of two letters, that one is the tag.
    private static string? ShortCode(string code) => code.Length != 3 ? null
        : s_cultures.FirstOrDefault(culture => culture.TwoLetterISOLanguageName.Length == 2 && culture.ThreeLetterISOLanguageName.Equals(code, StringComparison.OrdinalIgnoreCase))
            ?.TwoLetterISOLanguageName;

    private static string? Named(string name) =>
        s_codes.FirstOrDefault(code => Same(French.Language(code), name))
        ?? s_cultures.FirstOrDefault(culture => Same(culture.EnglishName, name) || Same(culture.NativeName, name))?.TwoLetterISOLanguageName;

    private static bool Same(string? one, string other) =>
        one is not null && CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
