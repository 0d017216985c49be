using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;

namespace PlansWeb.Authoring;

/// <summary>
/// Writes the banner into each page on its way out. It stands outside everything that makes and keeps pages, which know nothing of it: what
/// editors see but for the banner is what readers get.
/// </summary>
internal sealed class BannerMiddleware(RequestDelegate next, Reviewer reviewer, PageStore store, SourceLinks sources, HtmlEncoder encoder)
{
    /// <summary>A small site is checked within it, so that a page is shown once and not twice after each change.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    private const string Brotli = "br";

    /// <summary>Answers the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var path = Address.Normalize(context.Request.Path.Value!);
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null || context.Snapshot().FindFile(path) is not null)
        {
            await next(context);
            return;
        }

        var body = await Answer(context);
        var response = context.Response;
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
        {
            body = await WithBanner(body, context, path);
            response.Headers.CacheControl = "no-store";
            response.Headers.Remove(HeaderNames.ETag);
        }

        response.Headers.Remove(HeaderNames.ContentEncoding);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    // The whole page, made as for a reader with a modern browser, so that the weight it tells is the true one.
    private async Task<byte[]> Answer(HttpContext context)
    {
        var request = context.Request;
        var method = request.Method;
        request.Method = HttpMethods.Get;
        request.Headers.AcceptEncoding = Brotli;
        request.Headers.Remove(HeaderNames.IfNoneMatch);
        request.Headers.Remove(HeaderNames.IfModifiedSince);
        try
        {
            var body = (await WholeResponse.Take(next, context)).ToArray();
            return context.Response.Headers.ContentEncoding == Brotli ? Decoded(body) : body;
        }
        finally
        {
            request.Method = method;
        }
    }

    private static byte[] Decoded(byte[] coded)
    {
        using var decoder = new BrotliStream(new MemoryStream(coded), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        decoder.CopyTo(plain);
        return plain.ToArray();
    }

    private async Task<byte[]> WithBanner(byte[] body, HttpContext context, string path)
    {
        var html = Encoding.UTF8.GetString(body);
        var head = html.IndexOf("</head>", StringComparison.Ordinal);
        var end = html.LastIndexOf("</body>", StringComparison.Ordinal);
        if (head < 0 || end < head)
        {
            return body;
        }

        var review = await reviewer.Current(s_patience, context.RequestAborted);
        var page = context.Snapshot().Find(path) ?? store.Current.Hidden.FirstOrDefault(page => page.Url == path);
        using var result = new StringWriter();
        result.Write(html.AsSpan(0, head));
        RedactionMiddleware.Head(reviewer.State).WriteTo(result, encoder);
        result.Write(html.AsSpan(head, end - head));
        Banner.Of(page?.SourcePath, review, store.LastFailure, sources).WriteTo(result, encoder);
        result.Write(html.AsSpan(end));
        return Encoding.UTF8.GetBytes(result.ToString());
    }
}
