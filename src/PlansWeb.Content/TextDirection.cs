namespace PlansWeb.Content;

/// <summary>
/// Characters that turn the direction of the text around them: embeddings, overrides and isolates (Unicode Standard Annex 9, section 2). A
/// title that holds one, copied from elsewhere and not seen, would show what follows it backwards: the site's name in the tab of a browser,
/// the rest of a card or of a search result, where no style sheet can isolate it. They are taken out of titles and of other texts that stand
/// beside those of the site. The marks U+200E, U+200F and U+061C turn nothing around them, and stay: writing from right to left needs them.
/// </summary>
internal static class TextDirection
{
    /// <summary>The character opens or closes an embedding, an override or an isolate.</summary>
    public static bool IsControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The text without such characters.</summary>
    public static string WithoutControls(string text) => text.Any(IsControl) ? string.Concat(text.Where(static c => !IsControl(c))) : text;
}
