using PlansWeb.Content.Checks;

namespace PlansWeb.Authoring;

/// <summary>Registers what those who write the site see in their browser, in Development and nowhere else.</summary>
internal static class RedactionSetup
{
    /// <summary>Adds the checks in the background; nothing outside Development.</summary>
    public static IServiceCollection AddRedaction(this IServiceCollection services, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            services.AddChecking().AddSingleton<SourceLinks>().AddSingleton<Reviewer>().AddHostedService(static provider => provider.GetRequiredService<Reviewer>());
        }

        return services;
    }

    /// <summary>Puts <c>/_redaction/</c>, the hidden pages and the banner in place; outside Development there is nothing in the pipeline.</summary>
    public static IApplicationBuilder UseRedaction(this WebApplication app) => app.Environment.IsDevelopment()
        ? app.UseMiddleware<RedactionMiddleware>().UseMiddleware<HiddenPagesMiddleware>().UseMiddleware<BannerMiddleware>()
        : app;
}
