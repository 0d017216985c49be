using Microsoft.Extensions.Options;

namespace PlansWeb.Loading;

/// <summary>Registers the loading of the content folder.</summary>
internal static class LoadingSetup
{
    /// <summary>Reads the settings under <c>Content</c>, and loads the content before the first request is answered.</summary>
    public static IServiceCollection AddContentLoading(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration("Content")
            .Validate(options => options.Path.Length > 0, "Content:Path est vide : indiquez le dossier des fichiers Markdown.")
            .Validate(
                static options => options.FrameHosts.All(static host => Uri.CheckHostName(host) == UriHostNameType.Dns),
                "Content:FrameHosts ne peut contenir que des noms d’hôtes, comme « www.youtube-nocookie.com ».")
            .ValidateOnStart();
        services.AddSingleton(provider => new ContentLoader(
            provider.GetRequiredService<IOptions<ContentOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ContentLoadingService>();
        return services;
    }
}
