using Microsoft.Extensions.Options;
using PlansWeb.Content;
using PlansWeb.Content.Files;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Hosting.Settings;
using PlansWeb.Images;
using PlansWeb.Pages;

namespace PlansWeb.Hosting;

/// <summary>Registers the loading of the content folder.</summary>
internal static class LoadingSetup
{
    /// <summary>Reads the settings under <c>Content</c>, and loads the content before the first request is answered.</summary>
    public static IServiceCollection AddContentLoading(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration("Content");
        services.AddSettings(
            Setting.Folder("Content:Path", Texts.FolderAllowed),
            Setting.OneOf("Content:Watch", [.. Enum.GetNames<ContentWatchMode>().Select(static name => name.ToLowerInvariant())]),
            Setting.Flag("Content:Typographer"),
            Setting.Flag("Content:Breaks"),
            Setting.Flag("Content:Linkify"),
            Setting.Flag("Content:IndentedCode"),
            Setting.Flag("Content:Scripts"),
            Setting.Number("Content:MostLost", 0, 100, "%"),
            new Setting("Content:ConfirmLoss", Texts.ContentVersionAllowed, static text => text.All(char.IsAsciiLetterOrDigit)) { MayBeEmpty = true },
            Setting.Flag("Content:Check"),
            Setting.OneOf("Content:TemplateEngine", "liquid", "njk", "none"),
            Setting.OneOf("Content:Dialect", "eleventy", "plansweb"),
            new Setting("Content:Data", Texts.SourceFolderAllowed, static text => text.Length > 0),
            new Setting("Content:Includes", Texts.SourceFolderAllowed, static text => text.Length > 0),
            new Setting("Content:FrameHosts", Texts.HostAllowed, static text => Uri.CheckHostName(text) == UriHostNameType.Dns && HostName.ToAscii(text) is not null) { IsList = true });
        services.AddSingleton(static provider => new LossGuard(provider.GetRequiredService<IOptions<ContentOptions>>().Value, () => provider.GetService<ImageFolder>()?.Lasting()));
        services.AddSingleton<LoadingMetrics>();
        services.AddSingleton(provider => new ContentLoader(
            provider.GetRequiredService<IOptions<ContentOptions>>().Value, provider.GetRequiredService<TimeProvider>())
        {
            Identity = provider.GetRequiredService<IOptions<SiteOptions>>().Value.Identity(),
        });
        services.AddHostedService<ContentLoadingService>();
        return services;
    }
}
