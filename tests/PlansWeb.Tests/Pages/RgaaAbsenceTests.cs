using System.Text.RegularExpressions;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>
/// Criteria of the RGAA 4.1 that do not apply, because no page has what they are about. A page that gets it fails here, and the
/// criterion must then be looked at.
/// </summary>
public sealed partial class RgaaAbsenceTests(EmbeddedSite embedded)
{
    [RgaaFact("1.4 1.5")]
    public Task Captcha_AnyPage_IsAbsent() => None("form img, form svg, form canvas, input[type=image], [class*=captcha i], [id*=captcha i], [src*=captcha i]",
        "<form><img></form>", "<input type=image>", "<div id=reCAPTCHA></div>");

    [RgaaFact("2.1 2.2")]
    public Task Frames_AnyPage_AreAbsent() => None("iframe, frame, frameset, noframes, portal, fencedframe",
        "<iframe></iframe>");

    [RgaaFact("4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10 4.11 4.12 4.13")]
    [Trait("RGESN", "4.1")]
    [Trait("RGESN", "4.6")]
    public Task SoundVideoAndAnimatedMedia_AnyPage_AreAbsent() => None(
        "audio, video, track, bgsound, object, embed, applet, canvas, svg :is(animate, animateMotion, animateTransform, set), "
        + "a[href$='.mp3' i], a[href$='.mp4' i], a[href$='.webm' i], a[href$='.ogg' i], img[src$='.gif' i]",
        "<video></video>", "<svg><animate /></svg>", "<a href=/film.MP4>Film</a>", "<img src=a.gif>");

    [RgaaFact("5.1 5.2")]
    public Task Tables_Complex_AreAbsent() => None(":is(td, th):is([rowspan]:not([rowspan='1']), [colspan]:not([colspan='1']), [headers]), thead tr + tr, th[scope$=group], table table",
        "<table><tr><td colspan=2></table>", "<table><thead><tr><th>a<tr><th>b</table>", "<table><tr><th scope=colgroup></table>");

    [RgaaFact("5.3 5.8")]
    public Task Tables_ForLayout_AreAbsent() => None("table:is([role=presentation], [role=none]), table:not(:has(th))",
        "<table role=none></table>", "<table><tr><td>a</table>");

