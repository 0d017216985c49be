using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using PlansWeb.Caching.Sharing;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Caching;

/// <summary>Registers the output cache, and puts its parts around the pages in the order that they need.</summary>
internal static class CachingSetup
{
    private const long LargestBody = 8 * 1024 * 1024;

    private static readonly PageCachePolicy s_policy = new();

    /// <summary>Adds the output cache with its ceiling.</summary>
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddOptions<CachingOptions>().BindConfiguration("Cache");
        services.AddSettings(
            Setting.Number("Cache:SizeLimitMb", 1, 65_536, Texts.Mebibytes),
            Setting.Number("Cache:SharedMaxAge", 0, 31_536_000, Texts.Seconds) with { MayBeEmpty = true });
        services.AddSingleton<CacheMetrics>().AddSharedCache();

        // Before the output cache, which brings a store of its own where there is none.
        services.AddSingleton<IOutputCacheStore, OutputCacheStore>();
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<CachingOptions>>(static (options, caching) =>
        {
            // /A and /a are two addresses; one of them redirects, and must not be answered with the other's page.
            options.UseCaseSensitivePaths = true;

            // A whole section as one document is some hundred kB; what is larger than this must not push everything else out.
            options.MaximumBodySize = Math.Min(LargestBody, caching.Value.StoredBytes);
        });
        services.AddHostedService<CacheEviction>();
        services.AddSingleton<ReadyPages>().AddSingleton<SmallestPages>().AddSingleton<PageCompressor>();
        services.AddHostedService(static provider => provider.GetRequiredService<PageCompressor>());
        return services;
    }

    /// <summary>Answers pages that are ready before anything else looks at the request.</summary>
    public static IApplicationBuilder UseReadyPages(this IApplicationBuilder app) => app.UseMiddleware<ReadyPagesMiddleware>();

    /// <summary>
    /// Puts the output cache in place: the gate outside, the cache, and the encoder inside, so that what is kept is compressed.
    /// </summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app) =>
        app.UseMiddleware<PageCacheMiddleware>().UseOutputCache();

    /// <summary>Compresses pages on their way into the cache.</summary>
    public static IApplicationBuilder UsePageEncoding(this IApplicationBuilder app) => app.UseMiddleware<PageEncodingMiddleware>();

    /// <summary>Caches what these endpoints answer.</summary>
    public static TBuilder CachePages<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.CacheOutput(s_policy).WithMetadata(new PageCacheMetadata());
}
