using Microsoft.Extensions.Options;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Caching.Sharing;

/// <summary>Registers the shared store where the settings name one.</summary>
internal static class SharedCacheSetup
{
    /// <summary>Adds the parts of the shared store; they stand idle without <c>ConnectionStrings:Redis</c>.</summary>
    public static IServiceCollection AddSharedCache(this IServiceCollection services)
    {
        services.AddOptions<SharedCacheOptions>()
            .Configure<IConfiguration>(static (options, settings) =>
            {
                options.Redis = settings[RedisSettings.Key];
                options.Key = settings[SharedCacheOptions.KeySetting];
            });
        services.AddSettings(new Setting(RedisSettings.Key, Texts.RedisAllowed, static text => RedisSettings.Parse(text) is not null) { IsSecret = true, MayBeEmpty = true },
            new Setting(SharedCacheOptions.KeySetting, Texts.PreviewKeyAllowed(SharedCacheOptions.FewestKeyBytes), static text => SharedCacheOptions.Decode(text) is not null) { IsSecret = true, MayBeEmpty = true });
        services.AddSingleton<Circuit>();
        services.AddSingleton<SharedStore>();
        services.AddSingleton<SharedWriter>();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<RedisConnection>(
            provider,
            RedisSettings.Parse(provider.GetRequiredService<IOptions<SharedCacheOptions>>().Value.Redis!)!,
            Edition.Of(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>())));
        services.AddHostedService<SharedCacheService>();
        return services;
    }
}
