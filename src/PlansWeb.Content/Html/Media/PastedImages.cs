using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Takes the images out of a text that stand in it as <c>data:</c> addresses: what « Download as Markdown » of office suites and pasting into an
/// editor write. They would make the page as heavy as the images are on each visit, and lines that no limit allows.
/// </summary>
internal static partial class PastedImages
{
    /// <summary>What is left of the address of each, so that a link definition still defines something; see <see cref="ShowAlternatives"/>.</summary>
    private const string Rest = "data:image/png;base64,";

    private static readonly SearchValues<char> s_noHeader = SearchValues.Create(" \t\r\n\"'()<>");

    private const string Scheme = "data:image/";

    // A page of nothing but images must not cost one report each.
    private const int MostReports = 20;

    // Longer than any sample of code that somebody wants to show.
    private const int LongestSample = 1_000;

    /// <summary>Takes the bytes of the images out, and leaves the rest of the text, and its lines, as they are.</summary>
    /// <param name="text">A whole file, decoded.</param>
    /// <param name="images">The line of each image, from 1, and the characters that it took.</param>
    public static string TakeOut(string text, out IReadOnlyList<(int Line, int Length)> images)
    {
        images = [];
        var at = text.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return text;
        }

        var found = new List<(int Line, int Length)>();
        var left = new StringBuilder();
        var code = Code().Matches(text).Select(static match => (Start: match.Index, End: match.Index + match.Length)).ToArray();
        var (copied, line, counted) = (0, 1, 0);
        for (; at >= 0; at = text.IndexOf(Scheme, Math.Max(at + 1, copied), StringComparison.OrdinalIgnoreCase))
        {
            var end = EndOf(text, at, out var isAddress);
            var isSample = !isAddress || Array.Exists(code, block => block.Start <= at && at < block.End);
            if (end < 0 || (isSample && end - at < LongestSample))
            {
                continue;
            }

            line += text.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            found.Add((line, end - at));

            // Line breaks inside stay, so that the lines below keep their numbers.
            left.Append(text, copied, at - copied).Append(Rest).Append('\n', text.AsSpan(at, end - at).Count('\n'));
            copied = end;
        }

        images = found;
        return found.Count == 0 ? text : left.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Reports the images that were taken out.</summary>
    /// <param name="images">What <see cref="TakeOut"/> found.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static void Report(IReadOnlyList<(int Line, int Length)> images, DiagnosticLog problems)
    {
        foreach (var (line, length) in images.Take(MostReports))
        {
            // Four characters of base64 are three bytes.
            var size = Math.Max(1, length * 3 / 4 / 1000).ToString(CultureInfo.InvariantCulture);
            problems.Report(DiagnosticRules.PastedImage, line, 0, $"Une image est collée dans le texte ({size} ko)\u00a0: elle n’est pas affichée.",
                "Enregistrez l’image comme un fichier dans «\u00a0content/img/\u00a0» et écrivez à sa place «\u00a0![ce qu’elle montre](/img/nom-de-l-image.png)\u00a0».");
        }

        if (images.Count > MostReports)
        {
            problems.Report(DiagnosticRules.PastedImage, images[MostReports].Line, 0,
                $"Il y a encore {images.Count - MostReports} autres images collées dans le texte, qui ne sont pas affichées.",
                "Enregistrez chacune comme un fichier dans «\u00a0content/img/\u00a0».");
        }
    }

    /// <summary>Puts the alternative texts in the place of the images that were taken out.</summary>
    /// <param name="body">A rendered body.</param>
    public static void ShowAlternatives(HtmlBody body)
    {
        if (!body.Html.Contains(Rest, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var image in body.Root.QuerySelectorAll("img").Where(static image => image.GetAttribute("src") == Rest).ToArray())
        {
            var paragraph = image.ParentElement;
            image.Replace(image.Owner!.CreateTextNode(image.GetAttribute("alt") ?? ""));
            if (paragraph is { LocalName: "p", ChildElementCount: 0 } && string.IsNullOrWhiteSpace(paragraph.TextContent))
            {
                if (paragraph.NextSibling is IText { Data: ['\n', ..] } after)
                {
                    after.Data = after.Data[1..];
                }

                paragraph.Remove();
            }
        }

        body.Change();
    }

    // The end of an address, which what stands before it tells; -1 where this is none.
    private static int EndOf(string text, int start, out bool isAddress)
    {
        var before = start - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
        {
            before--;
        }

        var opener = before < 0 ? '\0' : text[before];
        isAddress = opener is '(' or '<' or '"' or '\'' or '=' || (opener == ':' && before > 0 && text[before - 1] == ']');
        var comma = text.AsSpan(start, Math.Min(120, text.Length - start)).IndexOf(',');
        if (comma < 0 || text.AsSpan(start, comma).ContainsAny(s_noHeader))
        {
            return -1;
        }

        var end = start + comma + 1;
        var isBase64 = text.AsSpan(start, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase);
        var isQuoted = opener is '"' or '\'' or '<';
        while (end < text.Length && (isBase64 ? IsBase64(text[end]) || (isQuoted && text[end] is '\r' or '\n') : IsInside(text[end], opener)))
        {
            end++;
        }

        return end;
    }

    private static bool IsBase64(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' or '=' or '-' or '_' or '%';

    private static bool IsInside(char letter, char opener) => letter is not ('\r' or '\n') && opener switch
    {
        '"' or '\'' => letter != opener,
        '<' => letter != '>',
        _ => letter is not (' ' or '\t' or ')' or '>'),
    };

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(^ {0,3}\k<fence>[^\n]*$|\z)|(?<!`)(?<ticks>`{1,2})(?!`)[^`\n]+\k<ticks>(?!`)", RegexOptions.Multiline)]
    private static partial Regex Code();
}
