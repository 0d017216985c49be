using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Criteria of the RGAA 4.1 that the HTML of every page proves. The number in the trait is the criterion's.</summary>
public sealed class RgaaTests(EmbeddedSite embedded)
{
    private const string Map = "/plan-du-site/";
    private const string Search = "/recherche/";

    // Elements and attributes that HTML had for looks, before style sheets.
    private const string ForLooks =
        "basefont, big, blink, center, font, marquee, s:empty, strike, tt, u, [align], [alink], [background], [bgcolor], [border], [cellpadding], "
        + "[cellspacing], [char], [charoff], [clear], [color], [compact], [frameborder], [hspace], [link], [marginheight], [marginwidth], [text], "
        + "[valign], [vlink], [vspace], :is(table, td, th, hr, pre, col)[width], :is(td, th, table)[height], :is(ul, ol, li, hr)[size], style, [style]";

    [RgaaFact("1.2")]
    public Task Images_Decorative_AreIgnoredByAssistiveTechnology() => None(
        "img[alt=''][title], img[alt=''][aria-label], img[alt=''][aria-labelledby], svg:not([aria-hidden=true], [role=img]), canvas, object[type^=image], embed[type^=image]",
        "<img alt='' title=a>", "<svg></svg>", "<canvas></canvas>");

    [RgaaFact("1.9")]
    public Task Images_WithACaption_AreTiedToIt() => All("figcaption", caption =>
        caption.ParentElement is { LocalName: "figure" } figure && figure.GetAttribute("role") is "figure" or "group"
        && figure.GetAttribute("aria-label")?.StartsWith(caption.Text()[..Math.Min(20, caption.Text().Length)], StringComparison.Ordinal) == true,
        "<figure><img alt=a><figcaption>a</figcaption></figure>", "<figure role=figure aria-label=b><figcaption>a</figcaption></figure>");

    [RgaaFact("5.4")]
    public Task Tables_WithATitle_AreTiedToIt() => All("table", table =>
        table.QuerySelector("caption")?.Text().Length > 0 || table.HasAttribute("title") || table.HasAttribute("aria-label") || table.HasAttribute("aria-labelledby")
        || table.PreviousElementSibling is null or not { LocalName: "p" } || !table.PreviousElementSibling.Text().EndsWith(':'),
        "<p>Les dépenses :</p><table><tr><th>a</table>");

    [RgaaFact("5.6")]
    public Task Tables_OfData_DeclareTheirHeadings() => All("table", table =>
        table.QuerySelector("tr")!.Children.All(cell => cell.LocalName == "th")
        || table.QuerySelectorAll("tr").All(row => row.FirstElementChild is { LocalName: "th" } heading && heading.GetAttribute("scope") == "row"),
        "<table><tr><td>a<tr><td>b</table>", "<table><tr><th>a<td>b</table>");

    [RgaaFact("5.4")]
    public Task Tables_ScrollingBox_HasANameAndTakesTheFocus() => All("table", table =>
        table.Closest("[tabindex='0']") is { } scroller && scroller.GetAttribute("role") is "region" or "group"
        && (scroller.HasAttribute("aria-label") || scroller.HasAttribute("aria-labelledby")),
        "<table></table>", "<div tabindex=0 role=region><table></table></div>");

    [RgaaFact("8.1")]
    public async Task Document_Start_DeclaresItsType() =>
        Assert.All(await embedded.Pages, page => Assert.StartsWith("<!DOCTYPE html>", page.Html, StringComparison.OrdinalIgnoreCase));

    [RgaaFact("8.9")]
    public Task Elements_AnyPage_AreNotUsedForLooks() => None(
        "p:empty, li:empty, h1:empty, h2:empty, h3:empty, h4:empty, h5:empty, h6:empty, td > br:only-child, br + br, blockquote:empty, [role=presentation]:not(img)",
        "<p></p>", "<div>a<br><br>b</div>", "<div role=presentation></div>");

