using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace PlansWeb.Hosting;

/// <summary>
/// Refuses addresses that no browser writes: controls, percent signs without two digits, bytes that are not UTF-8. Past this point a path is
/// what it seems, decoded once, and no delimiter of the cache's own keys can be in it.
/// </summary>
internal static class WellFormedRequests
{
    /// <summary>Answers 400 to such an address, and ends the connection after a request with a body.</summary>
    public static IApplicationBuilder UseWellFormedRequests(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // Readers send no body. Where there is one, what follows it on the connection is not trusted to be a request: a proxy in front may
        // have counted its bytes in another way.
        if (HttpProtocol.IsHttp11(context.Request.Protocol) && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true)
        {
            context.Response.Headers.Connection = "close";
        }

        return IsWellFormed(Target(context)) ? next(context) : ErrorPage.Write(
            context, StatusCodes.Status400BadRequest, static () => (Texts.BadRequestTitle, Texts.BadRequestLead, Texts.BadRequestAdvice));
    });

    /// <summary>
    /// Every percent-encoded byte sequence is UTF-8 without controls, and nothing but visible ASCII stands around them. Tabs and line ends may
    /// stand in a query: they come with what is pasted into the search.
    /// </summary>
    internal static bool IsWellFormed(ReadOnlySpan<char> target)
    {
        // Nearly all requests end here.
        if (target.IndexOfAnyExceptInRange('!', '~') < 0 && !target.Contains('%'))
        {
            return true;
        }

        var query = target.IndexOf('?');
        Span<byte> run = stackalloc byte[4];
        for (var i = 0; i < target.Length;)
        {
            if (target[i] is < '!' or > '~')
            {
                return false;
            }

            if (target[i] != '%')
            {
                i++;
                continue;
            }

            var length = 0;
            for (; length < run.Length && i + 2 < target.Length && target[i] == '%' && char.IsAsciiHexDigit(target[i + 1]) && char.IsAsciiHexDigit(target[i + 2]); i += 3)
            {
                run[length++] = Convert.FromHexString(target.Slice(i + 1, 2))[0];
            }

            if (Rune.DecodeFromUtf8(run[..length], out var rune, out var consumed) != OperationStatus.Done
                || (Rune.IsControl(rune) && !(query >= 0 && i > query && rune.Value is ('\t' or '\n' or '\r'))))
            {
                return false;
            }

            i -= 3 * (length - consumed);
        }

        return true;
    }

    private static ReadOnlySpan<char> Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (raw.Length > 0)
        {
            return raw;
        }

        // A host in memory, in tests, has no raw target.
        return context.Request.Path.ToUriComponent() + context.Request.QueryString.Value;
    }
}
