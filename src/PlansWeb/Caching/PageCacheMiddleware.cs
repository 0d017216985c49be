using System.Reflection.Metadata;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;
using PlansWeb.Pages;

namespace PlansWeb.Caching;

/// <summary>Marks the endpoints whose answers are cached pages.</summary>
internal sealed class PageCacheMetadata;

/// <summary>
/// A feature of requests for pages as they were rendered: not compressed, their weight not written yet. An export asks so, which needs a page in
/// all codings.
/// </summary>
internal sealed class UncodedPage
{
    /// <summary>The answer is such a page; <see langword="false"/> for a file, or an answer that no page wrote.</summary>
    public bool IsRendered { get; set; }
}

/// <summary>What the parts of the cache tell each other about one request.</summary>
/// <param name="key">Where the response is kept.</param>
/// <param name="isKept">
/// The response may be kept. <see langword="false"/> for pages that depend on more than their address and the content: a search is compressed
/// and validated as any page, but what a stranger asks for must make no entry, and no answer to another's question.
/// </param>
internal sealed class PageCacheState(ResponseKey key, bool isKept)
{
    private static readonly object s_key = new();

    /// <summary>Where the response is kept.</summary>
    public ResponseKey Key { get; } = key;

    /// <summary>The response may be kept.</summary>
    public bool IsKept { get; } = isKept;

    /// <summary>Whoever asks takes the page as it was rendered, and makes all its codings from that: nothing is looked up or kept.</summary>
    public UncodedPage? Uncoded { get; init; }

    /// <summary>Another request rendered what is answered.</summary>
    public bool IsHit { get; set; }

    /// <summary>The whole, good response, where this request has made or found it.</summary>
    public CachedResponse? Response { get; set; }

    /// <summary>Attaches the state to its request.</summary>
    public void Attach(HttpContext context) => context.Items[s_key] = this;

    /// <summary>The state of a request for a page; <see langword="null"/> for all other requests.</summary>
    public static PageCacheState? Of(HttpContext context) => context.Items.TryGetValue(s_key, out var state) ? (PageCacheState)state! : null;
}

/// <summary>
/// Stands around the framework's output cache, which renders once for all who wait, and asks the shared cache. It answers what this process has;
/// gives the output cache requests that it answers well: always a whole GET, that no client's leaving spoils; and answers from the whole response
/// that comes out, to GET, HEAD and conditional requests alike.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, ResponseCache cache)
{
    /// <summary>Answers the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Only public pages are cached; static files and health have their own rules, and a preview is for one reader.
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<PageCacheMetadata>() is null || context.IsPreview())
        {
            await next(context);
            return;
        }

        // A page says so itself, with the framework's own attribute, where it is not to be kept. What stands nowhere is looked for nowhere:
        // unknown addresses are without end, and a shared store would be asked for each.
        var request = context.Request;
        var query = context.QueryVariant();
        var isKept = metadata.GetMetadata<OutputCacheAttribute>() is not { NoStore: true } && query is not null && !context.HasNoPage()
            && !MetadataUpdater.IsSupported; // « dotnet watch » changes layouts while the program runs, and the content's version does not tell
        var state = new PageCacheState(
            new ResponseKey(Address.Encode(request.Path.Value!), AcceptedCoding.Choose(request.Headers.AcceptEncoding), request.Variant(), query ?? ""), isKept)
        {
            Uncoded = context.Features.Get<UncodedPage>(),
        };
        if (isKept && cache.Find(state.Key, context.Snapshot().Version) is { } known)
        {
            await known.Answer(context, CachedResponse.Hit);
            return;
        }

        state.Attach(context);
        if (state.Uncoded is not null)
        {
            await next(context);
            return;
        }

        var body = await Whole(context);
        if (Response(context, state, body) is { } response)
        {
            // The cached headers take the place of those of this rendering; how the connection goes on is this request's own.
            var connection = context.Response.Headers.Connection;
            context.Response.Headers.Clear();
            context.Response.Headers.Connection = connection;
            await response.Answer(context, state switch
            {
                { IsKept: false } => CachedResponse.Bypass,
                { IsHit: true } => CachedResponse.Hit,
                _ => CachedResponse.Miss,
            });
        }
        else if (!HttpMethods.IsHead(request.Method))
        {
            await context.Response.Body.WriteAsync(body, CancellationToken.None);
        }
    }

    private async Task<ReadOnlyMemory<byte>> Whole(HttpContext context)
    {
        // A client that cuts the connection while a page is rendered for the first time gives every waiter a 500, or leaves half a page
        // in the cache for its whole life (aspnetcore#66877): the render belongs to all who wait for it, so it does not see the client go.
        context.RequestAborted = CancellationToken.None;

        // only-if-cached answers 504 on a miss; no reader is served by that. A page is small: ranges are not worth an entry. Pages have no
        // Last-Modified (their ETag says more); the cache would compare with the time of its entry instead.
        var request = context.Request;
        request.Headers.Remove(HeaderNames.CacheControl);
        request.Headers.Remove(HeaderNames.Range);
        request.Headers.Remove(HeaderNames.IfModifiedSince);
        var method = request.Method;
        var condition = request.Headers.IfNoneMatch;
        request.Method = HttpMethods.Get;
        request.Headers.IfNoneMatch = default;
        try
        {
            return await WholeResponse.Take(next, context);
        }
        finally
        {
            request.Method = method;
            request.Headers.IfNoneMatch = condition;
        }
    }

    // The one that this request rendered; or that of the request it waited for; or one that comes out of the shared cache, which is kept here then.
    private CachedResponse? Response(HttpContext context, PageCacheState state, ReadOnlyMemory<byte> body)
    {
        if (state.Response is not null || !state.IsHit)
        {
            return state.Response;
        }

        var version = context.Snapshot().Version;
        if (cache.Latest(state.Key) is { } kept && kept.Version == version)
        {
            return kept;
        }

        var headers = context.Response.Headers;
        if (context.Response.StatusCode != StatusCodes.Status200OK || headers.ETag is not [{ } etag])
        {
            return null;
        }

        var response = new CachedResponse(headers, body.ToArray()) { ETag = etag, Version = version, Endpoint = context.GetEndpoint() };
        cache.Put(state.Key, response);
        return response;
    }
}
