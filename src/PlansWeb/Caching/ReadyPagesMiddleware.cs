namespace PlansWeb.Caching;

/// <summary>
/// Answers what is ready, before anything else is made of the request.
/// </summary>
internal sealed class ReadyPagesMiddleware(RequestDelegate next, ReadyPages pages, CacheMetrics metrics)
{
    /// <summary>Answers the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (pages.Find(context) is not { } page)
        {
            return next(context);
        }

        metrics.Memory();
        return page.Answer(context);
    }
}
