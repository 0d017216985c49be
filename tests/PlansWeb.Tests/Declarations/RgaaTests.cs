using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Declarations;

/// <summary>
/// Criteria of the RGAA 4.1.2 that the document and the style sheets decide, asserted on every page. Those that need a browser or a validator
/// stand with its tests.
/// </summary>
public sealed partial class RgaaTests(EmbeddedSite embedded)
{
    private const string Named = "[aria-label], [aria-labelledby], [title]";

    private readonly EveryPage _pages = embedded.EveryPage;

    [Fact]
    [Trait("RGAA", "1.1")]
    public Task Images_OfAnyKind_HaveATextOfReplacement() => _pages.All(page =>
    {
        Assert.All(page.QuerySelectorAll("img, area, input[type=image]"), image => Assert.True(image.HasAttribute("alt"), image.OuterHtml));
        Assert.All(page.QuerySelectorAll("svg[role=img], [role=img]"), image => Assert.True(image.Matches(Named), image.OuterHtml));
    });

    [Fact]
    [Trait("RGAA", "1.2")]
    public Task Images_OfDecoration_AreIgnoredByAssistiveTechnology() => _pages.All(page =>
    {
        Assert.All(page.QuerySelectorAll("img[alt='']"), image => Assert.False(image.Matches(Named), image.OuterHtml));
        Assert.All(page.QuerySelectorAll("svg:not([role=img])"), image => Assert.Equal("true", image.GetAttribute("aria-hidden")));
    });

    [Fact]
    [Trait("RGAA", "1.4")]
    [Trait("RGAA", "1.5")]
    public Task Images_OfForms_AreNoTests() => _pages.HasNo("form img, form svg, form canvas, input[type=image]");

