using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlansWeb.Content.Site;

namespace PlansWeb.Hosting;

/// <summary>Health for balancers and orchestrators: the framework’s health checks, with an answer that says what is served.</summary>
internal static class Health
{
    private const string Root = "/health";

    /// <summary>Says that the process answers.</summary>
    public const string LivePath = "/health/live";

    /// <summary>Says that the site may be asked for pages.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>Adds the one check that there is: content is loaded, and the site was not told to end.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<Readiness>("content");

    /// <summary>
    /// Answers <c>/health/live</c>, which says that the process answers, and <c>/health/ready</c>, which is 503 until content is loaded, and again
    /// from the moment the site was told to end.
    /// </summary>
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app) => app.UseWhen(
        static context => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal),
        static health => health.UseAllowedMethods()
            .UseHealthChecks(LivePath, Options(static _ => false))
            .UseHealthChecks(ReadyPath, Options(static _ => true)));

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> isAsked) => new()
    {
        Predicate = isAsked,
        AllowCachingResponses = true,
        ResponseWriter = static async (context, _) =>
        {
            var services = context.RequestServices;
            var store = services.GetRequiredService<PageStore>();
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "application/json; charset=utf-8";
            Write(context.Response.BodyWriter, store.Current, store.LastFailure, services.GetRequiredService<Draining>().IsDraining);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        },
    };

    // By hand: the serializer takes longer to get ready for this answer, which is the first one that is asked for, than the site for a page.
    private static void Write(PipeWriter body, Snapshot snapshot, LoadFailure? failure, bool isDraining)
    {
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("status", (isDraining, snapshot.IsLoaded, failure) switch
        {
            (true, _, _) => "ending",
            (_, false, _) => "starting",
            (_, true, null) => "ready",
            _ => "ready, on the last good content",
        });
        json.WriteString("contentVersion", snapshot.Version);
        json.WriteNumber("pages", snapshot.Pages.Count);
        if (snapshot.IsLoaded)
        {
            json.WriteString("loadedAt", snapshot.LoadedAt);
        }
        else
        {
            json.WriteNull("loadedAt");
        }

        if (failure is null)
        {
            json.WriteNull("lastFailedLoad");
        }
        else
        {
            json.WriteStartObject("lastFailedLoad");
            json.WriteString("at", failure.At);
            json.WriteString("reason", failure.Reason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private sealed class Readiness(PageStore store, Draining draining) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            store.Current.IsLoaded && !draining.IsDraining ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
