using Microsoft.AspNetCore.Hosting;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>A small site behind a real server on a port of its own, as in production but for the certificate.</summary>
public sealed class SocketSite : IDisposable
{
    private readonly Site _site;

    /// <summary>Starts the site over a folder.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="configure">Further settings of the host.</param>
    public SocketSite(string content, Action<IWebHostBuilder>? configure = null)
    {
        _site = new Site(content, builder =>
        {
            builder.UseSetting("Site:Url", "https://plans.example.fr/");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            configure?.Invoke(builder);
        });
        _site.UseKestrel(0);
        _site.StartServer();
        Port = _site.ClientOptions.BaseAddress.Port;
        Raw = new RawClient(Port);
    }

    /// <summary>The port that the site listens on.</summary>
    public int Port { get; }

    internal RawClient Raw { get; }

    internal Site Site => _site;

    /// <inheritdoc/>
    public void Dispose() => _site.Dispose();
}
