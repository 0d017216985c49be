using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Markdown.Headings;

/// <summary>
/// Makes the anchors of one page's headings: « Les usages numériques » gives <c>les-usages-numeriques</c>. Unique in the page, never an
/// id of the layout, in time that grows with the number of headings.
/// </summary>
/// <param name="slugify">Makes anchors in the site's place; where it gives nothing, the site does.</param>
internal sealed class Slugger(Func<string, string>? slugify = null)
{
    private const string Empty = "section";

    private readonly HashSet<string> _taken = new(LayoutIds.All, StringComparer.Ordinal);

    // The next number to try for a text that came before: without it, n equal headings would cost n² looks. The second of two equal ones ends in -1, as
    // markdown-it-anchor has it, which sites on Eleventy use.
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>Notes an id that the writer chose, so that no heading takes it.</summary>
    /// <returns><see langword="false"/> when it was taken already.</returns>
    public bool Take(string id) => _taken.Add(id);

    /// <summary>The anchor for a heading's text.</summary>
    public string Next(string text)
    {
        var slug = slugify?.Invoke(text) is { Length: > 0 } given ? given : ToSlug(text);
        if (_taken.Add(slug))
        {
            return slug;
        }

        var number = _next.GetValueOrDefault(slug, 1);
        string candidate;
        do
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number++}");
        }
        while (!_taken.Add(candidate));

        _next[slug] = number;
        return candidate;
    }

    private static string ToSlug(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormD))
        {
            var folded = Fold(c);
            if (folded.Length > 0)
            {
                builder.Append(folded);
            }
            else if (builder.Length > 0 && builder[^1] != '-' && !IsAccent(c))
            {
                builder.Append('-');
            }
        }

        var slug = builder.ToString().TrimEnd('-');
        return slug.Length > 0 ? slug : Empty;
    }

    // Normalize refuses half a surrogate pair.
    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : string.Concat(text.EnumerateRunes());

    private static bool IsAccent(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static string Fold(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c.ToString(),
        >= 'A' and <= 'Z' => char.ToLowerInvariant(c).ToString(),
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        _ when c > 127 && char.IsLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
        _ => "",
    };
}
