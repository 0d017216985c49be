using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>Every page in forced colours, with reduced motion, on paper, and on a phone without JavaScript.</summary>
public sealed partial class MediaSurvey(PublishedSite published, BrowserFixture browser) : Survey<MediaVisit>(published, browser)
{
    private const string Edges = """
        [...document.querySelectorAll('button, summary, input:not([type=hidden]), select, textarea, a[class*=btn]')]
          .filter(control => control.checkVisibility() && control.getBoundingClientRect().width > 2)
          .filter(control => {
            const style = getComputedStyle(control);
            return !['Top', 'Right', 'Bottom', 'Left'].some(side => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0)
              && style.outlineStyle === 'none' && !/underline/.test(style.textDecorationLine);
          }).map(control => control.outerHTML.slice(0, 80))
        """;

    private const string Icons = """
        (() => {
          const probe = document.body.appendChild(document.createElement('div'));
          probe.style.cssText = 'background: Canvas; forced-color-adjust: none';
          const canvas = getComputedStyle(probe).backgroundColor;
          probe.remove();
          return [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()).flatMap(element => [null, '::before', '::after'].map(part => {
            const style = getComputedStyle(element, part);
            const isDrawn = style.maskImage !== 'none' && (!part || !/^(none|normal)$/.test(style.content)) && style.display !== 'none';
            return isDrawn && (style.backgroundColor === canvas || style.backgroundColor === 'rgba(0, 0, 0, 0)') ? element.outerHTML.slice(0, 80) + (part || '') : null;
          })).filter(Boolean);
        })()
        """;

    private const string Moving = """
        [...document.querySelectorAll('*')].filter(element => [null, '::before', '::after'].some(part => {
          const style = getComputedStyle(element, part);
          return style.animationName !== 'none' || style.transitionDuration.split(',').some(duration => parseFloat(duration) > 0) || style.scrollBehavior === 'smooth';
        })).map(element => element.outerHTML.slice(0, 80)).concat(document.getAnimations().map(String))
        """;

    private const string Printed = """
        [...document.querySelectorAll('nav, button, input, select, [role=search]')].filter(element => element.checkVisibility()).map(element => 'left: ' + element.outerHTML.slice(0, 80))
          .concat([...document.querySelectorAll('main a[href^=http]')].filter(link => link.checkVisibility() && !getComputedStyle(link, '::after').content.includes(link.getAttribute('href')))
            .map(link => 'no address: ' + link.outerHTML.slice(0, 80)))
        """;

    private const string HeaderLinks = "[...document.querySelectorAll('header a[href]')].map(link => link.getAttribute('href') + ' ' + link.textContent.trim())";

    private const string VisibleHeaderLinks = """
        [...document.querySelectorAll('header a[href]')].filter(link => link.checkVisibility({ visibilityProperty: true }) && link.getBoundingClientRect().width > 1
          && link.getBoundingClientRect().right <= innerWidth).map(link => link.getAttribute('href') + ' ' + link.textContent.trim())
        """;

    private const string DeadButtons = """
        [...document.querySelectorAll('button')].filter(button => !(button.type === 'submit' && button.form) && !button.popoverTargetElement).map(button => button.outerHTML)
        """;

    private protected override async Task<MediaVisit> Look(BrowserFixture browser, Uri address)
    {
        var page = await Open(browser, address);
        var moving = await page.EvaluateAsync<string[]>(Moving);

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        List<string> edges = [.. await page.EvaluateAsync<string[]>(Edges)];
        List<string> icons = [.. await page.EvaluateAsync<string[]>(Icons)];
        await page.SetViewportSizeAsync(390, 844);
        edges.AddRange(await page.EvaluateAsync<string[]>(Edges));
        icons.AddRange(await page.EvaluateAsync<string[]>(Icons));

        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, Media = Media.Print });
        var printed = await page.EvaluateAsync<string[]>(Printed);
        var sheets = PdfPage().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" })));
        await page.Context.CloseAsync();

        var phone = await Open(browser, address, 390, 844, options => options.JavaScriptEnabled = false);
        var reached = new HashSet<string>(await phone.EvaluateAsync<string[]>(VisibleHeaderLinks));
        foreach (var button in await phone.Locator("header summary:visible").AllAsync())
        {
            await button.ClickAsync();
            reached.UnionWith(await phone.EvaluateAsync<string[]>(VisibleHeaderLinks));
        }

        var visit = new MediaVisit(
            edges, icons, moving, printed, sheets,
            [.. (await phone.EvaluateAsync<string[]>(HeaderLinks)).Except(reached)], await phone.EvaluateAsync<string[]>(DeadButtons));
        await phone.Context.CloseAsync();
        return visit;
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();
}
