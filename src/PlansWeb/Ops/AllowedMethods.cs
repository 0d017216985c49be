using Microsoft.Net.Http.Headers;

namespace PlansWeb.Ops;

/// <summary>The site is read-only: it answers GET, HEAD and OPTIONS.</summary>
internal static class AllowedMethods
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    /// <summary>Answers 405 to other methods and 204 to OPTIONS, both with <c>Allow</c> (RFC 9110, section 15.5.6).</summary>
    public static IApplicationBuilder UseAllowedMethods(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return next(context);
        }

        context.Response.StatusCode = HttpMethods.IsOptions(method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers[HeaderNames.Allow] = Allowed;
        return Task.CompletedTask;
    });
}
