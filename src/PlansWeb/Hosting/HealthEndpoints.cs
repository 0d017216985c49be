using System.IO.Pipelines;
using System.Text.Json;
using PlansWeb.Content.Site;

namespace PlansWeb.Hosting;

/// <summary>Health for balancers and orchestrators.</summary>
internal static class HealthEndpoints
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";

    /// <summary>
    /// Maps <c>/health/live</c>, which says that the process answers, and <c>/health/ready</c>, which is 503 until content is loaded, and again
    /// from the moment the site was told to end. Where there is a port for ops, they are there and not here.
    /// </summary>
    public static IEndpointRouteBuilder MapHealth(this WebApplication app)
    {
        if (OpsPort.Of(app.Configuration) is null)
        {
            app.MapGet(Live, static (HttpContext context) => Answer(context)!);
            app.MapGet(Ready, static (HttpContext context) => Answer(context)!);
        }

        return app;
    }

    /// <summary>Answers a request for health; <see langword="null"/> where it is for something else.</summary>
    public static Task? Answer(HttpContext context)
    {
        var store = context.RequestServices.GetRequiredService<PageStore>();
        var isDraining = context.RequestServices.GetRequiredService<Draining>().IsDraining;
        return context.Request.Path.Value switch
        {
            Live => Answer(context, store, isDraining, StatusCodes.Status200OK),
            Ready => Answer(
                context, store, isDraining, store.Current.IsLoaded && !isDraining ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable),
            _ => null,
        };
    }

    private static async Task Answer(HttpContext context, PageStore store, bool isDraining, int status)
    {
        var snapshot = store.Current;
        var failure = store.LastFailure;
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json; charset=utf-8";
        Write(context.Response.BodyWriter, snapshot, failure, isDraining);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

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
}
