using System.Text;
using AngleSharp.Dom;

namespace PlansWeb.Content.Checks;

/// <summary>Text as people read it.</summary>
internal static class Words
{
    private const int LongestQuote = 80;

    /// <summary>The text of an element, white space folded.</summary>
    public static string Of(INode node) => Fold(node.TextContent);

    /// <summary>Text between « and » with their no-break spaces, cut when long.</summary>
    public static string Quote(string text) => Whole(text.Length > LongestQuote ? text[..LongestQuote].TrimEnd() + "…" : text);

    /// <summary>Text between « and » that must be whole, since it is to be copied.</summary>
    public static string Whole(string text) => $"«\u00a0{text}\u00a0»";

    /// <summary>Folds white space, no-break spaces included.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Letter for letter, what typography changes brought back to what is typed: apostrophes, quotes, no-break spaces.</summary>
    public static string Typed(string text)
    {
        var typed = new StringBuilder(text);
        for (var i = 0; i < typed.Length; i++)
        {
            typed[i] = typed[i] switch
            {
                '’' or '‘' => '\'',
                '“' or '”' => '"',
                '\u00a0' or '\u202f' or '\t' => ' ',
                var other => other,
            };
        }

        return typed.ToString();
    }
}
