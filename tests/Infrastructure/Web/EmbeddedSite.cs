using PlansWeb.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(EmbeddedSite))]

namespace PlansWeb.Tests.Infrastructure;

/// <summary>The site over the content that is published; one host shared by all tests.</summary>
public sealed class EmbeddedSite : IDisposable
{
    private HttpClient? _client;
    private Task<IReadOnlyList<CrawledPage>>? _pages;

    /// <summary>The site.</summary>
    public Site Site { get; } = new(Repository.Content);

    /// <summary>Asks the site; redirects are not followed.</summary>
    public HttpClient Client => _client ??= Site.CreateClient();

    /// <summary>All pages of the site, read once.</summary>
    public Task<IReadOnlyList<CrawledPage>> Pages => _pages ??= SiteCrawl.Crawl(Client);

    /// <inheritdoc/>
    public void Dispose()
    {
        // A run without a test that asked needs no start of the site at its end.
        _client?.Dispose();
        Site.Dispose();
    }
}
