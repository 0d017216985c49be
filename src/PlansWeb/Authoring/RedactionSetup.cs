using PlansWeb.Content.Checks;

namespace PlansWeb.Authoring;

/// <summary>Registers what those who write the site see in their browser, in Development and nowhere else.</summary>
internal static class RedactionSetup
{
    /// <summary>Adds the checks in the background; in Development also what shows them.</summary>
    public static IServiceCollection AddRedaction(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddChecking().AddSingleton<CheckMetrics>().AddSingleton<Reviewer>().AddHostedService(static provider => provider.GetRequiredService<Reviewer>());
        return environment.IsDevelopment() ? services.AddSingleton<SourceLinks>() : services;
    }

    /// <summary>Puts <c>/_redaction/</c>, the hidden pages and the banner in place; outside Development there is nothing in the pipeline.</summary>
    public static IApplicationBuilder UseRedaction(this WebApplication app) => app.Environment.IsDevelopment()
        ? app.UseMiddleware<RedactionMiddleware>().UseMiddleware<HiddenPagesMiddleware>().UseMiddleware<BannerMiddleware>()
        : app;
}
