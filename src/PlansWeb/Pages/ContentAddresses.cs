using PlansWeb.Store;

namespace PlansWeb.Pages;

/// <summary>
/// Answers, before the cache, the addresses that are not a page's own: files beside the Markdown, moved and removed pages, and addresses
/// that are only nearly right.
/// </summary>
internal static class ContentAddresses
{
    /// <summary>Adds the middleware. Other endpoints (static files, health) pass untouched.</summary>
    public static IApplicationBuilder UseContentAddresses(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // Routing takes a page's address in any case and without its slash; here each page has one address.
        var path = Address.Normalize(context.Request.Path.Value!);
        if (SitePages.Alike(path) is { } sitePage)
        {
            return MovedTo(context, sitePage);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ContentEndpointAttribute>() is null)
        {
            return next(context);
        }

        var snapshot = context.Snapshot();
        if (snapshot.Find(path) is not null)
        {
            return next(context);
        }

        if (snapshot.FindFile(path) is { } file)
        {
            return ContentFiles.Send(context, file);
        }

        if (snapshot.FindRedirect(path) is { } redirect)
        {
            if (redirect.Target is { } target)
            {
                return MovedTo(context, target);
            }

            context.Response.StatusCode = StatusCodes.Status410Gone;
        }
        else if (SitePages.IsMadeHome(snapshot, path))
        {
            return next(context);
        }
        else if (snapshot.FindAlike(path) is { } href && href != Address.Encode(path))
        {
            return MovedTo(context, href);
        }

        context.MarkNoPage();
        return next(context);
    });

    // The target comes from the store or from an editor's redirect, never from the request: no way to lead a reader to another host.
    private static Task MovedTo(HttpContext context, string target)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = target + (target.Contains('?', StringComparison.Ordinal) ? "" : QueryOf(context, target));
        response.Headers.CacheControl = "public, max-age=3600";
        return Task.CompletedTask;
    }

    // A search or a view that was asked for at the old address is kept on this site; other sites have queries of their own.
    private static string QueryOf(HttpContext context, string target) =>
        target.StartsWith('/') ? context.Request.QueryString.ToUriComponent() : "";
}
