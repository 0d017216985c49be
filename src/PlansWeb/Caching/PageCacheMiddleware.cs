using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using PlansWeb.Hosting;
using PlansWeb.Pages;

namespace PlansWeb.Caching;

/// <summary>
/// Stands in front of the output cache and gives it requests that it answers well: HEAD and conditional requests take the entry of GET,
/// a client that leaves does not spoil the render that others wait for, and directives that would make it fail are dropped.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, ReadyPages ready, PageCompressor compressor)
{
    /// <summary>Answers the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Only public pages are cached; static files and health have their own rules, and a preview is for one reader.
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<PageCacheMetadata>() is null || context.IsPreview())
        {
            return next(context);
        }

        // A page says so itself, with the framework's own attribute, where it is not to be kept. What stands nowhere is looked for nowhere:
        // unknown addresses are without end, and a shared store would be asked for each.
        var query = context.QueryVariant();
        var isKept = metadata.GetMetadata<OutputCacheAttribute>() is not { NoStore: true } && query is not null && !context.HasNoPage();
        var state = new PageCacheState(AcceptedCoding.Choose(context.Request.Headers.AcceptEncoding), context.Request.Variant(), isKept, query ?? "");
        state.Attach(context);

        // A client that cuts the connection while a page is rendered for the first time gives every waiter a 500, or leaves half a page
        // in the cache for its whole life (aspnetcore#66877): the render belongs to all who wait for it, so it does not see the client go.
        context.RequestAborted = CancellationToken.None;

        // only-if-cached answers 504 on a miss; no reader is served by that. A page is small: ranges are not worth an entry.
        context.Request.Headers.Remove(HeaderNames.CacheControl);
        context.Request.Headers.Remove(HeaderNames.Range);

        // Pages have no Last-Modified (their ETag says more); the cache would compare with the time of its entry instead.
        context.Request.Headers.Remove(HeaderNames.IfModifiedSince);
        context.Response.OnStarting(static state => FinishHeaders((HttpContext)state), context);

        return Answer(context, state);
    }

    private async Task Answer(HttpContext context, PageCacheState state)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var method = context.Request.Method;
        await using var body = new BodyGate(context, original.Stream, HttpMethods.IsHead(method));
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body, original));
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
            context.Features.Set(original);
        }

        Keep(context, state, body);
    }

    private void Keep(HttpContext context, PageCacheState state, BodyGate body)
    {
        if (state.IsKept && (state.IsHit || state.IsWhole) && body.Passed() is { } page
            && ready.Keep(context, state, page) is { } key && state.Hasty is { } source)
        {
            compressor.Add(context.Snapshot(), key, page, source);
        }
    }

    private static Task FinishHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        var state = PageCacheState.Of(context)!;
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            headers[CacheStatus.Name] = state switch
            {
                { IsKept: false } => CacheStatus.Bypass,
                { IsHit: true } => CacheStatus.Hit,
                _ => CacheStatus.Miss,
            };
        }

        if (state.IsHit)
        {
            // The cache sends the age of its entry and the date it was made. Entries do not grow old here: they leave when the content
            // changes. With an Age above max-age every client would take a good page for stale; the server writes the true Date.
            headers.Remove(HeaderNames.Age);
            headers.Remove(HeaderNames.Date);

            // The site's own are set after this; an entry never brings any.
            headers.Remove(HeaderNames.ContentSecurityPolicy);
            headers.Remove("Referrer-Policy");
        }

        return Task.CompletedTask;
    }
}
