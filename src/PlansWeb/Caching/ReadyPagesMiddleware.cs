namespace PlansWeb.Caching;

/// <summary>
/// Answers what is ready, before anything else is made of the request. Such an answer is given by the thread that read the request, which
/// reads for other connections too; so whatever is not ready, and may take its time, goes to the thread pool here.
/// </summary>
internal sealed class ReadyPagesMiddleware(RequestDelegate next, ReadyPages pages, CacheMetrics metrics)
{
    /// <summary>Answers the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (pages.Find(context) is not { } page)
        {
            return GoOn(context);
        }

        metrics.Memory();
        return page.Answer(context);
    }

    private async Task GoOn(HttpContext context)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await next(context);
    }
}
