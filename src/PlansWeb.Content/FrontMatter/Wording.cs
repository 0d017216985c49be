namespace PlansWeb.Content.FrontMatter;

/// <summary>Pieces of the French sentences that problems are told in.</summary>
internal static class Wording
{
    private const int LongestQuote = 80;

    /// <summary>Text between « and » with their no-break spaces, cut when long: a problem is read in a terminal.</summary>
    public static string Quoted(ReadOnlySpan<char> text)
    {
        var cut = text.Length > LongestQuote;
        var shown = cut ? text[..LongestQuote].TrimEnd() : text;
        return string.Concat("«\u00A0", shown, cut ? "…\u00A0»" : "\u00A0»");
    }

    /// <summary>Text between « and ».</summary>
    public static string Quoted(string text) => Quoted(text.AsSpan());
}
