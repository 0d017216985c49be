using System.Text;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Limits;

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

    // A page of nothing but such lines must not cost one report each.
    private const int MostReports = 20;

    /// <summary>
    /// Leaves out what exceeds a limit, and nothing else: the end of a line, the marks that nest too deeply, what stands behind the longest text.
    /// The lines keep their numbers.
    /// </summary>
    /// <param name="markdown">The text.</param>
    /// <param name="firstLine">The number of its first line.</param>
    /// <param name="exceeded">Where each limit that it exceeds is added.</param>
    public static string Fit(string markdown, int firstLine, ICollection<Diagnostic> exceeded)
    {
        StringBuilder? fitting = null;
        var (number, definitions, underlines, start) = (0, 0, 0, 0);
        for (var copied = 0; start < markdown.Length; number++)
        {
            // Not EnumerateLines: to Markdig and to editors' programs, a form feed or U+2028 ends no line.
            var rest = markdown.AsSpan(start);
            var length = rest.IndexOfAny('\r', '\n');
            var line = length < 0 ? rest : rest[..length];
            var text = line.IndexOfAnyExcept(' ', '\t');
            definitions = text >= 0 && line[text] == '[' ? definitions + 1 : 0;
            var isUnderline = text >= 0 && line[text] is '-' or '=' && line[text..].IndexOfAnyExcept(line[text], ' ') < 0;
            underlines += isUnderline ? 1 : 0;
            if (FitLine(line, text, definitions, isUnderline ? underlines : 0) is var (kept, message, advice))
            {
                if (message is not null && exceeded.Count < MostReports)
                {
                    exceeded.Add(Diagnostic.Here(DiagnosticRules.TooLarge, firstLine + number, 0, message, advice));
                }

                (fitting ??= new StringBuilder(markdown.Length)).Append(markdown, copied, start - copied).Append(kept);
                copied = start + line.Length;
                definitions = kept.Length == 0 ? 0 : definitions;
            }

            start += length < 0 ? line.Length : length + (rest[length..].StartsWith("\r\n") ? 2 : 1);
            if (start >= markdown.Length && fitting is not null)
            {
                markdown = fitting.Append(markdown, copied, markdown.Length - copied).ToString();
                break;
            }
        }

        return FitBytes(markdown, firstLine, exceeded);
    }

    // No text has fewer bytes than characters.
    private static string FitBytes(string markdown, int firstLine, ICollection<Diagnostic> exceeded)
    {
        if (markdown.Length <= MaximumBytes && Encoding.UTF8.GetByteCount(markdown) <= MaximumBytes)
        {
            return markdown;
        }

        Encoding.UTF8.GetEncoder().Convert(markdown, new byte[MaximumBytes], flush: false, out var fitting, out _, out _);
        var end = markdown.LastIndexOf('\n', fitting - 1) + 1;
        exceeded.Add(Diagnostic.Here(
            DiagnosticRules.TooLarge,
            TextPositions.Of(markdown, end, firstLine).Line,
            0,
            $"Le fichier dépasse {French.FileSize(MaximumBytes)} de Markdown\u00a0: la suite, à partir de cette ligne, n’est pas affichée.",
            "Partagez cette page en plusieurs fichiers."));
        return markdown[..end];
    }

    // What is shown instead of a line that exceeds a limit; null for one that does not. Without a message where one was given already.
    private static (string Kept, string? Message, string Advice)? FitLine(ReadOnlySpan<char> line, int start, int definitions, int underlines)
    {
        if (line.Length > MaximumLine)
        {
            return (Cut(line).ToString(), $"La ligne dépasse {MaximumLine} caractères\u00a0: sa fin n’est pas affichée.", "Coupez cette ligne en plusieurs paragraphes.");
        }

        if (start > MaximumIndentation)
        {
            return (line[start..].ToString(), $"La ligne commence par plus de {MaximumIndentation} espaces\u00a0: elle est affichée sans eux.", "Réduisez le retrait de cette ligne.");
        }

        if (start >= 0 && Markers(line[start..], out var length) > MaximumMarkers)
        {
            return (line[(start + length)..].ToString(), $"La ligne ouvre plus de {MaximumMarkers} listes ou citations emboîtées\u00a0: elle est affichée sans elles.",
                "Gardez au plus quelques niveaux de listes ou de citations.");
        }

        if (underlines > MaximumUnderlines)
        {
            return ("", underlines > MaximumUnderlines + 1 ? null : $"La page compte plus de {MaximumUnderlines} lignes de tirets ou de signes égal\u00a0: les suivantes ne sont pas affichées.",
                "Partagez cette page en plusieurs fichiers.");
        }

        return definitions > MaximumDefinitions
            ? ("", $"Plus de {MaximumDefinitions} lignes de suite commencent par «\u00a0[\u00a0»\u00a0: celle-ci n’est pas affichée.", "Séparez ces lignes par des lignes vides.")
            : null;
    }

    // Between two words, and not inside a tag, whose open quote would swallow what follows. One word without end is no text.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> line)
    {
        var kept = line[..MaximumLine];
        var (open, close) = (kept.LastIndexOf('<'), kept.LastIndexOf('>'));
        kept = open > close ? kept[..open] : kept;
        var space = kept.LastIndexOfAny(' ', '\t', '>');
        return space < 0 ? [] : kept[..(space + 1)];
    }

    // How many markers open on the line, and the characters that they take.
    private static int Markers(ReadOnlySpan<char> line, out int taken)
    {
        var whole = line.Length;
        taken = 0;
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
            taken = whole - line.Length;
        }

        return count;
    }

    private static int OrderedMarker(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits + 1 : 0;
    }
}
