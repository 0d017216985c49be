using Microsoft.Extensions.Primitives;

namespace PlansWeb.Ops;

/// <summary>
/// Answers only for the site's own names (setting <c>AllowedHosts</c>, else the host of <c>Site:Url</c>). No page is made from a Host, so this
/// is a second wall: against DNS rebinding, and against caches in front that would keep a page under a stranger's name.
/// </summary>
internal static class KnownHosts
{
    /// <summary>Refuses an unknown Host with 400. Health is asked by address, by orchestrators that know no name: it answers any.</summary>
    public static IApplicationBuilder UseKnownHosts(this WebApplication app)
    {
        var patterns = Patterns(app.Configuration, app.Environment);
        if (patterns.Contains("*"))
        {
            return app;
        }

        return app.Use((context, next) =>
        {
            if (HostString.MatchesAny(new StringSegment(context.Request.Host.Host), patterns)
                || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    /// <summary>Names that <c>AllowedHosts</c> may list, separated by semicolons: <c>www.example.fr</c>, <c>*.example.fr</c>, an address, <c>*</c>.</summary>
    internal static bool AreHosts(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(static host => host == "*" || Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) != UriHostNameType.Unknown);

    /// <summary>The names that are answered for, as <c>AllowedHosts</c> writes them.</summary>
    internal static IList<StringSegment> Patterns(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (configured.Length > 0)
        {
            return [.. configured.Select(static host => new StringSegment(host))];
        }

        return !environment.IsDevelopment() && Uri.TryCreate(configuration["Site:Url"], UriKind.Absolute, out var site)
            ? [site.Host, "localhost", "127.0.0.1", "[::1]"]
            : ["*"];
    }
}
