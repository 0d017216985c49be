using System.Text.Json;

namespace PlansWeb.Browser.Tests;

/// <summary>
/// Every page with each of its menus open, one after the other, in windows of all widths: what the keyboard reaches then, and how large it is. A menu is
/// whatever of the header, the languages, the section or the summary opens, by any means of HTML; what the address opens, with a link, is one too.
/// </summary>
public class MenuSurvey(PublishedSite published, BrowserFixture browser) : Survey<IReadOnlyList<MenuVisit>>(published, browser)
{
    // 320x256 is 1280x1024 at 400 %; a first screen is measured at 320x640.
    private static readonly (int Width, int Height)[] s_windows = [(320, 640), (320, 256), (768, 1024), (1280, 900)];

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private const string Tools = """
        (() => {
          const visible = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
          const name = element => element.tagName.toLowerCase() + ' « ' + (element.getAttribute('aria-label') || element.textContent || element.id).trim().slice(0, 40) + ' »';
          const operable = () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(visible);
          const folds = [...document.querySelectorAll('.site-fold, header details, nav details, [popover]')];
          const lines = element => [...element.getClientRects()].filter(line => line.width > 1 && line.height > 1);

          // Points of the part of an element that is in the window: something of the element must be seen at one of them.
          const seen = element => lines(element).some(line => [.1, .5, .9].some(part => {
            const left = Math.max(line.left, 0), right = Math.min(line.right, innerWidth), upper = Math.max(line.top, 0), lower = Math.min(line.bottom, innerHeight);
            const top = right > left && lower > upper ? document.elementFromPoint(left + (right - left) * part, upper + (lower - upper) / 2) : null;
            return top && (element.contains(top) || top.contains(element) && top !== document.body && top !== document.documentElement);
          }));
          const hidden = () => operable().filter(element => { element.focus(); return document.activeElement !== element || !seen(element); }).map(name);

          // WCAG 2.5.8: 24 pixels each way; or so far from others that circles of 24 pixels do not meet; or a link in a sentence.
          const inSentence = element => getComputedStyle(element).display === 'inline' && !!element.closest('p, li, td, th, dd, figcaption, caption, small')
            && element.closest('p, li, td, th, dd, figcaption, caption').textContent.trim().length > element.textContent.trim().length;
          const small = () => {
            scrollTo(0, 0);
            const targets = operable().filter(element => !element.hasAttribute('tabindex') && !element.closest('.fr-skiplinks'))
              .map(element => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
            const isSmall = ({ box }) => box.width < 23.9 || box.height < 23.9;
            const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
            const near = (target, other) => {
              const [x, y] = middle(target), { left, right, top, bottom } = other.box;
              if (isSmall(other)) { const [u, v] = middle(other); return Math.hypot(x - u, y - v) < 24; }
              return Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) < 12;
            };
            return targets.filter(target => isSmall(target) && !inSentence(target.element)
              && targets.some(other => other !== target && !other.element.contains(target.element) && !target.element.contains(other.element) && near(target, other)))
              .map(({ element, box }) => `${name(element)} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`);
          };
          const opener = fold => fold.querySelector('summary') && fold.localName === 'details' ? fold.querySelector('summary')
            : document.querySelector(`[popovertarget="${fold.id}"], .site-fold-link[href="#${fold.id}"]`);
          const open = (fold, isOpen) => {
            if (fold.localName === 'details') fold.open = isOpen;
            else if (fold.matches('.site-fold')) location.hash = isOpen ? fold.id : '';
            else if (isOpen) fold.showPopover();
            else fold.hidePopover();
          };
          // What a browser can close without a script must close with Escape and give the focus back; the rest must cover nothing: see hidden().
          window.plansweb = {
            states: () => [null, ...folds].map(fold => {
              // What a folded menu holds is opened in the open menu.
              const around = fold?.parentElement.closest('.site-fold');
              if (around) open(around, true);
              const button = fold && opener(fold);
              if (fold && !(button && visible(button))) return null;
              folds.filter(other => other.localName === 'details').forEach(other => open(other, other === fold));
              if (fold && fold.localName !== 'details') open(fold, true);
              const state = { name: fold ? name(button) : 'closed', hidden: hidden(), small: small(), sideways: document.documentElement.scrollWidth > innerWidth };
              if (fold) open(fold, false);
              if (around) open(around, false);
              return state;
            }).filter(Boolean),
            // How far down the first sentence of the text ends, in pixels; 0 on a page without a text, and in a section as one document, which begins with its
            // contents, as a book does.
            firstSentence() {
              if (document.querySelector('.site-whole')) return 0;
              scrollTo(0, 0);
              const body = document.querySelector('[data-page-content]') ?? document.querySelector('main');
              const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
              const text = node => node.parentElement.closest('p, li, td, th, dt, dd, label, legend');
              while (walker.nextNode()) {
                const block = text(walker.currentNode);
                if (!block || block.closest('nav, .site-date, h1') || !visible(block) || !walker.currentNode.data.trim()) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, 0);
                let end = /[.!?…](\s|$)/.exec(walker.currentNode.data);
                let last = walker.currentNode;
                while (!end && walker.nextNode() && text(walker.currentNode) === block) { last = walker.currentNode; end = /[.!?…](\s|$)/.exec(last.data); }
                range.setEnd(last, end ? end.index + 1 : last.data.length);
                return range.getBoundingClientRect().bottom;
              }
              return 0;
            },
          };
        })()
        """;

    private protected override async Task<IReadOnlyList<MenuVisit>> Look(BrowserFixture browser, Uri address)
    {
        var visits = new List<MenuVisit>();
        foreach (var (width, height) in s_windows)
        {
            var page = await Open(browser, address, width, height);
            await page.EvaluateAsync(Tools);
            var end = await page.EvaluateAsync<double>("plansweb.firstSentence()");
            var states = JsonSerializer.Deserialize<MenuState[]>(await page.EvaluateAsync<string>("JSON.stringify(plansweb.states())"), s_json)!;
            visits.Add(new MenuVisit($"{width}x{height}", width, height, end, states));
            await page.Context.CloseAsync();
        }

        return visits;
    }
}

/// <summary>A page in a window.</summary>
/// <param name="Window">The window, for people.</param>
/// <param name="Width">Its width in CSS pixels.</param>
/// <param name="Height">Its height in CSS pixels.</param>
/// <param name="FirstSentenceEnd">How far down the first sentence of the text ends, in CSS pixels, when nothing is open.</param>
/// <param name="States">The page with nothing open, then with each menu open.</param>
public sealed record MenuVisit(string Window, int Width, int Height, double FirstSentenceEnd, IReadOnlyList<MenuState> States);

/// <summary>A page with one menu open.</summary>
/// <param name="Name">What opens the menu.</param>
/// <param name="Hidden">What takes the focus and is then not seen.</param>
/// <param name="Small">Targets that are smaller than WCAG 2.5.8 allows, with their size.</param>
/// <param name="Sideways">The page scrolls sideways.</param>
public sealed record MenuState(string Name, IReadOnlyList<string> Hidden, IReadOnlyList<string> Small, bool Sideways);
