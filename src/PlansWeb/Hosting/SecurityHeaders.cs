using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PlansWeb.Authoring;
using PlansWeb.Content;

namespace PlansWeb.Hosting;

/// <summary>
/// The headers that every answer carries, whatever it is; but for 304, with which a client keeps those of the response that it has (RFC 9110,
/// section 15.4.5): a page's ETag carries <see cref="Hash"/>, so that no client keeps those of another release.
/// </summary>
/// <remarks>
/// A dozen constants. NetEscapades.AspNetCore.SecurityHeaders would compute them for each request, for nonces and per-endpoint policies
/// that a cached page cannot have, and its own defaults leave COEP and CORP weaker than they can be here.
/// </remarks>
internal sealed class SecurityHeaders
{
    /// <summary>
    /// The sensors and powers that a page could ask for: none is. Without scripts and frames nothing could ask; the list is short because every
    /// answer carries it.
    /// </summary>
    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    private const string ReferrerPolicy = "strict-origin-when-cross-origin";
    private const string ResourcePolicy = "same-origin";

    /// <summary>One year (ASVS 3.4.1). No <c>preload</c>: that is for the owner of the domain to ask for.</summary>
    private const string StrictTransportSecurity = "max-age=31536000; includeSubDomains";

    private readonly string _contentSecurityPolicy;
    private readonly KeyValuePair<string, StringValues>[] _constant;
    private readonly bool _isStrict;

    /// <summary>Makes the headers of a site.</summary>
    /// <param name="frameHosts">Hosts whose pages may stand in frames.</param>
    /// <param name="isStrict">No script at all, and HTTPS for a year: everywhere but in Development.</param>
    public SecurityHeaders(string[] frameHosts, bool isStrict)
    {
        _isStrict = isStrict;
        _contentSecurityPolicy = ContentSecurityPolicy(frameHosts, hasScript: !isStrict);
        _constant =
        [
            new(HeaderNames.XContentTypeOptions, "nosniff"),
            new(HeaderNames.XFrameOptions, "DENY"),
            new("Permissions-Policy", PermissionsPolicy),
            new("Cross-Origin-Opener-Policy", "same-origin"),

            // A frame of another host would have to send this header too, and video sites do not.
            .. frameHosts.Length == 0 ? [new("Cross-Origin-Embedder-Policy", "require-corp")] : Array.Empty<KeyValuePair<string, StringValues>>(),
        ];
        var all = _constant.Select(static header => $"{header.Key}: {header.Value}")
            .Concat([_contentSecurityPolicy, ReferrerPolicy, ResourcePolicy, isStrict ? StrictTransportSecurity : ""]);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))).AsSpan(0, 8));
    }

    /// <summary>Names the policy: another for any other header or value.</summary>
    public string Hash { get; }

    /// <summary>Sets the headers of an answer that starts.</summary>
    public void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode == StatusCodes.Status304NotModified)
        {
            headers.Remove(HeaderNames.ContentSecurityPolicy);
            return;
        }

        // Those that are there already are meant for this answer: an SVG's policy, a preview's referrer, a file that other sites may show.
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, _contentSecurityPolicy);
        headers.TryAdd("Referrer-Policy", ReferrerPolicy);
        headers.TryAdd("Cross-Origin-Resource-Policy", ResourcePolicy);
        foreach (var (name, value) in _constant)
        {
            headers[name] = value;
        }

        if (_isStrict && context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = StrictTransportSecurity;
        }
    }

    // No script (in Development the one that shows a page again), nothing from elsewhere but the frames that the settings name. Images may be
    // data: addresses, which the style sheet's icons are. On the public site nothing connects; tools that look at the site as a page of it
    // would may (Lighthouse reads /robots.txt so).
    private static string ContentSecurityPolicy(string[] frameHosts, bool hasScript) =>
        $"default-src 'none'; script-src {(hasScript ? "'self'" : "'none'")}; "
        + "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + (frameHosts.Length == 0 ? "" : $"frame-src {string.Join(' ', frameHosts.Select(static host => "https://" + HostName.ToAscii(host)))}; ")
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

/// <summary>
/// Puts around everything, the framework's host filter included, which runs before the pipeline: the headers; just inside them the error page, so
/// that whatever throws, the answer has a text and the headers; then health and the port for ops, which answer any Host; then what the host filter's
/// refusals look like, and the refusal of a Host that cannot be read.
/// </summary>
internal sealed class OuterPipeline(SecurityHeaders policy, Draining draining) : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
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
        policy.Write(context);
        NameRoute(context);

        // Proxies keep connections: those that close now with an answer are not cut later without one.
        if (draining.IsDraining && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }

        return Task.CompletedTask;
    }

    // The framework names the route of the endpoint that answers; this names what no endpoint answers: an exception's page by the endpoint that
    // threw, health and metrics by their address, and what is refused before routing. A closed list: an address would make a series of its own.
    private static void NameRoute(HttpContext context)
    {
        if (context.GetEndpoint() is null && context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            var path = context.Request.Path.Value ?? "";
            var route = (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText
                ?? (path is Health.LivePath or Health.ReadyPath or Telemetry.MetricsPath or OpsProblems.HtmlPath or OpsProblems.JsonPath ? path : "none");
            metrics.Tags.Add(new("http.route", route));
        }
    }

    private sealed record State(OuterPipeline Filter, HttpContext Context);
}

/// <summary>Registers the outer pipeline.</summary>
internal static class OuterPipelineSetup
{
    /// <summary>Puts it in front of all other startup filters.</summary>
    public static void AddOuterPipeline(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new SecurityHeaders(
            builder.Configuration.GetSection("Content:FrameHosts").Get<string[]>() ?? [], isStrict: !builder.Environment.IsDevelopment()));
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, OuterPipeline>());
    }
}
