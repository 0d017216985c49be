using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>Every page in windows of all sizes, with larger text, with wider spacing, and without any style sheet.</summary>
public class ReflowSurvey(PublishedSite published, BrowserFixture browser) : Survey<ReflowVisit>(published, browser)
{
    // 320x256 and 640x512 are 1280x1024 at 400 and 200 %; then phones upright and lying, tablets, screens.
    private static readonly (int Width, int Height)[] s_windows = [(320, 256), (320, 640), (390, 844), (640, 512), (768, 1024), (844, 390), (1280, 900), (1920, 1080)];

    private const string Tools = """
        (() => {
          const visible = element => element.checkVisibility({ visibilityProperty: true });
          const name = element => element.tagName.toLowerCase() + '.' + (element.className || element.id) + ' « ' + element.textContent.trim().slice(0, 30) + ' »';
          const scrolls = element => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
          const inScroller = element => { for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) if (scrolls(at)) return true; return false; };
          const words = element => element.innerText.toLowerCase().split(/\s+/).filter(Boolean);
          const texts = () => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
            while (walker.nextNode()) if (walker.currentNode.data.trim() && visible(walker.currentNode.parentElement)) found.push(walker.currentNode);
            return found;
          };
          window.plansweb = {
            overflow() {
              const width = document.documentElement.clientWidth;
              const wide = [...document.querySelectorAll('body *')].filter(element => {
                const box = element.getBoundingClientRect();
                return box.width > 0 && (box.right > width + 1 || box.left < -1) && box.bottom > 0 && visible(element) && !inScroller(element);
              }).map(name);
              if (document.documentElement.scrollWidth > width) wide.unshift('the page scrolls sideways');
              return wide;
            },
            clipped: () => [...document.querySelectorAll('body *')].filter(element => {
              const style = getComputedStyle(element), box = element.getBoundingClientRect();
              return /hidden|clip/.test(style.overflowX + style.overflowY) && box.width > 3 && box.height > 3 && visible(element) && element.innerText?.trim()
                && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2);
            }).map(element => 'clipped: ' + name(element)),
            words: () => words(document.querySelector('main')),
            scrollers: () => [...document.querySelectorAll('body *')].filter(element => /auto|scroll/.test(getComputedStyle(element).overflowX) && visible(element)
              && element.scrollWidth > element.clientWidth + 1 && !(element.tabIndex === 0 && element.getAttribute('role') && (element.getAttribute('aria-label') || element.getAttribute('aria-labelledby')))).map(name),
            cut: () => [...document.querySelectorAll('main :is(h1, h2, h3)')].filter(visible).flatMap(heading => {
              const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), found = [];
              heading.style.hyphens = 'manual';
              while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/[\p{L}\p{N}’]+/gu)) {
                const range = document.createRange();
                range.setStart(walker.currentNode, word.index);
                range.setEnd(walker.currentNode, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]);
              }
              heading.style.hyphens = '';
              return found;
            }),
            colours: () => [document.documentElement, document.body].some(element => {
              const style = getComputedStyle(element);
              return style.backgroundColor !== 'rgba(0, 0, 0, 0)';
            }) ? [] : ['neither html nor body has a background'],
            generated: () => [...document.querySelectorAll('body *')].flatMap(element => ['::before', '::after'].map(part => getComputedStyle(element, part).content)
              .filter(content => /^"/.test(content) && /[\p{L}\p{N}]/u.test(content)).map(content => name(element) + ' ' + content)),
            reordered: () => [...document.querySelectorAll('body *')].filter(element => {
              const style = getComputedStyle(element);
              return style.order !== '0' || (/flex/.test(style.display) && /reverse/.test(style.flexDirection + style.flexWrap)) || style.gridRowStart !== 'auto' || style.gridColumnStart !== 'auto';
            }).map(name),
            withoutCss() {
              for (const details of document.querySelectorAll('details')) { details.removeAttribute('name'); details.open = true; }
              const shown = texts();
              document.querySelectorAll('link[rel=stylesheet], style').forEach(sheet => sheet.remove());
              const plain = new Set(texts());
              return shown.filter(text => !plain.has(text)).map(text => text.data.trim());
            },
          };
        })()
        """;

    private protected override async Task<ReflowVisit> Look(BrowserFixture browser, Uri address)
    {
        var page = await Open(browser, address);
        await page.EvaluateAsync(Tools);
        var words = await List(page, "words");

        var overflow = new List<string>();
        var lost = new List<string>();
        var scrollers = new List<string>();
        var cut = new List<string>();
        foreach (var (width, height) in s_windows)
        {
            await page.SetViewportSizeAsync(width, height);
            overflow.AddRange((await List(page, "overflow")).Select(wide => $"{width}x{height}: {wide}"));
            scrollers.AddRange((await List(page, "scrollers")).Select(scroller => $"{width}x{height}: {scroller}"));
            cut.AddRange((await List(page, "cut")).Select(word => $"{width}x{height}: {word}"));
            lost.AddRange(words.Except(await List(page, "words")).Select(word => $"{width}x{height}: {word}"));
        }

        await page.SetViewportSizeAsync(1280, 900);
        var clipped = await List(page, "clipped");
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        List<string> large = [.. await List(page, "overflow"), .. (await List(page, "clipped")).Except(clipped)];
        await page.EvaluateAsync("document.documentElement.style.fontSize = ''");

        var sheet = await page.AddStyleTagAsync(new()
        {
            Content = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }",
        });
        var spaced = new List<string>();
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            spaced.AddRange((await List(page, "overflow")).Concat((await List(page, "clipped")).Except(clipped)).Select(wide => $"{width} px: {wide}"));
        }

        await sheet.EvaluateAsync("sheet => sheet.remove()");
        await page.SetViewportSizeAsync(1280, 900);
        var visit = new ReflowVisit(
            overflow, lost, cut, large, spaced, scrollers, await List(page, "colours"), await List(page, "generated"), await List(page, "reordered"),
            await List(page, "withoutCss"));
        await page.Context.CloseAsync();
        return visit;
    }

    private static Task<string[]> List(IPage page, string tool) => page.EvaluateAsync<string[]>($"plansweb.{tool}()");
}
