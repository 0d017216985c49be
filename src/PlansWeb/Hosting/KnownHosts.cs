using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using PlansWeb.Content;
using PlansWeb.Content.Site;

namespace PlansWeb.Hosting;

/// <summary>
/// Answers only for the site's own names (setting <c>AllowedHosts</c>, else the host of <c>Site:Url</c>). No page is made from a Host, so this
/// is a second wall: against DNS rebinding, and against caches in front that would keep a page under a stranger's name.
/// </summary>
internal static class KnownHosts
{
    /// <summary>Sets the framework's host filter, which stands before the pipeline. Health is asked by address, by orchestrators that know no name: it stands before the filter.</summary>
    public static IServiceCollection AddKnownHosts(this IServiceCollection services)
    {
        services.AddOptions<HostFilteringOptions>().Configure<IConfiguration, IHostEnvironment>(static (options, settings, environment) =>
        {
            options.AllowedHosts = Patterns(settings, environment);
            options.AllowEmptyHosts = false;
            options.IncludeFailureMessage = false;
        });
        return services;
    }

    /// <summary>Gives the filter's answer, a 400 without a word, its text, and tells the first refusal to the log.</summary>
    public static IApplicationBuilder UseRefusalPage(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(KnownHosts));
        var patterns = string.Join(';', app.ApplicationServices.GetRequiredService<IOptions<HostFilteringOptions>>().Value.AllowedHosts);
        var isTold = 0;
        return app.Use((context, next) =>
        {
            var answer = next(context);

            // Nearly all answers are complete here and pass as they are: UseStatusCodePages would take a state machine and a feature for each.
            return answer.IsCompletedSuccessfully && context.Response.StatusCode != StatusCodes.Status400BadRequest ? answer : Explain(context, answer);
        });

        async Task Explain(HttpContext context, Task answer)
        {
            await answer;
            var response = context.Response;
            if (response.StatusCode != StatusCodes.Status400BadRequest || response.HasStarted || response.ContentType is not null || response.ContentLength is not null)
            {
                return;
            }

            if (Interlocked.Exchange(ref isTold, 1) == 0)
            {
                LogMessages.UnknownHost(logger, context.Request.Headers.Host.ToString(), patterns);
            }

            await Refuse(context);
        }
    }

    /// <summary>
    /// Refuses a Host that cannot be read with 400. Reading it throws in whatever asks for it first, so this stands before all that does.
    /// </summary>
    public static IApplicationBuilder UseReadableHosts(this IApplicationBuilder app) =>
        app.Use(static (context, next) => IsReadable(context.Request) ? next(context) : Refuse(context));

    /// <summary>Names that <c>AllowedHosts</c> may list, separated by semicolons: <c>www.example.fr</c>, <c>*.example.fr</c>, an address, <c>*</c>.</summary>
    internal static bool AreHosts(string text) => Split(text).All(static host => host == "*" || Pattern(host) is not null);

    /// <summary>The names that are answered for, as DNS has them.</summary>
    internal static IList<string> Patterns(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = Split(configuration["AllowedHosts"]);
        if (configured.Length > 0)
        {
            return [.. configured.Select(static host => Pattern(host) ?? host)];
        }

        return !environment.IsDevelopment() && configuration["Site:Url"] is { } url && SiteAddress.ReadOrigin(url) is { } site
            ? [new Uri(site).Host, "localhost", "127.0.0.1", "[::1]"]
            : ["*"];
    }

    private static string[] Split(string? hosts) => (hosts ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Pattern(string host)
    {
        var wildcard = host.StartsWith("*.", StringComparison.Ordinal) ? "*." : "";
        var name = host[wildcard.Length..];
        return Uri.CheckHostName(name) != UriHostNameType.Unknown && HostName.ToAscii(name) is { } ascii ? wildcard + ascii : null;
    }

    private static bool IsReadable(HttpRequest request)
    {
        try
        {
            return request.Host.Port is not > ushort.MaxValue;
        }
        catch (ArgumentException)
        {
            // Punycode that says nothing, such as xn--a.
            return false;
        }
    }

    private static Task Refuse(HttpContext context) => ErrorPage.Write(
        context, StatusCodes.Status400BadRequest, static () => (Texts.BadRequestTitle, Texts.UnknownHostLead, Texts.BadRequestAdvice));
}
