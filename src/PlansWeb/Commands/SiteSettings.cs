using PlansWeb.Hosting.Settings;

namespace PlansWeb.Commands;

/// <summary>The settings of the site, for commands that run without a host.</summary>
internal static class SiteSettings
{
    private const string Production = "Production";

    /// <summary>Reads the settings from where the served site takes them, the later ones outranking the earlier: files, environment, command line.</summary>
    /// <param name="contentRoot">The folder whose <c>appsettings.json</c> counts, beside the program's own.</param>
    /// <param name="given">Settings of the command line, by key.</param>
    /// <exception cref="SettingsException">A file of settings cannot be read.</exception>
    public static IConfiguration Read(string contentRoot, IReadOnlyDictionary<string, string?>? given = null)
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Production;
        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(contentRoot, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(contentRoot, $"appsettings.{environment}.json"), optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given ?? new Dictionary<string, string?>());
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException fault)
        {
            throw new SettingsException([Texts.SettingsFileWrong($"{fault.Message} {fault.InnerException?.Message}").ReplaceLineEndings(" ")]);
        }
    }

    /// <summary>Builds the services of a command, once the settings that they read may be right.</summary>
    /// <exception cref="SettingsException">Some cannot be right.</exception>
    public static ServiceProvider Build(this IServiceCollection services, IConfiguration settings)
    {
        var faults = services.SettingFaults(settings);
        return faults.Count == 0 ? services.AddSingleton(settings).BuildServiceProvider() : throw new SettingsException(faults);
    }
}
