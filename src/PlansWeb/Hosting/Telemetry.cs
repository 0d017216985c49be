using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PlansWeb.Hosting;

/// <summary>
/// Metrics and traces by OpenTelemetry: as Prometheus text on the port for ops, and by OTLP where its endpoint is set. Without either nothing
/// listens to the instruments.
/// </summary>
/// <remarks>
/// The Prometheus exporter has no stable release, because the specification behind it has none. It is used all the same: it stands on the port for
/// ops only, its version is locked, and the text that it writes is what Prometheus has read for years. The stable alternative, prometheus-net,
/// would bring a second metrics library beside the one that ASP.NET Core and OTLP use.
/// </remarks>
internal static class Telemetry
{
    /// <summary>The setting of the OpenTelemetry specification.</summary>
    public const string OtlpKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The address of the metrics, on the port for ops.</summary>
    public const string MetricsPath = "/metrics";

    /// <summary>Everything with a bounded set of labels, from the site, the server and the runtime.</summary>
    private static readonly string[] s_meters = ["PlansWeb", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Adds what listens to the instruments, as far as the settings ask for it.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ContentMetrics>();
        var hasPort = OpsPort.Of(builder.Configuration) is not null;
        var hasOtlp = !string.IsNullOrEmpty(builder.Configuration[OtlpKey]);
        if (!hasPort && !hasOtlp)
        {
            return;
        }

        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource =>
        {
            if (string.IsNullOrEmpty(builder.Configuration["OTEL_SERVICE_NAME"]))
            {
                resource.AddService("plansweb", serviceVersion: StartReport.Version);
            }
        });
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(s_meters);
            if (hasPort)
            {
                metrics.AddPrometheusExporter();
            }

            if (hasOtlp)
            {
                metrics.AddOtlpExporter();
            }
        });
        if (hasOtlp)
        {
            telemetry.WithTracing(static traces => traces.AddOtlpExporter().AddAspNetCoreInstrumentation(static options =>
            {
                options.Filter = static context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

                // No personal data: neither who reads nor what they search for.
                options.EnrichWithHttpResponse = static (activity, _) => activity
                    .SetTag("user_agent.original", null).SetTag("client.address", null).SetTag("url.query", null);
            }));
        }
    }

    /// <summary>Answers <c>/metrics</c>. Makes the gauges of the content too, which exist from then on.</summary>
    public static IApplicationBuilder UseMetrics(this IApplicationBuilder app) => app.UseOpenTelemetryPrometheusScrapingEndpoint(MetricsPath);
}
