using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;
using PlansWeb.Commands;
using PlansWeb.Content;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Hosting;

namespace PlansWeb.Authoring;

/// <summary>
/// All problems of the content on the port for ops, for people and for programs, where <c>Ops:Problems</c> asks for it. Hidden pages are among them: the port
/// is not for the public.
/// </summary>
internal static class OpsProblems
{
    /// <summary>The page.</summary>
    public const string HtmlPath = "/problems";

    /// <summary>The same as <c>PlansWeb check --format json</c> writes.</summary>
    public const string JsonPath = "/problems.json";

    // More than anyone reads. The JSON has all.
    private const int MostShown = 1000;

    /// <summary>Answers both addresses; without the setting there is nothing in the pipeline.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<OpsOptions>>().Value.Problems
            ? app.MapWhen(static context => context.Request.Path == HtmlPath, static page => page.Run(static context => Answer(context, "text/html; charset=utf-8", Html)))
                .MapWhen(static context => context.Request.Path == JsonPath, static json => json.Run(static context => Answer(context, "application/json; charset=utf-8", Json)))
            : app;

    private static Task Answer(HttpContext context, string mediaType, Func<Review, string?, string> write)
    {
        var store = context.RequestServices.GetRequiredService<PageStore>();
        var last = context.RequestServices.GetRequiredService<Reviewer>().Last;

        // Before the first check there is what the load found.
        var review = last.Snapshot.IsLoaded ? last : new Review(store.Current, store.Current.Problems, default);
        context.Response.ContentType = mediaType;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(write(review, store.Source), context.RequestAborted);
    }

    private static string Json(Review review, string? folder)
    {
        using var text = new StringWriter();
        JsonReport.Write(new CheckReport(folder ?? "", review.Snapshot.Pages.Count + review.Snapshot.Hidden.Count, review.Snapshot.Pages.Count, review.Problems), text);
        return text.ToString();
    }

    private static string Html(Review review, string? folder)
    {
        var rules = Fragment.Join(review.Figures.Select(static figure => Fragment.Of($"<li>{figure.Rule.Id} ({Texts.RedactionSeverityName(figure.Rule.IsError)})\u00A0: {figure.Count}</li>\n")));
        var files = Fragment.Join(review.Problems.Take(MostShown).GroupBy(static problem => problem.File, StringComparer.Ordinal)
            .Select(static file => Fragment.Of($"<h2>{TextDirection.WithoutControls(file.Key)}</h2>\n<ul>\n{Fragment.Join(file.Select(Item))}</ul>\n")));
        var cut = review.Problems.Count > MostShown ? Fragment.Of($"<p>{Texts.ProblemsCut(MostShown)}</p>\n") : Fragment.None;
        using var html = new StringWriter();
        Fragment.Of($"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <title>{Texts.RedactionProblems}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            </head>
            <body>
            <main>
            <h1>{Texts.RedactionProblems}</h1>
            <p>{folder}</p>
            <p>{Texts.RedactionSummary(review.Snapshot.Pages.Count + review.Snapshot.Hidden.Count, review.Errors, review.Problems.Count - review.Errors)} {Texts.RedactionLoadedAt(review.Snapshot.LoadedAt)} <a href="{JsonPath}">JSON</a></p>
            <ul>
            {rules}</ul>
            {cut}{files}</main>
            </body>
            </html>

            """).WriteTo(html, HtmlText.Encoder);
        return html.ToString();
    }

    private static IHtmlContent Item(Diagnostic problem) => Fragment.Of(
        $"<li><strong>{Texts.RedactionSeverityName(problem.Rule.IsError)}</strong> {problem.Rule.Id} {problem.Location}\u00A0: {problem.Message} {problem.Advice}</li>\n");
}
