using System.Net.Mime;
using System.Text.RegularExpressions;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Every page of a running site: what links lead to from the home page, what its sitemap names, and the page of an unknown address.</summary>
public static partial class SiteCrawl
{
    /// <summary>An address that no content has: the answer is a page too.</summary>
    public const string Unknown = "/inconnue/";

    // More than any content here has; a site that links to ever new addresses would never end.
    private const int Most = 2_000;

    /// <summary>Reads all pages, those of the home page's links first.</summary>
    /// <param name="client">Asks the site.</param>
    /// <param name="others">Addresses that no link needs to lead to.</param>
    public static async Task<IReadOnlyList<CrawledPage>> Crawl(HttpClient client, IEnumerable<string>? others = null)
    {
        var pages = new List<CrawledPage>();
        var known = new HashSet<string> { "/" };
        var queue = new Queue<(string Path, int Clicks)>([("/", 0)]);
        await Follow();
        foreach (var path in (await Sitemap(client)).Concat(others ?? []).Append(Unknown).Where(known.Add))
        {
            queue.Enqueue((path, -1));
        }

        await Follow();
        Assert.NotEmpty(pages);
        return pages;

        async Task Follow()
        {
            while (queue.TryDequeue(out var next))
            {
                Assert.True(pages.Count < Most, $"the crawl does not end: {next.Path}");
                if (await Read(client, next.Path, next.Clicks) is not { } page)
                {
                    continue;
                }

                pages.Add(page);
                foreach (var href in page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!))
                {
                    if (Inside(page.Path, href) is { } path && known.Add(path))
                    {
                        queue.Enqueue((path, page.Clicks < 0 ? -1 : page.Clicks + 1));
                    }
                }
            }
        }
    }

    private static async Task<CrawledPage?> Read(HttpClient client, string path, int clicks)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        if ((!response.IsSuccessStatusCode && path != Unknown) || response.Content.Headers.ContentType?.MediaType != MediaTypeNames.Text.Html)
        {
            return null;
        }

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new CrawledPage(path, (int)response.StatusCode, clicks, html, Dom.Parse(html));
    }

    private static async Task<IEnumerable<string>> Sitemap(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode
            ? Location().Matches(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .Select(match => new Uri(match.Groups["address"].Value).AbsolutePath).ToList()
            : [];
    }

    // The address without its fragment, where it is one of the site's own.
    private static string? Inside(string page, string href)
    {
        var home = new Uri("http://site.invalid");
        return Uri.TryCreate(new Uri(home, page), href, out var address) && address.Host == home.Host ? address.PathAndQuery : null;
    }

    [GeneratedRegex("<loc>(?<address>[^<]+)</loc>")]
    private static partial Regex Location();
}
