using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using PlansWeb.Caching.Sharing;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Caching;

/// <summary>Registers the output cache, and puts its parts around the pages in the order that they need.</summary>
internal static class CachingSetup
{
    private static readonly PageCachePolicy s_policy = new();

    /// <summary>Adds the output cache with its ceiling.</summary>
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddOptions<CachingOptions>().BindConfiguration("Cache");
        services.AddSettings(
            Setting.Number("Cache:SizeLimitMb", 1, 65_536, Texts.Mebibytes),
            Setting.Number("Cache:SharedMaxAge", 0, 31_536_000, Texts.Seconds) with { MayBeEmpty = true });
        services.AddOptions<SharedCacheOptions>().Configure<IConfiguration>(static (options, settings) =>
        {
            options.Redis = settings[RedisSettings.Key];
            options.Key = settings[SharedCacheOptions.KeySetting];
        });
        services.AddSettings(
            new Setting(RedisSettings.Key, Texts.RedisAllowed, static text => RedisSettings.Parse(text) is not null) { IsSecret = true, MayBeEmpty = true },
            new Setting(SharedCacheOptions.KeySetting, Texts.PreviewKeyAllowed(SharedCacheOptions.FewestKeyBytes), static text => SharedCacheOptions.Decode(text) is not null) { IsSecret = true, MayBeEmpty = true });
        services.AddSingleton<CacheMetrics>().AddSingleton<ResponseCache>().AddSingleton<PageCompressor>().AddSingleton<SharedCache>();
        services.AddHostedService(static provider => provider.GetRequiredService<PageCompressor>());
        services.AddHostedService(static provider => provider.GetRequiredService<SharedCache>());

        // Before the output cache, which brings a store of its own where there is none. It keeps nothing in this process: the response cache does.
        services.AddSingleton<IOutputCacheStore>(static provider => provider.GetRequiredService<SharedCache>());
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<CachingOptions>>(static (options, caching) =>
        {
            // /A and /a are two addresses; one of them redirects, and must not be answered with the other's page.
            options.UseCaseSensitivePaths = true;
            options.MaximumBodySize = caching.Value.LargestBody;
        });
        return services;
    }

    /// <summary>Answers what is cached before anything else looks at the request.</summary>
    public static IApplicationBuilder UseResponseCache(this IApplicationBuilder app)
    {
        var cache = app.ApplicationServices.GetRequiredService<ResponseCache>();
        return app.Use((context, next) =>
        {
            if (cache.Find(context) is not { } response)
            {
                return next(context);
            }

            // Nothing runs it: it names the route of this request for the metrics.
            context.SetEndpoint(response.Endpoint);
            return response.Answer(context, CachedResponse.Hit);
        });
    }

    /// <summary>Puts the output cache in place, with what it needs around it.</summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app) => app.UseMiddleware<PageCacheMiddleware>().UseOutputCache();

    /// <summary>Compresses pages on their way into the cache.</summary>
    public static IApplicationBuilder UsePageEncoding(this IApplicationBuilder app) => app.UseMiddleware<PageEncoder>();

    /// <summary>Caches what these endpoints answer.</summary>
    public static TBuilder CachePages<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.CacheOutput(s_policy).WithMetadata(new PageCacheMetadata());
}
