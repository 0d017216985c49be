using System.Text.Json;
using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>Every page from its first press of Tab to its last, on a wide screen in light and on a phone in dark.</summary>
public sealed class KeyboardSurvey(PublishedSite published, BrowserFixture browser) : Survey<IReadOnlyList<KeyboardVisit>>(published, browser)
{
    // More than any page has: a page where Tab does not end is trapped.
    private const int Most = 1_500;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private const string Tools = """
        (() => {
          const parse = colour => (colour.match(/[\d.]+/g) || []).map(Number);
          const channel = value => { const c = value / 255; return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
          const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
          const contrast = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + .05) / (b + .05); };
          const around = element => {
            for (let at = element.parentElement; at; at = at.parentElement) {
              const colour = parse(getComputedStyle(at).backgroundColor);
              if (colour.length === 3 || colour[3] > 0) return colour;
            }
            return [255, 255, 255];
          };
          const ring = element => [null, '::before', '::after'].map(part => getComputedStyle(element, part))
            .find(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && style.content !== 'none');
          const visible = element => element.checkVisibility({ visibilityProperty: true });
          const operable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
          const name = element => element.tagName.toLowerCase() + ' « ' + (element.getAttribute('aria-label') || element.innerText || element.id).trim().slice(0, 40) + ' »';
          window.plansweb = {
            stop() {
              const element = document.activeElement;
              if (!element || element === document.body || element === document.documentElement) return 'null';
              const box = element.getBoundingClientRect();
              const shown = ring(element);
              const line = element.getClientRects()[0] || box; // a link in a text may go over two lines
              const x = Math.min(Math.max(line.left + line.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(line.top + line.height / 2, 0), innerHeight - 1);
              const top = document.elementFromPoint(x, y);
              const again = !!element.plansweb;
              element.plansweb = true;
              return JSON.stringify({
                name: name(element), href: element.getAttribute('href'), rank: [...document.querySelectorAll('*')].indexOf(element), isSeenAgain: again,
                isHidden: box.width < 2 || box.height < 2 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth,
                isCovered: !!top && !element.contains(top) && !top.contains(element),
                ringContrast: shown ? contrast(parse(shown.outlineColor), around(element)) : 0,
              });
            },
            missed: () => [...document.querySelectorAll(operable)].filter(element => visible(element) && !element.plansweb && !element.disabled).map(name),
            landing() {
              const main = document.querySelector('main'), at = document.activeElement;
              return at === document.body || main.contains(at) || main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING ? null : name(at);
            },
          };
        })()
        """;

    private protected override async Task<IReadOnlyList<KeyboardVisit>> Look(BrowserFixture browser, Uri address) =>
    [
        await Visit(await Open(browser, address), "wide, light"),
        await Visit(await Open(browser, address, 390, 844, options => options.ColorScheme = ColorScheme.Dark), "phone, dark"),
    ];

    private static async Task<KeyboardVisit> Visit(IPage page, string window)
    {
        await page.EvaluateAsync(Tools);
        var stops = new List<KeyboardStop>();
        while (stops.Count < Most && await Tab(page) is { } stop)
        {
            stops.Add(stop);
            if (stop.IsSeenAgain)
            {
                break;
            }
        }

        var visit = new KeyboardVisit(
            window, stops, await page.EvaluateAsync<string[]>("plansweb.missed()"), await SkipLink(page), await Menus(page));
        await page.Context.CloseAsync();
        return visit;
    }

    private static async Task<KeyboardStop?> Tab(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        return JsonSerializer.Deserialize<KeyboardStop?>(await page.EvaluateAsync<string>("plansweb.stop()"), s_json);
    }

    private static async Task<string?> SkipLink(IPage page)
    {
        await page.ReloadAsync();
        await page.EvaluateAsync(Tools);
        if (await Tab(page) is not { Href: ['#', ..], IsHidden: false })
        {
            return "the first stop is no visible link into the page";
        }

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string?>("plansweb.landing()");
    }

    // A menu opens with Enter, gives the focus to its first link, and closes with Enter where the focus comes back. What stands in the flow of the page, as
    // all of them do, browsers close with no other key; nothing in it covers anything: see MenuSurvey.
    private static async Task<IReadOnlyList<string>> Menus(IPage page)
    {
        var wrong = new List<string>();
        foreach (var submenu in await page.Locator("header details, nav > details").AllAsync())
        {
            var button = submenu.Locator("summary");
            if (!await button.IsVisibleAsync())
            {
                continue;
            }

            await button.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            var opened = await submenu.EvaluateAsync<bool>("details => details.open && details.querySelector('a').checkVisibility()");
            await page.Keyboard.PressAsync("Tab");
            var entered = await submenu.EvaluateAsync<bool>("details => document.activeElement === details.querySelector('a')");
            await page.Keyboard.PressAsync("Shift+Tab");
            await page.Keyboard.PressAsync("Enter");
            var closed = await submenu.EvaluateAsync<bool>("details => !details.open && details.contains(document.activeElement)");
            if (!opened || !entered || !closed)
            {
                wrong.Add($"{await button.InnerTextAsync()}: opened {opened}, entered {entered}, closed {closed}");
            }
        }

        return wrong;
    }
}
