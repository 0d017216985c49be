using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;

namespace PlansWeb.Previews;

/// <summary>
/// Answers preview links: the request sees the snapshot in which the branch is public, the links inside the branch carry the token on, and
/// nothing of it is stored or indexed anywhere. A token that is wrong or too old is an unknown query: the page is what it is for everyone.
/// </summary>
internal sealed partial class PreviewMiddleware(RequestDelegate next, byte[] key, PreviewSnapshots previews, TimeProvider clock)
{
    private const string RobotsTag = "X-Robots-Tag";

    /// <summary>Answers the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var text = context.Request.Query[PreviewToken.QueryKey];
        if (text.Count == 0)
        {
            return next(context);
        }

        context.Response.OnStarting(static response => KeepSecret((HttpResponse)response), context.Response);
        if (PreviewToken.Read(text[0], key, clock.GetUtcNow()) is not { } token || previews.Of(token.Root) is not { } preview)
        {
            return next(context);
        }

        var address = Address.Encode(Address.Normalize(context.Request.Path.Value!));
        if (preview.Addresses.Contains(address))
        {
            context.UsePreview(preview.Snapshot, static () => Texts.PreviewNotice);
            return Answer(context, preview, text[0]!);
        }

        if (preview.Files.Contains(address))
        {
            context.UsePreview(preview.Snapshot, static () => Texts.PreviewNotice);
            context.Response.Headers[RobotsTag] = "noindex";
        }

        return next(context);
    }

    private async Task Answer(HttpContext context, PreviewSnapshots.Preview preview, string token)
    {
        var page = await WholeResponse.Take(next, context);
        var html = Encoding.UTF8.GetString(page.Span);
        var linked = Link().Replace(html, match => $"{match.Groups["name"].Value}=\"{Carry(match.Groups["address"].Value)}\"");
        linked = ImageSet().Replace(linked, match =>
            $"srcset=\"{string.Join(", ", match.Groups[1].Value.Split(", ").Select(CarryFirst))}\"");
        var body = Encoding.UTF8.GetBytes(linked);
        context.Response.Headers[RobotsTag] = "noindex";
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, CancellationToken.None);
        }

        // The address with the token, where it leads to a part of the preview.
        string Carry(string address)
        {
            var end = address.AsSpan().IndexOfAny('?', '#') is >= 0 and var found ? found : address.Length;
            var path = address[..end];
            var rest = address[end..];
            var query = rest.StartsWith('?') ? rest.Split('#')[0] : "";
            return (query.Length == 0 ? preview.Addresses.Contains(path) || preview.Files.Contains(path) : preview.Files.Contains(path))
                ? $"{path}{(query.Length == 0 ? "?" : query + "&amp;")}{PreviewToken.QueryKey}={token}{rest[query.Length..]}"
                : address;
        }

        string CarryFirst(string candidate)
        {
            var space = candidate.IndexOf(' ', StringComparison.Ordinal);
            return space < 0 ? Carry(candidate) : Carry(candidate[..space]) + candidate[space..];
        }
    }

    // Whatever the token is worth, its page must not stay in a cache under an address that has it. Said last: who makes the page has rules of its own.
    private static Task KeepSecret(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }

    // An address on this site: a link, an image.
    [GeneratedRegex("(?<name>href|src|poster)=\"(?<address>/[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("srcset=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex ImageSet();
}