    [RgaaFact("9.1")]
    public async Task Headings_AnyPage_BeginWithTheOnlyFirstAndSkipNoLevel()
    {
        foreach (var page in await embedded.Pages)
        {
            var headings = page.Document.QuerySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]");
            var levels = headings.Select(heading => heading.LocalName[1] - '0').ToList();

            Assert.True(levels.Count(level => level == 1) == 1 && levels[0] == 1, page.Path);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{page.Path}: h{pair.First}, then h{pair.Second}"));
            Assert.All(headings, heading => Assert.NotEqual("", heading.Text()));
        }
    }

    [RgaaFact("9.2 12.6")]
    public async Task Landmarks_AnyPage_AreThereOnceAndNamed()
    {
        foreach (var page in await embedded.Pages)
        {
            Assert.All(["body > header", "main", "body > footer"], landmark => Assert.True(page.Document.QuerySelectorAll(landmark).Length == 1, $"{page.Path}: {landmark}"));
            var menus = page.Document.QuerySelectorAll("nav, [role=navigation], [role=search], search").Select(Name).ToList();
            Assert.DoesNotContain("", menus);
            Assert.True(menus.Distinct().Count() == menus.Count, $"{page.Path}: two menus have the same name: {string.Join(", ", menus)}");
        }
    }

    [RgaaFact("10.1")]
    public Task Looks_AnyPage_AreOfTheStyleSheet() => None(ForLooks,
        "<center>a</center>", "<p align=left>a</p>", "<table><tr><td width=5></table>", "<p style=color:red>a</p>");

    [RgaaFact("11.4")]
    public Task Labels_AnyField_StandBesideIt() => All("input:not([type=hidden], [type=submit]), select, textarea", field =>
        field.Closest("label") is not null || (field.Id is { Length: > 0 } id && field.PreviousElementSibling is { LocalName: "label" } label && label.GetAttribute("for") == id),
        "<input id=a>", "<label for=b>b</label><input id=a>");

    [RgaaFact("11.10")]
    [Trait("RGESN", "4.10")]
    public Task Fields_AnyConstraint_AreSaidInTheLabel() => All(":is(input, select, textarea):is([required], [aria-required=true], [pattern])", field =>
        field.Owner!.QuerySelector($"label[for='{field.Id}']")?.Text().Contains("obligatoire", StringComparison.OrdinalIgnoreCase) == true,
        "<label for=a>Nom</label><input id=a required>");

    [RgaaFact("12.1")]
    public async Task Navigation_AnyPage_OffersTwoWays()
    {
        Assert.SkipUnless(await Has(Map) || await Has(Search), "the site has neither a map nor a search yet");

        Assert.All(await embedded.Pages, page => Assert.True(
            new[] { "nav#menu", $"a[href='{Map}']", $"form[action^='{Search}'], a[href^='{Search}']" }.Count(way => page.Document.QuerySelector(way) is not null) >= 2, page.Path));
    }

    [RgaaFact("12.2")]
    public async Task Navigation_AnyPage_StandsAtTheSamePlace()
    {
        var frames = (await embedded.Pages).Select(page => (page.Path, Frame: Frame(page.Document))).ToList();

        Assert.All(frames, page => Assert.True(page.Frame == frames[0].Frame, $"{page.Path}: {page.Frame}\n{frames[0].Path}: {frames[0].Frame}"));
    }

    [RgaaFact("12.3")]
    public async Task Map_Links_LeadToEveryPage()
    {
        Assert.SkipUnless(await Has(Map), "the site has no map yet");

        var links = (await embedded.Pages).Single(page => page.Path == Map).Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ToHashSet();
        Assert.All((await embedded.Pages).Where(page => page.Path != SiteCrawl.Unknown && !page.Path.Contains('?', StringComparison.Ordinal)), page => Assert.Contains(page.Path, links));
    }

    [RgaaFact("12.4")]
    public async Task Map_AnyPage_IsReachedTheSameWay()
    {
        Assert.SkipUnless(await Has(Map), "the site has no map yet");

        await SameWay($"footer a[href='{Map}']");
    }

    [RgaaFact("12.5")]
    public async Task Search_AnyPage_IsReachedTheSameWay()
    {
        Assert.SkipUnless(await Has(Search), "the site has no search yet");

        await SameWay($"header :is(form[action^='{Search}'], a[href^='{Search}'])");
    }

    [RgaaFact("12.7")]
    public Task SkipLinks_AnyPage_LeadToElementsOfThePage() => All(".fr-skiplinks a", link => link.Owner!.GetElementById(link.GetAttribute("href")![1..]) is not null,
        "<p class=fr-skiplinks><a href=#a>a</a></p>");

    [RgaaFact("12.8")]
    public Task TabOrder_AnyPage_IsNeverForced() => None("[tabindex]:not([tabindex='0'], [tabindex='-1'])",
        "<a tabindex=2>a</a>");

    [RgaaFact("13.2")]
    public Task Links_AnyPage_OpenNoWindow() => None("[target]:not([target=_self]), [onclick], [rel~=opener]",
        "<a target=_blank>a</a>");

    [Fact]
    [Trait("RGESN", "4.3")]
    public async Task Pages_AnyPage_AreThreeClicksFromHome() =>
        Assert.All(await embedded.Pages, page => Assert.True(page.Clicks <= 3, $"{page.Path}: {page.Clicks} clicks"));

    // No element that the selector finds; it must find the examples, for a selector that finds nothing proves nothing.
    private Task None(string selector, params string[] examples) => All(selector, _ => false, examples);

    // Each element that the selector finds is as asked; the examples, which are not, must be found.
    private async Task All(string selector, Func<IElement, bool> isRight, params string[] wrong)
    {
        Assert.NotEmpty(wrong);
        Assert.All(wrong, example => Assert.Contains(Dom.Parse(example).QuerySelectorAll(selector), element => !isRight(element)));
        Assert.All(await embedded.Pages, page => Assert.All(
            page.Document.QuerySelectorAll(selector), element => Assert.True(isRight(element), $"{page.Path}: {element.OuterHtml[..Math.Min(200, element.OuterHtml.Length)]}")));
    }

    private async Task<bool> Has(string path) => (await embedded.Client.Get(path)).IsSuccessStatusCode;

    private async Task SameWay(string selector) => Assert.All(await embedded.Pages, page => Assert.True(page.Document.QuerySelectorAll(selector).Length == 1, page.Path));

    private static string Name(IElement landmark) =>
        landmark.GetAttribute("aria-label") ?? landmark.Owner!.GetElementById(landmark.GetAttribute("aria-labelledby") ?? "")?.Text() ?? "";

    // The header's links and the big blocks in their order: what must not move from page to page.
    private static string Frame(IDocument document) => string.Join(' ',
        document.QuerySelectorAll("header a[href], body > *").Select(element => element.LocalName == "a" ? element.GetAttribute("href") : element.LocalName));
}
