using Microsoft.AspNetCore.Hosting;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>What tests of answers begin with: a folder of their own, the site over it, and someone who asks it. All of it ends with the test.</summary>
public sealed class SmallSite : IDisposable
{
    /// <summary>Makes the site; it starts at once.</summary>
    /// <param name="folder">The content.</param>
    /// <param name="over">Makes the site, as <see cref="WritersSite.Over"/> does; as readers get it by default.</param>
    public SmallSite(SiteBuilder folder, Func<SiteBuilder, Action<IWebHostBuilder>?, Site>? over = null)
    {
        Folder = folder;
        Host = over is null ? new Site(folder.Root, Gate.Install) : over(folder, Gate.Install);
        Client = Host.CreateClient();
    }

    /// <summary>The content; <see cref="Reload"/> shows what is changed in it.</summary>
    public SiteBuilder Folder { get; }

    /// <summary>Counts what the site renders, and can hold it.</summary>
    public RenderGate Gate { get; } = new();

    /// <summary>The site.</summary>
    public Site Host { get; }

    /// <summary>Who asks.</summary>
    public HttpClient Client { get; }

    /// <summary>Reads the folder again and publishes it, as a change on disk does.</summary>
    public void Reload() => Host.Reload();

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        Host.Dispose();
        Gate.Dispose();
        Folder.Dispose();
    }
}
