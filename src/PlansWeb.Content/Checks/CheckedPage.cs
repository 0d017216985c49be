using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>A page while it is checked: its HTML as a tree, its source, and what was found. Used by one thread.</summary>
internal sealed class CheckedPage
{
    private static readonly HtmlParser s_parser = new();

    private readonly List<Diagnostic> _problems = [];
    private readonly Lazy<SourceText> _source;
    private readonly Dictionary<string, Dictionary<IElement, int>> _ordinals = new(StringComparer.Ordinal);

    /// <summary>Parses the page's HTML. The source is read when a problem must be placed, which on most pages is never.</summary>
    public CheckedPage(ContentPage page, bool isHidden, string root)
    {
        Page = page;
        IsHidden = isHidden;
        Html = page.Body.Value;
        Document = s_parser.ParseDocument(Html);
        _source = new Lazy<SourceText>(() => SourceText.Read(root, page.SourcePath));
    }

    /// <summary>The page.</summary>
    public ContentPage Page { get; }

    /// <summary>Readers do not see the page now: a draft, or outside its window.</summary>
    public bool IsHidden { get; }

    /// <summary>The rendered Markdown as it is written.</summary>
    public string Html { get; }

    /// <summary>The rendered Markdown; its <c>body</c> holds nothing else.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>The Markdown file.</summary>
    public SourceText Source => _source.Value;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reports a problem; the line of the source is quoted.</summary>
    public void Report(DiagnosticRule rule, SourcePlace place, string message, string advice) =>
        _problems.Add(new Diagnostic(rule, Page.SourcePath, place.Line, place.Column, message, advice) { SourceLine = Source.LineAt(place.Line) });

    /// <summary>
    /// Where the source has the address of an element: the n-th occurrence for the n-th element with this address. Where Liquid wrote the
    /// address, what else is written of the element must tell, or the front matter, from which the address may come.
    /// </summary>
    public SourcePlace PlaceOf(IElement element, string attribute)
    {
        var value = element.GetAttribute(attribute) ?? "";
        var ordinal = OrdinalOf(element, attribute);
        Func<SourcePlace>[] ways =
        [
            () => Source.FindAddress(value, attribute, ordinal),
            () => Source.FindText(Words.Of(element)),
            () => Source.FindText(element.GetAttribute("title") ?? element.GetAttribute("alt") ?? ""),
            () => element.QuerySelector("img[src]") is { } image ? Source.FindAddress(image.GetAttribute("src")!, "src", 0) : SourcePlace.Unknown,
            () => Source.FindExact(value),
        ];
        return ways.Select(static way => way()).FirstOrDefault(static place => place != SourcePlace.Unknown, SourcePlace.Unknown);
    }

    /// <summary>How many elements of the same name stand before one.</summary>
    public int OrdinalOfTag(IElement element) => Document.QuerySelectorAll(element.LocalName).TakeWhile(other => other != element).Count();

    // Counted once for an attribute: a page may have as many problems as links.
    private int OrdinalOf(IElement element, string attribute)
    {
        if (!_ordinals.TryGetValue(attribute, out var ordinals))
        {
            _ordinals[attribute] = ordinals = [];
            var times = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var other in Document.QuerySelectorAll($"[{attribute}]"))
            {
                var value = other.GetAttribute(attribute)!;
                ordinals[other] = times.GetValueOrDefault(value);
                times[value] = ordinals[other] + 1;
            }
        }

        return ordinals.GetValueOrDefault(element);
    }
}
