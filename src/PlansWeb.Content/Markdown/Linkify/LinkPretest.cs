using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>
/// linkify-it's <c>pretest</c>: markdown-it looks for links in a paragraph only when the paragraph's source has something like one.
/// </summary>
/// <remarks>
/// It is more than a shortcut. It reads the source, where <c>.fr</c> may be followed by a tag: in <c>&lt;b&gt;GreenIT.fr&lt;/b&gt;</c>
/// alone it sees no link, and none is made.
/// </remarks>
internal static class LinkPretest
{
    private static readonly string[] s_schemes = ["http:", "https:", "ftp:", "//", "mailto:"];

    /// <summary>Whether to look for links.</summary>
    /// <param name="source">The Markdown of a paragraph, heading or cell.</param>
    public static bool Passes(ReadOnlySpan<char> source)
    {
        if (source.Contains('@')
            || source.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || source.Contains("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var scheme in s_schemes)
        {
            if (HasScheme(source, scheme))
            {
                return true;
            }
        }

        return HasDomain(source);
    }

    private static bool HasScheme(ReadOnlySpan<char> source, string scheme)
    {
        for (var at = source.IndexOf(scheme, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            if (at == 0 || (source[at - 1] != '_' && (LinkChars.IsSeparator(source[at - 1]) || LinkChars.IsSpacePunctuationOrControl(source[at - 1]))))
            {
                return true;
            }

            var next = source[(at + 1)..].IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool HasDomain(ReadOnlySpan<char> source)
    {
        while (true)
        {
            var dot = source.IndexOf('.');
            if (dot < 0)
            {
                return false;
            }

            source = source[(dot + 1)..];
            var end = 0;
            while (end < source.Length && end <= 64 && (source[end] == '-' || LinkChars.IsPseudoLetter(source[end])))
            {
                end++;
            }

            var ends = end == source.Length || source[end] == '>' || LinkChars.IsSpacePunctuationOrControl(source[end]);
            if (ends && (TopLevelDomains.Contains(source[..end]) || IsNumber(source, end)))
            {
                return true;
            }
        }
    }

    // Part of an address in figures, .168.
    private static bool IsNumber(ReadOnlySpan<char> source, int end) =>
        end is >= 1 and <= 3 && end < source.Length && source[end] == '.' && source[..end].IndexOfAnyExceptInRange('0', '9') < 0;
}
