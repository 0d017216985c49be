using System.Diagnostics;
using System.Reflection;
using PlansWeb.Content.Site;

namespace PlansWeb.Hosting;

/// <summary>Says in one line what serves which content, when the site answers for the first time.</summary>
internal sealed class StartReport(PageStore store, IHostApplicationLifetime lifetime, ILogger<StartReport> logger) : IHostedService
{
    /// <summary>The program's version, with the commit where the build knew it.</summary>
    public static string Version { get; } =
        typeof(StartReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Report);
        lifetime.ApplicationStopped.Register(() => LogMessages.SiteEnded(logger));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Report()
    {
        using var process = Process.GetCurrentProcess();
        var snapshot = store.Current;
        LogMessages.SiteStarted(
            logger, Version, snapshot.Pages.Count, store.Source, snapshot.Version, (long)(DateTime.Now - process.StartTime).TotalMilliseconds);
    }
}
