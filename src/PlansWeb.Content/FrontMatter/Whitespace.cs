using System.Buffers;

namespace PlansWeb.Content.FrontMatter;

/// <summary>Characters that look like nothing, and that YAML does not take for spaces.</summary>
internal static class Whitespace
{
    /// <summary>What the name of an anchor is made of when it is meant as one.</summary>
    public static SearchValues<char> AnchorCharacters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <summary>
    /// Whether a character is a space to the eye and a letter to YAML: no-break spaces, which French keyboards and word processors
    /// put before a colon, and characters without width.
    /// </summary>
    public static bool IsInvisible(char character) =>
        character is '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200D') or '\u202F' or '\u205F' or '\u2060' or '\u3000' or '\uFEFF';
}
