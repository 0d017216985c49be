using PlansWeb.Hosting.Settings;

namespace PlansWeb.Images;

/// <summary>Registers the making of smaller images.</summary>
internal static class ImagesSetup
{
    /// <summary>Reads the settings under <c>Images</c>, and makes smaller versions in the background. To be added after the loading of content.</summary>
    public static IServiceCollection AddImages(this IServiceCollection services)
    {
        services.AddOptions<ImagesOptions>().BindConfiguration("Images");
        services.AddSettings(
            Setting.Folder("Images:CachePath", Texts.ImageFolderAllowed) with { MayBeEmpty = true },
            Setting.Number("Images:CacheSizeMb", 1, 1_000_000, Texts.Megabytes));
        services.AddSingleton<ImageFolder>();
        services.AddSingleton<ConvertImage>(static provider => VipsConverter.With(provider.GetRequiredService<ILoggerFactory>().CreateLogger("PlansWeb.Images")));
        services.AddSingleton<ImageQueue>();
        services.AddHostedService(static provider => provider.GetRequiredService<ImageQueue>());
        return services;
    }
}
