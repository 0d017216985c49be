using Microsoft.Extensions.Options;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>Loads the content while the site starts. A folder that cannot be read leaves the site up, without pages and not ready.</summary>
internal sealed class ContentLoadingService(
    ContentLoader loader, PageStore store, IOptions<ContentOptions> options, IHostEnvironment environment, TimeProvider clock,
    ILogger<ContentLoadingService> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var path = Resolve(options.Value.Path, environment.ContentRootPath);
        var start = clock.GetTimestamp();
        try
        {
            var snapshot = store.Publish(loader.Load(path));
            LoadingLog.Loaded(logger, path, snapshot.Pages.Count, snapshot.Problems.Count, snapshot.Version,
                clock.GetElapsedTime(start).TotalMilliseconds);
            foreach (var problem in snapshot.Problems)
            {
                LoadingLog.Problem(logger, problem.Location, problem.Message, problem.Advice, problem.Rule.Id);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LoadingLog.FolderUnreadable(logger, path, exception);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// A relative path means the content root's, as everywhere in ASP.NET Core; where nothing stands there,
    /// the working directory's, which is what a person at a terminal means.
    /// </summary>
    internal static string Resolve(string path, string contentRoot)
    {
        var below = Path.GetFullPath(path, contentRoot);
        return Directory.Exists(below) || !Directory.Exists(path) ? below : Path.GetFullPath(path);
    }
}
