using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PlansWeb.Content.Site;

namespace PlansWeb.Authoring;

/// <summary>
/// Answers below <c>/_redaction/</c>. A middleware and no endpoints: before availability, so that a page which waits for the first content
/// is told when it is there.
/// </summary>
internal sealed class RedactionMiddleware(
    RequestDelegate next, Reviewer reviewer, PageStore store, SourceLinks sources, HtmlEncoder encoder, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Answers the request.</summary>
    public Task InvokeAsync(HttpContext context) => context.Request.Path.Value switch
    {
        RedactionAddresses.Overview => Overview(context),
        "/_redaction" => ToOverview(context),
        RedactionAddresses.Changes => Changes(context),
        RedactionAddresses.Script => Send(context, "redaction.js", "text/javascript; charset=utf-8"),
        RedactionAddresses.Style => Send(context, "redaction.css", "text/css; charset=utf-8"),
        _ => next(context),
    };

    /// <summary>What a page has in its head to look right and to be shown again when its state is no more the current one.</summary>
    public static IHtmlContent Head(string state) => Fragment.Of($"""
        <link rel="stylesheet" href="{RedactionAddresses.Style}">
        <script src="{RedactionAddresses.Script}" data-changes="{RedactionAddresses.Changes}" data-state="{state}" defer></script>

        """);

    private static Task ToOverview(HttpContext context)
    {
        context.Response.Redirect(RedactionAddresses.Overview);
        return Task.CompletedTask;
    }

    private async Task Overview(HttpContext context)
    {
        var review = await reviewer.Current(s_patience, context.RequestAborted);
        var page = new OverviewPage(review ?? reviewer.Last, OverviewFilter.Read(context.Request.Query), store.LastFailure, sources, isChecking: review is null);
        using var html = new StringWriter();
        page.Html(Head(reviewer.State)).WriteTo(html, encoder);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(html.ToString(), context.RequestAborted);
    }

    // Server-sent events (HTML, section 9.2): the state when asked, then each new one. The server's end ends it too, or it would never come.
    private async Task Changes(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var sent = "";
        try
        {
            while (true)
            {
                var changed = reviewer.Changed;
                if (reviewer.State is var state && state != sent)
                {
                    await context.Response.WriteAsync($"data: {state}\n\n", stop.Token);
                    await context.Response.Body.FlushAsync(stop.Token);
                    sent = state;
                }

                await changed.WaitAsync(stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader went on, or the server ends.
        }
    }

    private static async Task Send(HttpContext context, string name, string mediaType)
    {
        using var file = typeof(RedactionMiddleware).Assembly.GetManifestResourceStream("PlansWeb.Authoring." + name)!;
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = file.Length;
        context.Response.Headers.CacheControl = "no-cache";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await file.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }
}
