namespace PlansWeb.Commands;

/// <summary>The settings of the site, for commands that run without a host.</summary>
internal static class SiteSettings
{
    private const string Production = "Production";

    /// <summary>Reads the settings from where the served site takes them, the later ones outranking the earlier: files, environment, command line.</summary>
    /// <param name="contentRoot">The folder whose <c>appsettings.json</c> counts, beside the program's own.</param>
    /// <param name="given">Settings of the command line, by key.</param>
    public static IConfiguration Read(string contentRoot, IReadOnlyDictionary<string, string?>? given = null)
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Production;
        return new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(contentRoot, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(contentRoot, $"appsettings.{environment}.json"), optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given ?? new Dictionary<string, string?>())
            .Build();
    }
}
