using System.Globalization;

namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>Classes of characters of linkify-it's grammar (<c>lib/re</c>), on UTF-16 units as there.</summary>
internal static class LinkChars
{
    /// <summary>White space or control: <c>src_ZCc</c>.</summary>
    public static bool IsSpaceOrControl(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control;

    /// <summary>White space, punctuation or control: <c>src_ZPCc</c>.</summary>
    public static bool IsSpacePunctuationOrControl(char c) => char.IsPunctuation(c) || IsSpaceOrControl(c);

    /// <summary>Never part of a link: <c>text_separators</c>.</summary>
    public static bool IsSeparator(char c) => c is '<' or '>' or '\uFF5C';

    /// <summary>What a host name is made of, beside hyphens and dots: <c>src_pseudo_letter</c>. Symbols such as <c>+</c> count.</summary>
    public static bool IsPseudoLetter(char c) => !IsSeparator(c) && !IsSpacePunctuationOrControl(c);

    /// <summary>A character of the part of an e-mail address before <c>@</c>: <c>src_email_name</c>.</summary>
    public static bool IsEmailName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or ';' or ':' or '&' or '=' or '+' or '$' or ',' or '.' or '_' or '"';
}
