using Microsoft.Extensions.Options;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Hosting;

namespace PlansWeb.Commands;

/// <summary>The content that a command reads: its folder, and the rooms that read content, none of those that serve it. No host is built.</summary>
/// <param name="Services">The rooms.</param>
/// <param name="Folder">The whole path of the folder, which need not exist.</param>
internal sealed record CommandContent(ServiceProvider Services, string Folder) : IDisposable
{
    /// <summary>Finds the folder, and makes the rooms.</summary>
    /// <param name="folder">What <c>--content</c> says; <see langword="null"/> for the setting <c>Content:Path</c>.</param>
    /// <param name="settings">Settings of the site that stand on the command line, by key.</param>
    /// <param name="clock">Tells what is public now.</param>
    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public static CommandContent Open(string? folder, IReadOnlyDictionary<string, string?> settings, TimeProvider clock)
    {
        var contentRoot = SiteHost.Options([]).ContentRootPath ?? Directory.GetCurrentDirectory();
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddPageStore()
            .AddNavigation()
            .AddPlans()
            .AddSearch()
            .AddContentLoading()
            .AddChecking()
            .Build(SiteSettings.Read(contentRoot, settings));
        return new CommandContent(
            services, folder is null ? ContentLoadingService.Resolve(services.GetRequiredService<IOptions<ContentOptions>>().Value.Path, contentRoot) : Path.GetFullPath(folder));
    }

    /// <summary>One of the rooms.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Does what reads the folder, or writes into it.</summary>
    /// <exception cref="UsageException">The folder does not exist, or its files cannot be opened.</exception>
    public T Read<T>(Func<T> read)
    {
        if (!Directory.Exists(Folder))
        {
            throw new UsageException($"Le dossier «\u00a0{Folder}\u00a0» n’existe pas.");
        }

        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Le dossier «\u00a0{Folder}\u00a0» n’est pas accessible\u00a0: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Services.Dispose();
}
