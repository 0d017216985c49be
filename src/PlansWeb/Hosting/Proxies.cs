using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Hosting;

/// <summary>Believes the proxies that the settings name, and nobody else.</summary>
internal static class Proxies
{
    /// <summary>Reads the settings under <c>Proxy</c>.</summary>
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration("Proxy");
        services.AddSettings(new Setting("Proxy:Known", Texts.NetworkAllowed, static text => ProxyOptions.TryRead(text, out _)) { IsList = true });

        // After all others: ASPNETCORE_FORWARDEDHEADERS_ENABLED would believe anyone.
        services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<ProxyOptions>>(static (options, proxies) =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();

            // The address and the scheme; never Host or Prefix, which would make links.
            options.ForwardedHeaders = proxies.Value.Known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;
            foreach (var text in proxies.Value.Known)
            {
                ProxyOptions.TryRead(text, out var network);
                options.KnownIPNetworks.Add(network);
            }
        });
        return services;
    }

    /// <summary>Takes address and scheme from the known proxies' headers; without any there is nothing in the pipeline.</summary>
    public static IApplicationBuilder UseProxies(this WebApplication app) =>
        app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Known.Count == 0 ? app : app.UseForwardedHeaders();
}
