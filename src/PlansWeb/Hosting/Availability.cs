namespace PlansWeb.Hosting;

/// <summary>Says so while there is no content to show.</summary>
internal static class Availability
{
    /// <summary>Answers pages with 503 and <c>Retry-After</c> until the first load has succeeded; health and static files answer as ever.</summary>
    public static IApplicationBuilder UseAvailability(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Snapshot().IsLoaded)
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = "5";
        return ErrorPage.Write(
            context, StatusCodes.Status503ServiceUnavailable, static () => (Texts.UnavailableTitle, Texts.UnavailableLead, Texts.ErrorAdvice));
    });
}
