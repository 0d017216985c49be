using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html;

/// <summary>
/// The body of a page while it is rendered: its HTML, and the one tree that everything which reads or changes it shares. The tree is made when it
/// is first asked for, which most pages never do; the HTML is written again only where the tree was changed. Not thread-safe.
/// </summary>
internal sealed class HtmlBody
{
    private string? _html;
    private IElement? _root;

    /// <summary>A body that nobody has parsed yet.</summary>
    /// <param name="html">The HTML, safe: what Markdown writes, or a sanitizer left.</param>
    public HtmlBody(string html) => _html = html;

    /// <summary>A body that was parsed already.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="root">The element that holds the same as a tree.</param>
    public HtmlBody(string html, IElement root) => (_html, _root) = (html, root);

    /// <summary>The element that holds the body. Whoever changes it calls <see cref="Change"/>.</summary>
    public IElement Root => _root ??= new HtmlParser().ParseDocument("<body>" + _html).Body!;

    /// <summary>The HTML as it is now.</summary>
    public string Html => _html ??= Write(_root!);

    /// <summary>Says that the tree was changed.</summary>
    public void Change()
    {
        _ = Root;
        _html = null;
    }

    /// <summary>The headings that have an id, in order.</summary>
    /// <param name="written">Those that Markdown wrote: their texts are theirs.</param>
    public IReadOnlyList<Heading> Headings(IReadOnlyList<Heading> written)
    {
        var known = written.GroupBy(static heading => (heading.Level, heading.Id)).ToDictionary(static group => group.Key, static group => group.First());
        return [.. Root.QuerySelectorAll("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]")
            .Select(static element => new Heading(element.LocalName[1] - '0', element.Id!, HeadingText.Collapse(element.TextContent)))
            .Select(heading => known.GetValueOrDefault((heading.Level, heading.Id), heading))
            .Where(static heading => heading is { Id.Length: > 0, Text.Length: > 0 })];
    }

    /// <summary>Takes out the headings without text or image: to a screen reader they are headings without a name.</summary>
    public void RemoveEmptyHeadings()
    {
        foreach (var heading in Root.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Where(static heading => string.IsNullOrWhiteSpace(heading.TextContent) && heading.QuerySelector("img") is null))
        {
            heading.Remove();
            Change();
        }
    }

    /// <summary>Writes what an element holds.</summary>
    public static string Write(IElement root) => root.ChildNodes.ToHtml(Formatter.Instance);

    // As Markdown writes text: quotes as references, no-break spaces, which French has many of, as they are (two bytes instead of six).
    private sealed class Formatter : HtmlMarkupFormatter
    {
        public static new readonly Formatter Instance = new();

        public override string Text(ICharacterData text) => Encode(text.Data);

        protected override string Attribute(IAttr attr) => $"{attr.Name}=\"{Encode(attr.Value)}\"";

        private static string Encode(string text) => text.AsSpan().IndexOfAny("&<>\"\r") < 0 ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal);
    }
}
