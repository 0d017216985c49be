using System.Text;

namespace PlansWeb.Loading.Markdown.Limits;

/// <summary>
/// What a Markdown text may not exceed, checked in one pass before it is parsed: Markdig cannot be interrupted, so what would cost
/// too much must not reach it.
/// </summary>
internal static class SourceLimits
{
    /// <summary>Bytes of a file's Markdown in UTF-8. The largest page of the old site has 30 kB.</summary>
    public const int MaximumBytes = 512 * 1024;

    /// <summary>Characters of a line.</summary>
    public const int MaximumLine = 16 * 1024;

    /// <summary>Headings of a page.</summary>
    public const int MaximumHeadings = 1000;

    /// <summary>
    /// Lines of hyphens or equals signs only, which may underline a heading: Markdig's time grows with the square of these headings
    /// (80,000: 3.5 s), so this is checked before it. Rules (<c>---</c>) count too.
    /// </summary>
    public const int MaximumUnderlines = 4 * MaximumHeadings;

    /// <summary>Quotes and list items that open on one line (<c>&gt; - - 1. &gt;</c>); the real ones have two.</summary>
    public const int MaximumMarkers = 32;

    /// <summary>Columns before a line's text: 600 levels of nested lists cost 0.4 s, and 250 levels 0.03 s.</summary>
    public const int MaximumIndentation = 500;

    /// <summary>Lines in a row that begin with <c>[</c>: link definitions in one paragraph cost the square of their number (20,000: 0.9 s).</summary>
    public const int MaximumDefinitions = 2000;

    /// <summary>The first limit that the text exceeds, or <see langword="null"/>.</summary>
    public static LimitExceeded? Check(string markdown)
    {
        // No text has fewer bytes than characters.
        if (markdown.Length > MaximumBytes || Encoding.UTF8.GetByteCount(markdown) > MaximumBytes)
        {
            return new LimitExceeded(
                null,
                $"Le fichier dépasse {MaximumBytes / 1024} Kio de Markdown.",
                "Partagez cette page en plusieurs fichiers.");
        }

        var number = 0;
        var definitions = 0;
        var underlines = 0;
        for (var rest = markdown.AsSpan(); !rest.IsEmpty; rest = AfterLine(rest))
        {
            // Not EnumerateLines: to Markdig and to editors' programs, a form feed or U+2028 ends no line.
            var length = rest.IndexOfAny('\r', '\n');
            var line = length < 0 ? rest : rest[..length];
            var start = line.IndexOfAnyExcept(' ', '\t');
            definitions = start >= 0 && line[start] == '[' ? definitions + 1 : 0;
            underlines += start >= 0 && line[start] is '-' or '=' && line[start..].IndexOfAnyExcept(line[start], ' ') < 0 ? 1 : 0;
            if (underlines > MaximumUnderlines)
            {
                return LimitExceeded.Headings(number);
            }

            if (CheckLine(line, start, definitions) is var (message, advice))
            {
                return new LimitExceeded(number, message, advice);
            }

            number++;
        }

        return null;
    }

    private static ReadOnlySpan<char> AfterLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return [];
        }

        return text[end..].StartsWith("\r\n") ? text[(end + 2)..] : text[(end + 1)..];
    }

    private static (string Message, string Advice)? CheckLine(ReadOnlySpan<char> line, int start, int definitions)
    {
        if (line.Length > MaximumLine)
        {
            return ($"La ligne dépasse {MaximumLine} caractères.", "Coupez cette ligne en plusieurs paragraphes.");
        }

        if (start > MaximumIndentation)
        {
            return ($"La ligne commence par plus de {MaximumIndentation} espaces.", "Réduisez le retrait de cette ligne.");
        }

        if (start >= 0 && CountMarkers(line[start..]) > MaximumMarkers)
        {
            return ($"La ligne ouvre plus de {MaximumMarkers} listes ou citations emboîtées.", "Gardez au plus quelques niveaux de listes ou de citations.");
        }

        return definitions > MaximumDefinitions
            ? ($"Plus de {MaximumDefinitions} lignes de suite commencent par « [ ».", "Séparez ces lignes par des lignes vides.")
            : null;
    }

    private static int CountMarkers(ReadOnlySpan<char> line)
    {
        // « - - - - - » is a rule, however long.
        if (line.IndexOfAnyExcept(line[0], ' ') < 0 && line[0] is '-' or '*')
        {
            return 0;
        }

        var count = 0;
        while (!line.IsEmpty)
        {
            var length = line[0] is '>' or '-' or '+' or '*' ? 1 : OrderedMarker(line);
            // A list's marker is followed by a space; a quote's need not be.
            if (length == 0 || (line[0] != '>' && length < line.Length && line[length] is not (' ' or '\t')))
            {
                return count;
            }

            count++;
            line = line[length..].TrimStart(" \t");
        }

        return count;
    }

    private static int OrderedMarker(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits + 1 : 0;
    }
}
