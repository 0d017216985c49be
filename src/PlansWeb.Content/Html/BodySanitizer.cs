using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Html;

/// <summary>
/// Makes editors' HTML safe and well formed, at load: reads it as a browser does, and writes anew only what <see cref="AllowedHtml"/> names.
/// Then it reads its own output inside the layout's elements, and does not rest before the output stays as it is and nothing of it gets out:
/// a text that no two readings agree on, which is how sanitizers are fooled, is shown without any of its tags.
/// </summary>
/// <remarks>
/// HtmlSanitizer (Ganss) stands on the same parser and takes away from the tree instead. It brings a CSS engine that is not needed here, cannot
/// tell lines; the tests hold it against this one on every page and vector. Thread-safe.
/// </remarks>
/// <param name="frameHosts">Hosts that may be framed (setting <c>Content:FrameHosts</c>).</param>
internal sealed partial class BodySanitizer(IEnumerable<string> frameHosts)
{
    private const int MaximumDepth = 400;
    private const int MaximumReadings = 4;

    // Without going back: a text of nothing but openings must cost no more than its length.
    private static readonly Regex s_notText = new(
        @"<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    private readonly FrozenSet<string> _frameHosts = frameHosts.Select(static host => HostName.ToAscii(host) ?? host).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Sanitizes the rendered body of a page.</summary>
    /// <param name="html">Markdown and raw HTML, rendered.</param>
    /// <param name="markdown">The Markdown that it comes from, in which the lines of problems are looked for.</param>
    /// <param name="firstLine">The line of the file on which the Markdown begins.</param>
    /// <param name="problems">Where problems are reported.</param>
    public SanitizedHtml Sanitize(string html, string markdown, int firstLine, ProblemLog problems)
    {
        var remarks = new Remarks(new SourceSearch(markdown, firstLine), problems);
        try
        {
            return Sanitize(html, remarks);
        }
        catch (HtmlBudgetException)
        {
            remarks.TooCostly();
            return new SanitizedHtml(TextOf(html), FrozenDictionary<string, string>.Empty);
        }
    }

    // The text alone, a paragraph for each block: no tag is left in it, so nothing can be wrong with it.
    private static string TextOf(string html)
    {
        var text = Tag().Replace(BlockEnd().Replace(s_notText.Replace(html, ""), "\n"), "").Replace("<", "&lt;", StringComparison.Ordinal);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Concat(lines.Select(static line => $"<p>{line}</p>\n"));
    }

    [GeneratedRegex(@"<(br|hr|/p|/li|/div|/h[1-6]|/tr|/dt|/dd|/blockquote|/pre)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnd();

    [GeneratedRegex(@"</?[a-z!?][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    private SanitizedHtml Sanitize(string html, Remarks remarks)
    {
        // The br keeps a frameset from taking the place of the body.
        string output;
        IReadOnlyDictionary<string, string> renamed;
        using (var document = Parse("<!DOCTYPE html><body><br>" + html))
        {
            var writer = new HtmlWriter(_frameHosts, remarks);
            renamed = writer.RenameIds(document.Body!);
            output = writer.Write(document.Body!.ChildNodes.Skip(1));
        }

        for (var reading = 0; reading < MaximumReadings; reading++)
        {
            using var document = Parse($"<!DOCTYPE html><body><main><div>{output}</div></main><hr>");
            var body = document.Body!;
            var again = new HtmlWriter(_frameHosts, null).Write(body.FirstElementChild?.FirstElementChild?.ChildNodes ?? (IEnumerable<INode>)[]);
            if (again == output && body.ChildNodes is [IElement { LocalName: "main", ChildNodes.Length: 1 }, IElement { LocalName: "hr" }])
            {
                return new SanitizedHtml(output, renamed);
            }

            output = again;
        }

        throw new HtmlBudgetException();
    }

    private static IHtmlDocument Parse(string html)
    {
        // Without scripting, what stands in noscript is markup: it is what this site's readers should see.
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            DisableElementPositionTracking = true,
            MaximumDepth = MaximumDepth,
            OnToken = CountIn(new ParseBudget()),
        });
        return parser.ParseDocument(html);

        static Action<AngleSharp.Html.Parser.Tokens.HtmlToken, AngleSharp.Text.TextRange> CountIn(ParseBudget budget) => (token, _) => budget.Count(token);
    }
}
