using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlansWeb.Browser.Tests;

/// <summary>
/// Runs axe in the page itself, where its script stays for the next run. Deque’s package for Playwright sends the script anew for each run and opens a
/// second page for the result, which pages with frames of other origins need and this site has none of.
/// </summary>
internal static class Axe
{
    private static readonly string s_script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe says of an element and all below it; of <c>html</c>, rules about the page are judged too.</summary>
    public static async Task<AxeResult> Run(ILocator element, AxeRunOptions options)
    {
        if (!await element.Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await element.Page.EvaluateAsync(s_script);
        }

        return new AxeResult(JObject.Parse(await element.EvaluateAsync<string>(
            "async (element, options) => JSON.stringify(await axe.run(element, JSON.parse(options)))", JsonConvert.SerializeObject(options))));
    }

    /// <summary>What axe says of the page.</summary>
    public static Task<AxeResult> Run(IPage page, AxeRunOptions options) => Run(page.Locator("html"), options);
}
