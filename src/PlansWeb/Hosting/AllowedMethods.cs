using Microsoft.Net.Http.Headers;

namespace PlansWeb.Hosting;

/// <summary>The site is read-only: it answers GET, HEAD and OPTIONS.</summary>
internal static class AllowedMethods
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    /// <summary>Answers 405 to other methods and 204 to OPTIONS, both with <c>Allow</c> (RFC 9110, section 15.5.6). A HEAD asks for no range.</summary>
    public static IApplicationBuilder UseAllowedMethods(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // Methods are case-sensitive (RFC 9110, section 9.1); the framework's own comparison is not.
        var method = context.Request.Method;
        if (method is "GET" or "HEAD")
        {
            if (method is "HEAD")
            {
                // Ranges are of GET alone; of another method the header is to be ignored (RFC 9110, section 14.2). ASP.NET answers 206.
                context.Request.Headers.Remove(HeaderNames.Range);
            }

            return next(context);
        }

        context.Response.StatusCode = method is "OPTIONS" ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers[HeaderNames.Allow] = Allowed;
        return Task.CompletedTask;
    });
}
