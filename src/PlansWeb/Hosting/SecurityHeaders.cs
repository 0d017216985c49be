using Microsoft.Net.Http.Headers;
using PlansWeb.Content;

namespace PlansWeb.Hosting;

/// <summary>The headers that every answer carries, whatever it is.</summary>
/// <remarks>
/// A dozen constants. NetEscapades.AspNetCore.SecurityHeaders would compute them for each request, for nonces and per-endpoint policies
/// that a cached page cannot have, and its own defaults leave COEP and CORP weaker than they can be here.
/// </remarks>
internal static class SecurityHeaders
{
    /// <summary>
    /// The sensors and powers that a page could ask for: none is. Without scripts and frames nothing could ask; the list is short because every
    /// answer carries it, 304 too.
    /// </summary>
    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    /// <summary>One year (ASVS 3.4.1). No <c>preload</c>: that is for the owner of the domain to ask for.</summary>
    private const string StrictTransportSecurity = "max-age=31536000; includeSubDomains";

    /// <summary>
    /// Puts around everything, the framework's host filter included, which runs before the pipeline: the headers; just inside them the error page, so
    /// that whatever throws, the answer has a text and the headers; then health and the port for ops, which answer any Host; then what the host filter's
    /// refusals look like, and the refusal of a Host that cannot be read.
    /// </summary>
    public static void AddOuterPipeline(this WebApplicationBuilder builder) =>
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(
            new Filter(builder.Configuration.GetSection("Content:FrameHosts").Get<string[]>() ?? [], !builder.Environment.IsDevelopment())));

    // No script (in Development the one that shows a page again), nothing from elsewhere but the frames that the settings name. Images may be
    // data: addresses, which the style sheet's icons are. On the public site nothing connects; tools that look at the site as a page of it
    // would may (Lighthouse reads /robots.txt so).
    private static string ContentSecurityPolicy(string[] frameHosts, bool hasScript) =>
        $"default-src 'none'; script-src {(hasScript ? "'self'" : "'none'")}; "
        + "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + (frameHosts.Length == 0 ? "" : $"frame-src {string.Join(' ', frameHosts.Select(static host => "https://" + HostName.ToAscii(host)))}; ")
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private sealed class Filter(string[] frameHosts, bool isStrict) : IStartupFilter
    {
        private readonly string _contentSecurityPolicy = ContentSecurityPolicy(frameHosts, hasScript: !isStrict);

        // A frame of another host would have to send this header too, and video sites do not.
        private readonly bool _isolates = frameHosts.Length == 0;
        private Draining? _draining;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            _draining = app.ApplicationServices.GetRequiredService<Draining>();
            app.Use((context, rest) =>
            {
                // As the answer starts: the error page begins by clearing all headers.
                context.Response.OnStarting(static state => ((State)state).Filter.Write(((State)state).Context), new State(this, context));
                return rest(context);
            });
            app.UseErrorPage();
            app.UseOpsPort();
            app.UseRefusalPage();
            app.UseReadableHosts();
            next(app);
        };

        private Task Write(HttpContext context)
        {
            // Those that are there already are meant for this answer: an SVG's policy, a preview's referrer, a file that other sites may show.
            var headers = context.Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, _contentSecurityPolicy);
            headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Permissions-Policy"] = PermissionsPolicy;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            if (_isolates)
            {
                headers["Cross-Origin-Embedder-Policy"] = "require-corp";
            }

            if (isStrict && context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = StrictTransportSecurity;
            }

            // Proxies keep connections: those that close now with an answer are not cut later without one.
            if (_draining!.IsDraining && HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                headers.Connection = "close";
            }

            return Task.CompletedTask;
        }

        private sealed record State(Filter Filter, HttpContext Context);
    }
}
