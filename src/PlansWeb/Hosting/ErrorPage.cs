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
        ExceptionHandler = static context => Write(context, StatusCodes.Status500InternalServerError, static () => (Texts.ErrorTitle, Texts.ErrorLead, Texts.ErrorAdvice)),
    });

    /// <summary>Writes one of these pages, in the language of the address that was asked for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="texts">Its texts: the language is known here only, for whatever failed before the request had one.</param>
    public static Task Write(HttpContext context, int status, Func<(string Title, string Lead, string Advice)> texts)
    {
        // Whatever failed, the name and the language are there once content was loaded. What is no address leads to no page.
        var snapshot = context.RequestServices.GetService<PageStore>()?.Current is { IsLoaded: true } loaded ? loaded : null;
        using var language = InterfaceLanguage.Enter(snapshot is null ? InterfaceLanguage.Tag : status == StatusCodes.Status400BadRequest ? snapshot.Identity.Language : context.LanguageIn(snapshot));
        var (title, lead, advice) = texts();
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
            <title>{title}{(snapshot is null ? "" : " – " + System.Net.WebUtility.HtmlEncode(snapshot.Identity.Title))}</title>
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