    [Fact]
    [Trait("RGAA", "1.9")]
    public Task Captions_OfImages_StandInTheirFigure() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("figcaption"), caption => Assert.Equal("figure", caption.ParentElement!.LocalName)));

    [Fact]
    [Trait("RGAA", "2.1")]
    [Trait("RGAA", "2.2")]
    public Task Frames_Anywhere_AreAbsent() => _pages.HasNo("iframe, frame, frameset, object, embed");

    [Fact]
    [Trait("RGAA", "4.1")]
    [Trait("RGAA", "4.2")]
    [Trait("RGAA", "4.3")]
    [Trait("RGAA", "4.4")]
    [Trait("RGAA", "4.5")]
    [Trait("RGAA", "4.6")]
    [Trait("RGAA", "4.7")]
    [Trait("RGAA", "4.8")]
    [Trait("RGAA", "4.9")]
    [Trait("RGAA", "4.10")]
    [Trait("RGAA", "4.11")]
    [Trait("RGAA", "4.12")]
    [Trait("RGAA", "4.13")]
    [Trait("RGESN", "4.1")]
    public Task Media_OfAnyKind_AreAbsent() => _pages.HasNo("video, audio, bgsound, object, embed, applet, canvas, svg animate, svg script");

    [Fact]
    [Trait("RGAA", "5.1")]
    [Trait("RGAA", "5.2")]
    public Task Tables_WithHeadersOnSeveralLevels_AreAbsent() => _pages.HasNo("th[colspan], th[rowspan], th[headers], td[headers], thead tr + tr");

    [Fact]
    [Trait("RGAA", "5.3")]
    [Trait("RGAA", "5.8")]
    public Task Tables_OfLayout_AreAbsent() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            Assert.False(table.HasAttribute("role"));
            Assert.NotEmpty(table.QuerySelectorAll("th"));
        }));

    [Fact]
    [Trait("RGAA", "5.4")]
    public Task Tables_OfData_HaveATitle() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("table"), table =>
            Assert.True(table.QuerySelector("caption") is not null || table.Closest("[role=region]")?.Matches(Named) == true, table.OuterHtml)));

    [Fact]
    [Trait("RGAA", "5.6")]
    [Trait("RGAA", "5.7")]
    public Task Tables_Headers_SayWhatTheyHead() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("th"), header => Assert.Contains(header.GetAttribute("scope"), (string[])["col", "row"])));

    [Fact]
    [Trait("RGAA", "6.2")]
    public Task Links_Everywhere_HaveAName() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("a[href]"), link =>
            Assert.True(link.Text().Length > 0 || link.HasAttribute("aria-label") || link.QuerySelector("img[alt]:not([alt=''])") is not null, link.OuterHtml)));

    [Fact]
    [Trait("RGAA", "7.1")]
    [Trait("RGAA", "7.2")]
    [Trait("RGAA", "7.3")]
    [Trait("RGAA", "7.4")]
    [Trait("RGAA", "7.5")]
    [Trait("RGAA", "13.10")]
    [Trait("RGAA", "13.11")]
    [Trait("RGAA", "13.12")]
    [Trait("RGESN", "2.2")]
    [Trait("RGESN", "4.2")]
    [Trait("RGESN", "4.9")]
    [Trait("RGESN", "4.13")]
    public async Task Scripts_OfAnyKind_AreAbsent()
    {
        // Data for machines (JSON-LD) is no script: no browser runs it.
        await _pages.HasNo("script:not([type='application/ld+json']), link[rel=preload][as=script], link[rel=modulepreload], noscript, a[href^='javascript:' i]");
        await _pages.All(page => Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    [Trait("RGAA", "8.1")]
    public async Task Document_Beginning_DeclaresItsType() => Assert.All(
        await _pages.Get(), page => Assert.StartsWith("<!DOCTYPE html>\n<html ", page.Source, StringComparison.Ordinal));

    [Fact]
    [Trait("RGAA", "8.3")]
    [Trait("RGAA", "8.4")]
    public Task Document_Language_IsFrench() => _pages.All(page => Assert.Equal("fr", page.DocumentElement.GetAttribute("lang")));

    [Fact]
    [Trait("RGAA", "8.5")]
    public async Task Document_Title_IsThereAndOfItsOwn()
    {
        await _pages.All(page => Assert.NotEmpty(Assert.Single(page.QuerySelectorAll("head > title")).Text()));
        var titles = (await _pages.Get()).Where(page => !page.Path.Contains('?', StringComparison.Ordinal) && page.Document.QuerySelector("[data-page-content]") is not null)
            .Select(page => page.Document.Title).ToList();
        Assert.Equal(titles.Distinct(), titles);
    }

    [Fact]
    [Trait("RGAA", "8.8")]
    public Task Passages_LanguageCodes_AreKnown() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("[lang]"), element => Assert.NotEmpty(CultureInfo.GetCultureInfo(element.GetAttribute("lang")!, predefinedOnly: true).Name)));

    [Fact]
    [Trait("RGAA", "8.9")]
    public Task Elements_OfLayoutAlone_AreAbsent() => _pages.All(page =>
    {
        Assert.Empty(page.QuerySelectorAll("br + br"));
        Assert.All(page.QuerySelectorAll("p, li, h1, h2, h3, h4, h5, h6, blockquote"), element =>
            Assert.True(element.Text().Length > 0 || element.QuerySelector("img") is not null, element.OuterHtml));
    });

    [Fact]
    [Trait("RGAA", "8.10")]
    public async Task Text_Direction_IsTheSameEverywhere()
    {
        await _pages.HasNo("[dir], bdo");
        Assert.All(await _pages.Get(), page => Assert.DoesNotMatch("[\u0590-\u08FF]", page.Document.Body!.TextContent));
    }

    [Fact]
    [Trait("RGAA", "9.1")]
    public Task Headings_Levels_BeginWithOneAndAreNeverSkipped() => _pages.All(page =>
    {
        var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First}, h{pair.Second}"));
    });

    [Fact]
    [Trait("RGAA", "9.2")]
    [Trait("RGAA", "12.6")]
    public Task Landmarks_OfThePage_AreThereOnceAndHoldEverything() => _pages.All(page =>
    {
        Assert.All(["header", "main", "footer"], landmark => Assert.Single(page.QuerySelectorAll(landmark)));
        Assert.Single(page.QuerySelectorAll("header nav"));
        Assert.All(page.QuerySelectorAll("nav"), navigation => Assert.True(navigation.Matches(Named), navigation.OuterHtml));
        var names = page.QuerySelectorAll("nav[aria-label]").Select(navigation => navigation.GetAttribute("aria-label")).ToList();
        Assert.Equal(names.Distinct(), names);
    });

    [Fact]
    [Trait("RGAA", "9.3")]
    public Task Lists_Children_AreEntries() => _pages.All(page =>
    {
        Assert.Empty(page.QuerySelectorAll("ul > :not(li), ol > :not(li), dl > :not(dt, dd, div)"));
        Assert.All(page.QuerySelectorAll("li"), entry => Assert.Contains(entry.ParentElement!.LocalName, (string[])["ul", "ol", "menu"]));

        // A list that is only written as one begins its lines with signs.
        Assert.All(page.QuerySelectorAll("p"), paragraph => Assert.DoesNotMatch("^[-–•*] ", paragraph.Text()));
    });

    [Fact]
    [Trait("RGAA", "10.1")]
    public Task Presentation_InTheDocument_IsAbsent() => _pages.HasNo(
        "basefont, big, blink, center, font, marquee, s, strike, tt, u, [style], style, [align], [bgcolor], [background], [border], [cellpadding], "
        + "[cellspacing], [hspace], [vspace], [valign], [color], [face], [link], [vlink], [alink], [text], [clear], [nowrap], td[width], th[width], table[width]");

    [Fact]
    [Trait("RGAA", "10.2")]
    public void Styles_Texts_AreNoInformation()
    {
        // Numbers of lists, addresses on paper, and the dot between badges' parts: without the sheet, nothing is missing.
        string[] harmless = ["\"\"", "none", "attr(href)", "\" (\" attr(href) \")\"", "\"·\"", "var(--ol-content)", "counters(li-counter, \".\") \".  \""];

        Assert.All(Content().Matches(Styles.All).Select(match => match.Groups[1].Value), text => Assert.Contains(text, harmless));
    }

    [Fact]
    [Trait("RGAA", "10.13")]
    [Trait("RGAA", "10.14")]
    [Trait("RGAA", "12.11")]
    public void Styles_UnderThePointer_ShowNothingNew()
    {
        Assert.All(Hover().Matches(Styles.All).Select(match => match.Groups["rules"].Value), rules =>
            Assert.DoesNotMatch("display|visibility|opacity|content|left|top|clip|height", rules));
    }

    [Fact]
    [Trait("RGAA", "11.1")]
    [Trait("RGAA", "11.2")]
    [Trait("RGESN", "4.10")]
    public Task Fields_Everywhere_HaveALabel() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("input:not([type=hidden], [type=submit]), textarea"), field =>
        {
            Assert.NotEmpty(Assert.Single(page.QuerySelectorAll($"label[for='{field.Id}']")).Text());
            Assert.True(field.HasAttribute("maxlength"), field.OuterHtml);
        }));

    [Fact]
    [Trait("RGAA", "11.4")]
    public Task Labels_Everywhere_StandBesideTheirField() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("label"), label => Assert.Equal(label.GetAttribute("for"), label.NextElementSibling?.Id)));

    [Fact]
    [Trait("RGAA", "11.3")]
    [Trait("RGAA", "11.5")]
    [Trait("RGAA", "11.6")]
    [Trait("RGAA", "11.7")]
    [Trait("RGAA", "11.8")]
    [Trait("RGAA", "11.11")]
    [Trait("RGAA", "11.12")]
    [Trait("RGAA", "11.13")]
    [Trait("RGESN", "1.6")]
    public Task Forms_OtherThanTheSearch_AreAbsent() => _pages.All(page =>
    {
        Assert.All(page.QuerySelectorAll("form"), form =>
        {
            Assert.Equal("/recherche/", form.GetAttribute("action"));
            Assert.DoesNotContain("post", form.GetAttribute("method") ?? "get", StringComparison.OrdinalIgnoreCase);
            Assert.Equal(["search"], form.QuerySelectorAll("input:not([type=hidden], [type=submit])").Select(field => field.GetAttribute("type")));
        });
        Assert.Empty(page.QuerySelectorAll("select, textarea, fieldset, [required], [pattern], [type=email], [type=tel], [type=password]"));
    });

    [Fact]
    [Trait("RGAA", "11.9")]
    public Task Buttons_Everywhere_SayWhatTheyDo() => _pages.All(page =>
        Assert.All(page.QuerySelectorAll("button, summary, input[type=submit]"), button =>
            Assert.True((button.Text() + button.GetAttribute("value")).Length > 2, button.OuterHtml)));

    [Fact]
    [Trait("RGAA", "11.10")]
    public Task Fields_Everywhere_RefuseNothing() => _pages.HasNo("[required], [pattern], [min], [max], [minlength], [aria-required], [aria-invalid]");

    [Fact]
    [Trait("RGAA", "12.2")]
    public async Task Header_OnEveryPage_IsTheSame()
    {
        var headers = (await _pages.Get()).Select(page => string.Join(" | ", page.Document.QuerySelectorAll("header a, header summary").Select(link => link.Text()))).ToList();

        Assert.Single(headers.Distinct());
        await _pages.All(page => Assert.Equal(["header", "footer"], page.QuerySelectorAll("body > header, body > footer").Select(element => element.LocalName)));
    }

    [Fact]
    [Trait("RGAA", "12.7")]
    public Task SkipLink_FirstInThePage_LeadsToTheContent() => _pages.All(page =>
    {
        Assert.Equal("#contenu", page.QuerySelector("a[href], button, summary, input")!.GetAttribute("href"));
        Assert.Equal("main", page.GetElementById("contenu")!.LocalName);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(Uri.UnescapeDataString(link.GetAttribute("href")![1..]))));
    });

    [Fact]
    [Trait("RGAA", "12.8")]
    public Task Focus_Order_IsThatOfTheDocument() => _pages.HasNo("[tabindex]:not([tabindex='0'], [tabindex='-1']), [autofocus]");

    [Fact]
    [Trait("RGAA", "12.10")]
    public Task Shortcuts_OfOneKey_AreAbsent() => _pages.HasNo("[accesskey]");

    [Fact]
    [Trait("RGAA", "13.1")]
    public Task Time_Limits_AreAbsent() => _pages.HasNo("meta[http-equiv]");

    [Fact]
    [Trait("RGAA", "13.2")]
    public Task Links_Everywhere_OpenInTheSameWindow() => _pages.HasNo("[target], [formtarget]");

    [Fact]
    [Trait("RGAA", "13.7")]
    [Trait("RGAA", "13.8")]
    public async Task Motion_OfAnyKind_IsAbsent()
    {
        await _pages.HasNo("blink, marquee, img[src$='.gif' i], svg animate");
        Assert.DoesNotMatch("animation|transition|@keyframes", Styles.All);
    }

    [Fact]
    [Trait("RGAA", "13.9")]
    public void Styles_Orientation_IsNeverAsked() => Assert.DoesNotMatch(@"\(orientation", Styles.All);

    [GeneratedRegex("[{;]content:([^;}]*)")]
    private static partial Regex Content();

    [GeneratedRegex(@"[^{}]*:hover[^{}]*\{(?<rules>[^}]*)\}")]
    private static partial Regex Hover();
}
