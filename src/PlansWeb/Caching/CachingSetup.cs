using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace PlansWeb.Caching;

/// <summary>Registers the output cache, and puts its parts around the pages in the order that they need.</summary>
internal static class CachingSetup
{
    private static readonly PageCachePolicy Policy = new();

    /// <summary>Adds the output cache with its ceiling.</summary>
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddOptions<CachingOptions>().BindConfiguration("Cache")
            .Validate(options => options.SizeLimitMb is >= 1 and <= 65_536, "Cache:SizeLimitMb doit être un nombre de 1 à 65536 (Mio).")
            .ValidateOnStart();
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<CachingOptions>>(static (options, caching) =>
        {
            options.SizeLimit = caching.Value.SizeLimitMb * 1024L * 1024L;

            // /A and /a are two addresses; one of them redirects, and must not be answered with the other's page.
            options.UseCaseSensitivePaths = true;
        });
        services.AddHostedService<CacheEviction>();
        return services;
    }

    /// <summary>
    /// Puts the output cache in place: the gate outside, the cache, and the encoder inside, so that what is kept is compressed.
    /// </summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app) =>
        app.UseMiddleware<PageCacheMiddleware>().UseOutputCache();

    /// <summary>Compresses pages on their way into the cache.</summary>
    public static IApplicationBuilder UsePageEncoding(this IApplicationBuilder app) => app.UseMiddleware<PageEncodingMiddleware>();

    /// <summary>Caches what these endpoints answer.</summary>
    public static TBuilder CachePages<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.CacheOutput(Policy).WithMetadata(new PageCacheMetadata());
}
