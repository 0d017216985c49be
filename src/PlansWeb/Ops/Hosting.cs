using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace PlansWeb.Ops;

/// <summary>Where the site finds its files, and how the server is set.</summary>
internal static class Hosting
{
    private const string DefaultAddress = "http://localhost:8080";

    /// <summary>
    /// Options of the host: a published site finds <c>content/</c> and <c>wwwroot/</c> beside its program, from any working directory;
    /// from a clone, the working directory is the repository's root.
    /// </summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var beside = AppContext.BaseDirectory;
        var published = Directory.Exists(Path.Combine(beside, "wwwroot")) && Directory.Exists(Path.Combine(beside, "content"));

        // The configuration's own watcher would end the process where the system has no watch left to give (inotify in containers);
        // settings are read once.
        return new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = published ? beside : null,
        };
    }

    /// <summary>Sets the server's limits and the default address.</summary>
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        // The program's own settings stand beside it, also where the content root is elsewhere. First in the list: everything else outranks them.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            Path = "appsettings.json",
            Optional = true,
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
        });
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.AddServerHeader = false;

            // Readers send no body.
            options.Limits.MaxRequestBodySize = 8 * 1024;
        });
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null
            && builder.Configuration["https_ports"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.AddSingleton(TimeProvider.System);
    }
}
