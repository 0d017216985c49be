using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Hosting;

/// <summary>
/// The pages for 500 and 503. They stand alone: they work when the store, Razor or the stylesheet is what failed. Their only style is the
/// browser's own, in the scheme that the reader chose.
/// </summary>
internal static class ErrorPage
{
    /// <summary>
    /// Turns an exception into the error page. It stands twice in the pipeline: outermost, for whatever throws; and inside the output cache,
    /// which then sees an answer that it does not keep, while those who wait for the same page render it themselves instead of getting one
    /// exception all together.
    /// </summary>
    public static IApplicationBuilder UseErrorPage(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = static context => Write(context, StatusCodes.Status500InternalServerError, Texts.ErrorTitle, Texts.ErrorLead, Texts.ErrorAdvice),
    });

    // Whatever failed, the name is there once content was loaded.
    private static string? Site(HttpContext context) => context.RequestServices.GetService<PageStore>()?.Current is { IsLoaded: true } snapshot ? snapshot.Identity.Title : null;

    /// <summary>Writes one of these pages.</summary>
    public static Task Write(HttpContext context, int status, string title, string lead, string advice)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{InterfaceLanguage.Tag}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}{(Site(context) is { } site ? " – " + System.Net.WebUtility.HtmlEncode(site) : "")}</title>
            </head>
            <body>
            <main id="contenu">
            <h1>{title}</h1>
            <p>{lead}</p>
            <p>{advice}</p>
            <p><a href="/">{Texts.BackToHome}</a></p>
            </main>
            </body>
            </html>
            """, CancellationToken.None);
    }
}
