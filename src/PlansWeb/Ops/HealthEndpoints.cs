using PlansWeb.Store;

namespace PlansWeb.Ops;

/// <summary>Health for balancers and orchestrators.</summary>
internal static class HealthEndpoints
{
    /// <summary>
    /// Maps <c>/health/live</c>, which says that the process answers, and <c>/health/ready</c>, which is 503 until content is loaded.
    /// </summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", static (PageStore store) => Answer(store, StatusCodes.Status200OK));
        endpoints.MapGet("/health/ready", static (PageStore store) =>
            Answer(store, store.Current.IsLoaded ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        return endpoints;
    }

    private static NotStored Answer(PageStore store, int status)
    {
        var snapshot = store.Current;
        var failure = store.LastFailure;
        return new NotStored(Results.Json(
            new
            {
                status = (snapshot.IsLoaded, failure) switch
                {
                    (false, _) => "starting",
                    (true, null) => "ready",
                    _ => "ready, on the last good content",
                },
                contentVersion = snapshot.Version,
                pages = snapshot.Pages.Count,
                loadedAt = snapshot.IsLoaded ? snapshot.LoadedAt : (DateTimeOffset?)null,
                lastFailedLoad = failure is null ? null : new { at = failure.At, reason = failure.Reason },
            },
            statusCode: status));
    }

    private sealed class NotStored(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            return inner.ExecuteAsync(httpContext);
        }
    }
}
