using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Store;

namespace PlansWeb.Preview;

/// <summary>
/// Answers preview links: the request sees the snapshot in which the branch is public, the links inside the branch carry the token on, and
/// nothing of it is stored or indexed anywhere. A token that is wrong or too old is an unknown query: the page is what it is for everyone.
/// </summary>
internal sealed partial class PreviewMiddleware(RequestDelegate next, byte[] key, PreviewSnapshots previews, TimeProvider clock)
{
    /// <summary>Answers the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var text = context.Request.Query[PreviewToken.QueryKey];
        if (text.Count == 0)
        {
            return next(context);
        }

        context.Response.OnStarting(static response => KeepSecret((HttpResponse)response), context.Response);
        if (PreviewToken.Read(text[0], key, clock.GetUtcNow()) is not { } token
            || previews.Of(token.Root) is not { } preview
            || !preview.Addresses.Contains(Address.Encode(Address.Normalize(context.Request.Path.Value!))))
        {
            return next(context);
        }

        context.UsePreview(preview.Snapshot);
        return Answer(context, preview, text[0]!);
    }

    private async Task Answer(HttpContext context, PreviewSnapshots.Preview preview, string token)
    {
        var page = await WholeResponse.Take(next, context);
        var html = Encoding.UTF8.GetString(page.Span);
        var linked = Link().Replace(html, match => preview.Addresses.Contains(match.Groups[1].Value)
            ? $"href=\"{match.Groups[1].Value}?{PreviewToken.QueryKey}={token}{match.Groups[2].Value}\""
            : match.Value);
        var body = Encoding.UTF8.GetBytes(linked);
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, CancellationToken.None);
        }
    }

    // Whatever the token is worth, its page must not stay in a cache under an address that has it. Said last: who makes the page has rules of its own.
    private static Task KeepSecret(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }

    // A link of this site: its path, then its fragment.
    [GeneratedRegex("href=\"(/[^\"?#]*)(#[^\"]*)?\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
