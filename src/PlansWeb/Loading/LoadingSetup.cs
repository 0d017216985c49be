using Microsoft.Extensions.Options;
using PlansWeb.Settings;

namespace PlansWeb.Loading;

/// <summary>Registers the loading of the content folder.</summary>
internal static class LoadingSetup
{
    /// <summary>Reads the settings under <c>Content</c>, and loads the content before the first request is answered.</summary>
    public static IServiceCollection AddContentLoading(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration("Content");
        services.AddSettings(
            new Setting("Content:Path", Texts.FolderAllowed, static text => text.Length > 0 && !File.Exists(text)),
            new Setting("Content:Watch", Texts.WatchAllowed, static text => Enum.GetNames<ContentWatchMode>().Contains(text, StringComparer.OrdinalIgnoreCase)),
            Setting.Flag("Content:Typographer"),
            Setting.Flag("Content:Liquid"),
            new Setting("Content:FrameHosts", Texts.HostAllowed, static text => Uri.CheckHostName(text) == UriHostNameType.Dns) { IsList = true });
        services.AddSingleton<LoadingMetrics>();
        services.AddSingleton(provider => new ContentLoader(
            provider.GetRequiredService<IOptions<ContentOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ContentLoadingService>();
        return services;
    }
}