    [RgaaFact("7.1 7.2 7.3 7.4 7.5 12.10 13.10 13.11 13.12")]
    [Trait("RGESN", "2.2")]
    [Trait("RGESN", "4.2")]
    [Trait("RGESN", "4.9")]
    [Trait("RGESN", "4.13")]
    public async Task Scripts_AnyPage_AreAbsentAndForbidden()
    {
        // Data blocks, such as JSON-LD, are scripts by their element's name only. Without a script there is no message to announce, no
        // gesture, no movement, no key of its own.
        await None("script:not([type='application/ld+json'], [type='application/json']), noscript, [href^='javascript:' i], [accesskey], [aria-live], [role=alert], [role=status]",
        "<script>1</script>", "<a href=javascript:1>a</a>", "<a accesskey=a>a</a>", "<p role=status>a</p>");
        Assert.All(await embedded.Pages, page => Assert.DoesNotContain(
            page.Document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))));
        using var response = await embedded.Client.Get("/");
        Assert.Contains("script-src 'none'", string.Concat(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [RgaaFact("8.10")]
    public async Task ReadingDirection_AnyPage_NeverChanges()
    {
        await None("[dir]:not([dir=ltr]), bdo, bdi", "<p dir=rtl>a</p>", "<p dir=auto>a</p>");
        Assert.All(await embedded.Pages, page => Assert.DoesNotMatch(RightToLeft(), page.Html));
    }

    [RgaaFact("10.13 10.14 12.11")]
    public void Content_OnHoverOrFocus_DoesNotAppear()
    {
        // Whatever a pointer or the focus brings about is colour and line; the skip links show themselves.
        foreach (var sheet in Sheets())
        {
            Assert.All(
                Rule().Matches(sheet).Where(rule => OnHoverOrFocus().IsMatch(rule.Groups["selector"].Value) && !rule.Value.Contains("skiplinks", StringComparison.Ordinal)),
                rule => Assert.DoesNotMatch(Appearance(), rule.Groups["body"].Value));
        }
    }

    [RgaaFact("11.3")]
    public async Task Labels_OfTheSameField_AreTheSameOnEveryPage()
    {
        // The same field: the same name in a form that asks the same address.
        var fields = (await embedded.Pages).SelectMany(page => page.Document.QuerySelectorAll("label[for]").Select(label =>
        {
            var field = page.Document.GetElementById(label.GetAttribute("for")!);
            return (Field: (field?.Closest("form")?.GetAttribute("action"), field?.GetAttribute("name")), Label: label.Text());
        })).Distinct().ToList();

        Assert.Equal(fields.DistinctBy(field => field.Field).Count(), fields.Count);
    }

    [RgaaFact("11.5 11.6 11.7 11.8")]
    public Task Fields_InGroups_AreAbsent() => None("fieldset, legend, optgroup, input:is([type=radio], [type=checkbox]), [role=group]:has(input), [role=radiogroup]",
        "<fieldset></fieldset>", "<input type=radio>", "<optgroup></optgroup>");

    [RgaaFact("11.11 11.12 11.13")]
    public Task Forms_ThatAskForPersonalData_AreAbsent() => None(
        "form:is([method=post i], [method=dialog i]), textarea, [contenteditable], [autocomplete], input:not([type=search], [type=hidden], [type=submit])",
        "<form method=post></form>", "<input type=email>", "<input>", "<textarea></textarea>");

    [RgaaFact("13.1")]
    public async Task TimeLimits_AnyPage_AreAbsent()
    {
        await None("meta[http-equiv=refresh i]", "<meta http-equiv=Refresh content=5>");
        using var response = await embedded.Client.Get("/");
        Assert.False(response.Headers.Contains("Refresh"));
    }

    [RgaaFact("13.7 13.8")]
    public async Task FlashesAndMovement_AnyPage_AreAbsent()
    {
        await None("blink, marquee, img[src$='.gif' i], img[src$='.apng' i], svg :is(animate, animateMotion, animateTransform, set)",
            "<marquee>a</marquee>", "<img src=a.GIF>", "<svg><set /></svg>");
        Assert.All(Sheets(), sheet => Assert.DoesNotMatch(Movement(), sheet));
    }

    // No element that the selector finds, on any page. It must find the examples: a selector that finds nothing proves nothing.
    private async Task None(string selector, params string[] examples)
    {
        Assert.All(examples, example => Assert.True(Dom.Parse(example).QuerySelector(selector) is not null, $"not found: {example}"));
        Assert.All(await embedded.Pages, page => Assert.All(
            page.Document.QuerySelectorAll(selector), element => Assert.Fail($"{page.Path}: {element.OuterHtml[..Math.Min(200, element.OuterHtml.Length)]}")));
    }

    private static List<string> Sheets()
    {
        var folder = Path.Combine(Repository.Root, "wwwroot", "css");
        Needs.That(Directory.Exists(folder), "the style sheet is not built: build src/PlansWeb");
        return [.. Directory.EnumerateFiles(folder, "*.css").Select(File.ReadAllText)];
    }

    [GeneratedRegex(@"[\u0590-\u08FF\u200F\u202B\u202E\u2067]")]
    private static partial Regex RightToLeft();

    [GeneratedRegex(@"(?<selector>[^{}]+)\{(?<body>[^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@":hover|:focus")]
    private static partial Regex OnHoverOrFocus();

    [GeneratedRegex(@"(?<![\w-])(display|visibility|opacity|content|clip|clip-path|position|transform|left|top|height|width|max-height)\s*:")]
    private static partial Regex Appearance();

    [GeneratedRegex(@"(?<![\w-])(animation|transition|@keyframes|scroll-behavior)")]
    private static partial Regex Movement();
}
