using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Hosting;

/// <summary>Where the site finds its files, and how the server is set.</summary>
internal static class SiteHost
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

    /// <summary>Makes the builder; <see langword="null"/> where a file of settings cannot be read, after saying so.</summary>
    public static WebApplicationBuilder? CreateBuilder(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(Options(args));

            // From a clone the style sheet lies where the build put it. The framework looks there in Development alone.
            builder.WebHost.UseStaticWebAssets();
            return builder;
        }
        catch (InvalidDataException fault)
        {
            // The inner message says where in the file.
            Tell(Texts.SettingsFileWrong($"{fault.Message} {fault.InnerException?.Message}"));
            return null;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or FormatException or InvalidOperationException or UnauthorizedAccessException)
        {
            // The few settings that the builder itself reads, such as contentRoot.
            Tell(fault is DirectoryNotFoundException ? Texts.WrongSetting("contentRoot", fault.Message, Texts.ExistingFolderAllowed) : Texts.NotStarted(fault.Message));
            return null;
        }
    }

    /// <summary>Looks at all settings, and writes one line to standard error for each that cannot be right.</summary>
    /// <returns>All may be right: the site may start.</returns>
    public static bool CheckSettings(this WebApplicationBuilder builder)
    {
        var faults = builder.Services.SettingFaults(builder.Configuration);
        foreach (var fault in faults)
        {
            Tell(fault);
        }

        return faults.Count == 0;
    }

    /// <summary>Runs the site to its end.</summary>
    /// <returns><see langword="false"/> where it could not start, which was said in one line on standard error then, and where it failed.</returns>
    public static async Task<bool> RunSiteAsync(this WebApplication app)
    {
        await using (app)
        {
            var isStarted = false;
            try
            {
                await app.StartAsync();
                isStarted = true;
                await app.WaitForShutdownAsync();
                return true;
            }
            catch (Exception fault) when (!isStarted)
            {
                // The host has logged it whole.
                Tell(fault is SocketException || fault.Source?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true
                    ? Texts.AddressNotFree(fault.Message)
                    : Texts.NotStarted(fault.Message));
                return false;
            }
            catch (Exception fault)
            {
                LogMessages.SiteFailed(app.Logger, fault);
                return false;
            }
        }
    }

    private static void Tell(string text) => Console.Error.WriteLine(text.ReplaceLineEndings(" "));

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

        // A line of a request ends in CR LF. Kestrel also takes a bare LF, which proxies read differently: that is how requests are smuggled.
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

        builder.Services.AddOptions<LimitOptions>().BindConfiguration("Limits");
        builder.Services.AddOptions<OpsOptions>().BindConfiguration("Ops");
        builder.Services.AddSettings(
            Setting.Number("Limits:Connections", 1, 1_000_000),
            Setting.Number("Limits:SearchesPerSecond", 1, 10_000),
            Setting.Number(OpsPort.Key, 1, ushort.MaxValue) with { MayBeEmpty = true },
            Setting.Flag("Ops:Problems"),
            Setting.Number("Ops:DrainSeconds", 0, 300, Texts.Seconds) with { MayBeEmpty = true },
            new Setting("AllowedHosts", Texts.HostsAllowed, KnownHosts.AreHosts) { MayBeEmpty = true });
        builder.Services.AddServerSettings();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>(static (options, limits) =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxConcurrentConnections = limits.Value.Connections;

            // Readers send an address and a few headers, and no body.
            options.Limits.MaxRequestBodySize = 8 * 1024;
            options.Limits.MaxRequestLineSize = 8 * 1024;
            options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            options.Limits.MaxRequestHeaderCount = 100;
            options.Limits.Http2.MaxStreamsPerConnection = 100;
            options.Limits.Http2.MaxRequestHeaderFieldSize = 8 * 1024;

            // Slow ones may be slow, not silent. Connections outlive the 60 s of balancers, so that it is they who close first.
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(65);
            options.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(10));
        });

        builder.Services.AddKnownHosts();
        builder.Services.AddHealth();
        builder.Services.AddSearchLimits();
        builder.AddOuterPipeline();
        builder.Services.AddProxies();
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null
            && builder.Configuration["https_ports"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.ListenOnOpsPort();
        builder.Services.AddTimeLimit();
        builder.AddLogs();
        builder.AddTelemetry();
        builder.Services.AddSingleton(TimeProvider.System);

        // Requests under way have this time once the door is closed; all of it together is less than orchestrators wait for.
        builder.Services.Configure<HostOptions>(static options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(20);

            // What runs in the background serves readers in the end: where it fails, they keep the pages that there are. The host logs the fault.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddSingleton<IHostLifetime>(static provider => provider.GetRequiredService<Draining>());
        builder.Services.AddHostedService<StartReport>();
    }
}
