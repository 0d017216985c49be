using Microsoft.Extensions.Options;

namespace PlansWeb.Caching.Sharing;

/// <summary>Registers the shared store where the settings name one.</summary>
internal static class SharedCacheSetup
{
    /// <summary>Adds the parts of the shared store; they stand idle without <c>ConnectionStrings:Redis</c>.</summary>
    public static IServiceCollection AddSharedCache(this IServiceCollection services)
    {
        services.AddOptions<SharedCacheOptions>()
            .Configure<IConfiguration>(static (options, settings) => options.Redis = settings[RedisSettings.Key])
            .Validate(
                static options => string.IsNullOrEmpty(options.Redis) || RedisSettings.Parse(options.Redis) is not null,
                $"{RedisSettings.Key} est mal écrite (sa valeur, qui peut contenir un mot de passe, n’est pas montrée)\u00a0: "
                + "indiquez hôte:port, puis des options séparées par des virgules, comme cache:6379,password=…,ssl=true.")
            .ValidateOnStart();
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
