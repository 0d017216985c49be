using PlansWeb.Content.Site;
using PlansWeb.Hosting;

namespace PlansWeb.Pages;

/// <summary>
/// Answers, before the cache, the addresses that are not a page's own: files beside the Markdown, moved and removed pages, and addresses
/// that are only nearly right.
/// </summary>
internal static class ContentAddresses
{
    /// <summary>Adds the middleware. Other endpoints (static files, health) pass untouched.</summary>
    public static IApplicationBuilder UseContentAddresses(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        // Routing takes a page's address in any case and without its slash; here each page has one address.
        var path = Address.Normalize(context.Request.Path.Value!);
        if (SitePages.Alike(context.Snapshot(), path) is { } sitePage)
        {
            MovedTo(context, sitePage);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ContentEndpointAttribute>() is null)
        {
            await next(context);
            return;
        }

        var snapshot = context.Snapshot();
        if (snapshot.Find(path) is not null)
        {
            await next(context);
            return;
        }

        if (snapshot.FindFile(path) is { } file && await ContentFiles.Send(context, file))
        {
            return;
        }

        if (snapshot.FindRedirect(path) is { } redirect)
        {
            if (redirect.Target is { } target)
            {
                MovedTo(context, target);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status410Gone;
        }
        else if (SitePages.IsMadeHome(snapshot, path))
        {
            await next(context);
            return;
        }
        else if (snapshot.FindAlike(path) is { } href && href != Address.Encode(path))
        {
            MovedTo(context, href);
            return;
        }

        context.MarkNoPage();
        await next(context);
    });

    // The target comes from the store or from an editor's redirect, never from the request: no way to lead a reader to another host.
    private static void MovedTo(HttpContext context, string target)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = WithQuery(target, context.Request.QueryString.ToUriComponent());
        response.Headers.CacheControl = "public, max-age=3600";
    }

    /// <summary>
    /// A target with the query of the request, which stands before the fragment (RFC 3986, section 3). A search or a view that was asked for at
    /// the old address is kept on this site, unless the target has a query of its own; other sites have queries of their own.
    /// </summary>
    /// <param name="target">Where it leads, percent-encoded.</param>
    /// <param name="query">The query of the request with its question mark, or nothing.</param>
    internal static string WithQuery(string target, string query)
    {
        var fragment = target.IndexOf('#', StringComparison.Ordinal);
        var end = fragment < 0 ? target.Length : fragment;
        return target.StartsWith('/') && !target.AsSpan(0, end).Contains('?') ? target.Insert(end, query) : target;
    }
}
