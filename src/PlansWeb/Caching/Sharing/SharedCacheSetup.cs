using PlansWeb.Hosting.Settings;

namespace PlansWeb.Caching.Sharing;

/// <summary>Registers the shared store where the settings name one.</summary>
internal static class SharedCacheSetup
{
    /// <summary>Adds the shared cache; it stands idle without <c>ConnectionStrings:Redis</c>.</summary>
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
        services.AddSingleton<SharedCache>();
        services.AddHostedService(static provider => provider.GetRequiredService<SharedCache>());
        return services;
    }
}
