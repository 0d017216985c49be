using Microsoft.Playwright;
using PlansWeb.Content.Html;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>What a browser without any policy makes of sanitized attacks: the judge that shares no line with the sanitizer.</summary>
public sealed class AttackTests(BrowserFixture browser)
{
    private const string Host = "http://attack.test/";

    // Every handler that a reader could set off; forms and links go nowhere, or the next question would be asked of another page. An address that is a
    // script is told as the browser reads it: it would run some time after a click, or never where the next page comes first.
    private const string TouchAll = """
        () => {
          addEventListener('submit', event => event.preventDefault());
          for (const element of document.body.querySelectorAll('*')) {
            for (const type of ['pointerover', 'mouseover', 'focusin', 'toggle', 'beforetoggle', 'animationstart', 'load', 'error', 'begin'])
              element.dispatchEvent(new Event(type, { bubbles: true }));
            element.focus?.();
            if (!element.closest('a[href]')) element.click?.();
          }
          return [...document.body.querySelectorAll('*')].flatMap(element => [element.href, element.action, element.formAction, element.src])
            .filter(address => typeof address === 'string' && address.startsWith('javascript:'));
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_SanitizedAttack_RunsAndAsksForNothing(bool isExact)
    {
        var sanitizer = new BodySanitizer([], isExact);
        var faults = await Open([.. AttackVectors.All.Select(html => sanitizer.Sanitize(html, html, 1, new DiagnosticLog("a.md", html)).Html)]);

        Assert.Empty(faults);
    }

    /// <summary>The browser does run what is not sanitized, and this test sees it.</summary>
    [Fact]
    public async Task Open_AttackAsWritten_IsSeen()
    {
        var faults = await Open(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<img src=https://evil.example/x.png>", "<p>x</p>"]);

        Assert.Equal([0, 1, 2, 3], faults.Select(static fault => fault.Index).Distinct());
    }

    private async Task<List<(int Index, string What)>> Open(string[] bodies)
    {
        var page = await browser.Open();
        var faults = new List<(int Index, string What)>();
        var index = 0;
        page.Dialog += async (_, dialog) =>
        {
            faults.Add((index, $"{bodies[index]}: {dialog.Type}"));
            await dialog.DismissAsync();
        };
        await page.RouteAsync("**", async route =>
        {
            var url = route.Request.Url;
            if (!url.StartsWith(Host, StringComparison.Ordinal))
            {
                faults.Add((index, $"{bodies[index]}: {url}"));
            }

            await (url == Host ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = $"<!DOCTYPE html><title>x</title><main>{bodies[index]}</main>" }) : route.AbortAsync());
        });
        for (; index < bodies.Length; index++)
        {
            await page.GotoAsync(Host);
            var scripts = await page.EvaluateAsync<string[]>(TouchAll);
            faults.AddRange(scripts.Select(address => (index, $"{bodies[index]}: {address}")));
        }

        await page.Context.CloseAsync();
        return faults;
    }
}
