using PlansWeb.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(EmbeddedSite))]

namespace PlansWeb.Tests.Infrastructure;

/// <summary>The site over the content that is published; one host shared by all tests.</summary>
public sealed class EmbeddedSite : IDisposable
{
    /// <summary>The site.</summary>
    public Site Site { get; } = new(Repository.Content);

    /// <summary>Asks the site; redirects are not followed.</summary>
    public HttpClient Client => field ??= Site.CreateClient();

    /// <summary>Its pages, for what holds on every page.</summary>
    public EveryPage Pages => field ??= new EveryPage(this);

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        Site.Dispose();
    }
}
