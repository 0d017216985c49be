using AngleSharp.Html.Dom;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>
/// Every kind of page that the published site has: all of the content, those that the program makes, the one for unknown addresses. Asked once.
/// </summary>
public sealed class EveryPage(EmbeddedSite embedded)
{
    private static readonly string[] Made = ["/plan-du-site/", "/recherche/", "/recherche/?q=plan", "/inconnue/"];

    private readonly Lazy<Task<IReadOnlyList<SentPage>>> _pages = new(() => Load(embedded));

    /// <summary>The pages.</summary>
    public Task<IReadOnlyList<SentPage>> Get() => _pages.Value;

    /// <summary>Checks each page; a failure names the page.</summary>
    public async Task All(Action<IHtmlDocument> check) => Assert.All(await Get(), page => check(page.Document));

    /// <summary>Asserts that no page has an element that one of the selectors finds.</summary>
    public Task HasNo(string selectors) =>
        All(page => Assert.Empty(page.QuerySelectorAll(selectors).Select(element => element.OuterHtml)));

    private static async Task<IReadOnlyList<SentPage>> Load(EmbeddedSite embedded)
    {
        var pages = new List<SentPage>();
        foreach (var path in embedded.Site.Store.Current.Pages.Select(page => page.Href).Concat(Made))
        {
            using var response = await embedded.Client.GetAsync(new Uri(path, UriKind.Relative));
            var source = await response.Content.ReadAsStringAsync();
            pages.Add(new SentPage(path, source, Html.Parse(source)));
        }

        return pages;
    }
}
