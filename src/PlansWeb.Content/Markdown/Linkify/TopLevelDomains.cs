using System.Collections.Frozen;

namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>The last parts of host names that make a bare domain a link: linkify-it's default list.</summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> s_generic = FrozenSet.ToFrozenSet(
        ["biz", "com", "edu", "gov", "net", "org", "pro", "web", "xxx", "aero", "asia", "coop", "info", "museum", "name", "shop", "рф"],
        StringComparer.OrdinalIgnoreCase);

    // The country codes, first letter then the second letters that exist with it. The list is older than some codes, as linkify-it's is.
    private static readonly FrozenSet<string> s_country = FrozenSet.ToFrozenSet(
        new[]
        {
            "a:cdefgilmnoqrstuwxz", "b:abdefghijmnorstvwyz", "c:acdfghiklmnoruvwxyz", "d:ejkmoz", "e:cegrstu", "f:ijkmor",
            "g:abdefghilmnpqrstuwy", "h:kmnrtu", "i:delmnoqrst", "j:emop", "k:eghimnprwyz", "l:abcikrstuvy", "m:acdeghklmnopqrstuvwxyz",
            "n:acefgilopruz", "o:m", "p:aefghklmnrstwy", "q:a", "r:eosuw", "s:abcdeghijklmnortuvxyz", "t:cdfghjklmnortvwz", "u:agksyz",
            "v:aceginu", "w:fs", "y:et", "z:amw",
        }.SelectMany(codes => codes[2..].Select(second => $"{codes[0]}{second}")),
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_genericSpans = s_generic.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_countrySpans = s_country.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a bare host name that ends with this label is a link.</summary>
    public static bool Contains(ReadOnlySpan<char> label) =>
        label.Length == 2 ? s_countrySpans.Contains(label) || s_genericSpans.Contains(label) : s_genericSpans.Contains(label) || IsEncoded(label);

    // An international domain in its ASCII form, xn--….
    private static bool IsEncoded(ReadOnlySpan<char> label) =>
        label.Length is > 4 and <= 63
        && label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)
        && label.IndexOfAnyExcept(s_encodedChars) < 0;

    private static readonly System.Buffers.SearchValues<char> s_encodedChars =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}
