using System.Globalization;
using PlansWeb.Authoring;

namespace PlansWeb.Hosting;

/// <summary>The port for those who watch the site (<c>Ops:Port</c>): what stands there is not for the public (ASVS 13.4.5).</summary>
internal static class OpsPort
{
    /// <summary>The setting's key.</summary>
    public const string Key = "Ops:Port";

    /// <summary>The port; <see langword="null"/> where none is set.</summary>
    public static int? Of(IConfiguration settings) =>
        int.TryParse(settings[Key], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port : null;

    /// <summary>Listens there too, on all addresses: probes come from outside the container. The site's own addresses stay what they are.</summary>
    public static void ListenOnOpsPort(this WebApplicationBuilder builder)
    {
        if (Of(builder.Configuration) is not { } port)
        {
            return;
        }

        // The addresses may be given in three ways, of which the server takes the first that it finds; ours must come with the others.
        var address = string.Create(CultureInfo.InvariantCulture, $"http://*:{port}");
        var own = port.ToString(CultureInfo.InvariantCulture);
        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Kestrel:Endpoints:Ops:Url", (string?)address)]);
        }
        else if (builder.Configuration["urls"] is { Length: > 0 } urls)
        {
            builder.WebHost.UseSetting("urls", $"{urls};{address}");
        }
        else
        {
            builder.WebHost.UseSetting("http_ports", builder.Configuration["http_ports"] is { Length: > 0 } ports ? $"{ports};{own}" : own);
        }
    }

    /// <summary>Answers what comes in there, with any Host: health, metrics, and 404 for all else. Without such a port health is among the pages.</summary>
    public static IApplicationBuilder UseOpsPort(this IApplicationBuilder app)
    {
        // The gauges of the content exist from here on, whoever reads them.
        app.ApplicationServices.GetRequiredService<ContentMetrics>();
        if (Of(app.ApplicationServices.GetRequiredService<IConfiguration>()) is not { } port)
        {
            return app.UseHealth();
        }

        return app.MapWhen(context => context.Connection.LocalPort == port, static ops =>
        {
            ops.UseAllowedMethods();
            ops.UseMetrics();
            ops.UseHealth();
            ops.UseProblems();
            ops.Run(NotFound);
        });
    }

    /// <summary>Where a probe on this machine asks for health, by the settings of the site.</summary>
    public static string ProbeAddress(IConfiguration settings)
    {
        if (Of(settings) is { } port)
        {
            return Local(port.ToString(CultureInfo.InvariantCulture));
        }

        // http://*:8080 and http://+:8080 are no addresses to ask; the machine's own is the same place.
        foreach (var url in Parts(settings["urls"]))
        {
            if (Uri.TryCreate(url.Replace("://*", "://127.0.0.1", StringComparison.Ordinal).Replace("://+", "://127.0.0.1", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                && uri.Scheme == Uri.UriSchemeHttp)
            {
                return uri.Host is "0.0.0.0" or "[::]" ? Local(uri.Port.ToString(CultureInfo.InvariantCulture)) : uri.GetLeftPart(UriPartial.Authority);
            }
        }

        return Local(Parts(settings["http_ports"]).FirstOrDefault("8080"));
    }

    private static string Local(string port) => "http://127.0.0.1:" + port;

    private static string[] Parts(string? text) => (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
