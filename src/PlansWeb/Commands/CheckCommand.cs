using Microsoft.Extensions.Options;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Hosting;

namespace PlansWeb.Commands;

/// <summary><c>PlansWeb check</c>: loads the content as the site does, without a server, and tells what should be mended.</summary>
internal static class CheckCommand
{
    private const string Text = "text";
    private const string Json = "json";

    /// <summary>Runs the command.</summary>
    /// <exception cref="UsageException">The options are wrong, or there is nothing to check at the place that they name.</exception>
    public static int Run(ReadOnlySpan<string> arguments, Terminal terminal)
    {
        var options = new CommandArguments(arguments, ["--content", "--format"], ["--strict"]);
        var format = options.Value("--format") ?? Text;
        if (format is not (Text or Json))
        {
            throw new UsageException($"Le format «\u00a0{format}\u00a0» n’existe pas\u00a0: choisissez «\u00a0text\u00a0» ou «\u00a0json\u00a0».");
        }

        var report = Check(options.Value("--content"));
        if (format == Json)
        {
            JsonReport.Write(report, terminal.Output);
        }
        else
        {
            new TextReport(terminal).Write(report);
        }

        return report.Errors > 0 || (options.Has("--strict") && report.Warnings > 0) ? CommandLine.Failure : CommandLine.Success;
    }

    private static CheckReport Check(string? folder)
    {
        var contentRoot = SiteHost.Options([]).ContentRootPath ?? Directory.GetCurrentDirectory();
        using var services = Services(contentRoot);
        folder = folder is null
            ? ContentLoadingService.Resolve(services.GetRequiredService<IOptions<ContentOptions>>().Value.Path, contentRoot)
            : Path.GetFullPath(folder);
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"Le dossier «\u00a0{folder}\u00a0» n’existe pas.");
        }

        try
        {
            var loader = services.GetRequiredService<ContentLoader>();
            var content = loader.Load(folder);
            folder = loader.Root;
            var snapshot = services.GetRequiredService<PageStore>().Publish(content);
            var pages = snapshot.Pages.Count + snapshot.Hidden.Count;
            var problems = services.GetRequiredService<SiteChecker>().Check(snapshot, folder);
            return pages > 0 || problems.Count > 0
                ? new CheckReport(folder, pages, snapshot.Pages.Count, problems)
                : throw new UsageException($"Le dossier «\u00a0{folder}\u00a0» ne contient aucune page (aucun fichier «\u00a0.md\u00a0»).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Le dossier «\u00a0{folder}\u00a0» ne peut pas être lu\u00a0: {exception.Message}");
        }
    }

    // The rooms that read content, and none of those that serve it: no host is built.
    private static ServiceProvider Services(string contentRoot)
    {
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddPageStore()
            .AddNavigation()
            .AddPlans()
            .AddContentLoading()
            .AddChecking()
            .Build(SiteSettings.Read(contentRoot));
    }
}
