using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Html;

/// <summary>
/// Makes editors' HTML safe and well formed: reads it as a browser does, inside elements like the layout's, and takes away what
/// <see cref="AllowedHtml"/> does not name (<see cref="SanitizerPass"/>). HTML of which nothing had to go, and which no parser can read in two ways,
/// stays as it was written, and was parsed once. Everything else is written anew from the tree and read again until it stays as it is and nothing of
/// it gets out of the layout: a text that no two readings agree on, which is how sanitizers are fooled, is shown without any of its tags.
/// </summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="frameHosts">Hosts that may be framed (setting <c>Content:FrameHosts</c>).</param>
/// <param name="isExact">
/// Bodies are as Eleventy has them (<c>Content:Dialect</c>): comments that are notes, and <c>data-*</c>, stay; a stray end tag does not have everything
/// written anew.
/// </param>
internal sealed partial class BodySanitizer(IEnumerable<string> frameHosts, bool isExact = false)
{
    private const int MaximumDepth = 400;
    private const int MaximumReadings = 4;

    // Without going back: a text of nothing but openings must cost no more than its length.
    private static readonly Regex s_notText = new(
        @"<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    // Tags in small letters, with values that no parser takes otherwise than another, comments without « < », « > » and « -- », and text. Whether
    // each tag is also an element of the tree is for IsAsWritten to say.
    private static readonly Regex s_plain = new(
        """^(?:[^<\0\r]|<[a-z][a-z0-9]*(?:\s+[a-z][a-z0-9-]*(?:=(?:"[^"<\0\r]*"|'[^'<\0\r]*'|[^\s"'=<>`\0/]+))?)*\s*/?>|</[a-z][a-z0-9]*>|<!--(?:[^<>\0\r-]|-[^<>\0\r-])*-->)*$""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly FrozenSet<string> _frameHosts = frameHosts.Select(static host => HostName.ToAscii(host) ?? host).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Sanitizes the rendered body of a page.</summary>
    /// <param name="html">Markdown and raw HTML, rendered.</param>
    /// <param name="markdown">The Markdown that it comes from, in which the lines of problems are looked for.</param>
    /// <param name="firstLine">The line of the file on which the Markdown begins.</param>
    /// <param name="problems">Where problems are reported.</param>
    public HtmlBody Sanitize(string html, string markdown, int firstLine, DiagnosticLog problems)
    {
        var report = new SanitizerReport(new SourceSearch(markdown, firstLine), problems);
        try
        {
            return Sanitize(html, report);
        }
        catch (HtmlBudgetException)
        {
            report.TooCostly();
            return new HtmlBody(TextOf(html));
        }
    }

    private HtmlBody Sanitize(string html, SanitizerReport report)
    {
        var tags = new List<string>();
        var inLayout = ParseInLayout(html, tags);
        var root = inLayout ?? ParseAlone(html);
        var isChanged = new SanitizerPass(root, _frameHosts, isExact, report).Run();
        if (!isChanged && inLayout is not null && s_plain.IsMatch(html) && IsAsWritten(root, tags) && !HasAttributeTwice(html))
        {
            return new HtmlBody(html, root);
        }

        var output = HtmlBody.Write(root);
        for (var reading = 0; reading < MaximumReadings; reading++)
        {
            var again = ParseInLayout(output, null);
            if (again is not null)
            {
                new SanitizerPass(again, _frameHosts, isExact, null).Run();
            }

            var rewritten = HtmlBody.Write(again ?? root);
            if (again is not null && rewritten == output)
            {
                return new HtmlBody(output, again);
            }

            (output, root) = (rewritten, again ?? root);
        }

        throw new HtmlBudgetException();
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

    // Within elements like the layout's; null where something gets out of them. The text behind the element tells: it would stand in whatever is left open.
    private static IElement? ParseInLayout(string html, List<string>? tags)
    {
        var body = Parse($"<!DOCTYPE html><body><main><div>{html}</div>.</main><hr>", tags);
        if (body.ChildNodes is not [IElement { LocalName: "main", ChildNodes: [IElement { LocalName: "div" } root, IText { Data: "." }] }, IElement { LocalName: "hr" }])
        {
            return null;
        }

        // Without those of the layout.
        tags?.RemoveRange(0, 3);
        tags?.RemoveRange(tags.Count - 3, 3);
        return root;
    }

    private static IElement ParseAlone(string html)
    {
        // The br keeps a frameset from taking the place of the body.
        var body = Parse("<!DOCTYPE html><body><br>" + html, null);
        body.RemoveChild(body.FirstChild!);
        return body;
    }

    private static IElement Parse(string html, List<string>? tags)
    {
        // Without scripting, what stands in noscript is markup: it is what this site's readers should see.
        var budget = new ParseBudget();
        return new HtmlParser(new HtmlParserOptions { IsScripting = false, DisableElementPositionTracking = true, MaximumDepth = MaximumDepth, OnToken = Read })
            .ParseDocument(html).Body!;

        void Read(HtmlToken token, TextRange range)
        {
            budget.Count(token);
            if (tags is not null && token is HtmlTagToken tag)
            {
                tags.Add(tag.Type == HtmlTokenType.StartTag ? Opening(tag.Name, tag.Attributes.Count) : "/" + tag.Name);
            }
        }
    }

    /// <summary>
    /// Each tag of the source is one of the tree, in order and with all its attributes: nothing was left out, moved or added by the parser, so what
    /// the pass looked at is what stands there. In Eleventy's dialect end tags may be missing or stray: only what is opened must be the same.
    /// </summary>
    private bool IsAsWritten(IElement root, List<string> tags)
    {
        var at = 0;
        return isExact ? Opened() && at == tags.Count : Nested(root) && at == tags.Count;

        bool Nested(IElement parent)
        {
            foreach (var element in parent.Children)
            {
                if (!Next(Opening(element.LocalName, element.Attributes.Length)) || !Nested(element)
                    || (!AllowedHtml.IsVoid(element.LocalName) && !Next("/" + element.LocalName)))
                {
                    return false;
                }
            }

            return true;
        }

        bool Opened()
        {
            tags.RemoveAll(static tag => tag[0] == '/');

            // An end tag of a paragraph that is none makes an empty one.
            return root.QuerySelectorAll("*").All(element =>
                Next(Opening(element.LocalName, element.Attributes.Length)) || element is { LocalName: "p", Attributes.Length: 0, FirstChild: null });
        }

        bool Next(string tag)
        {
            if (at == tags.Count || tags[at] != tag)
            {
                return false;
            }

            at++;
            return true;
        }
    }

    // Browsers take the first, which the pass looked at; others may take the last. In plain HTML, which this is, the pattern finds all there are.
    private static bool HasAttributeTwice(string html) => Attributes().Matches(html)
        .Any(static tag => tag.Groups["name"].Captures is { Count: > 1 } names && names.DistinctBy(static name => name.Value).Count() < names.Count);

    [GeneratedRegex("""<[a-z][a-z0-9]*(?:\s+(?<name>[a-z][a-z0-9-]*)(?:="[^"]*"|='[^']*'|=[^\s"'=<>`/]+)?)+""")]
    private static partial Regex Attributes();

    private static string Opening(string name, int attributes) => $"{name} {attributes}";
}
