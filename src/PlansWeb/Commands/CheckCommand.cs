using System.CommandLine;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Hosting;

namespace PlansWeb.Commands;

/// <summary><c>PlansWeb check</c>: loads the content as the site does, without a server, and tells what should be mended.</summary>
internal static class CheckCommand
{
    private const string Text = "text";
    private const string Json = "json";

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var content = new Option<string?>("--content") { Description = "dossier à vérifier (sinon le réglage Content:Path)", HelpName = "DOSSIER" };
        var format = new Option<string>("--format")
        {
            Description = "text pour les personnes (par défaut), json pour les programmes",
            HelpName = "text|json",
            DefaultValueFactory = static _ => Text,
        };
        format.Validators.Add(static given =>
        {
            if (given.Tokens is [{ Value: not (Text or Json) and var name }])
            {
                given.AddError($"Le format «\u00a0{name}\u00a0» n’existe pas\u00a0: choisissez «\u00a0text\u00a0» ou «\u00a0json\u00a0».");
            }
        });
        var strict = new Option<bool>("--strict") { Description = "les avertissements comptent comme des erreurs", Arity = ArgumentArity.Zero };
        var command = new Command("check", """
            Vérifie le contenu, sans servir le site.
            État de sortie : 0 rien à corriger ou avertissements seuls, 1 erreurs, 2 commande mal écrite.
            """) { content, format, strict };
        command.SetAction(given => Run(given.GetValue(content), given.GetValue(format)!, given.GetValue(strict), terminal));
        return command;
    }

    // Throws a UsageException where there is nothing to check at the place that is named.
    private static int Run(string? content, string format, bool isStrict, Terminal terminal)
    {
        var report = Check(content);
        if (format == Json)
        {
            JsonReport.Write(report, terminal.Output);
        }
        else
        {
            new TextReport(terminal).Write(report);
        }

        return report.Errors > 0 || (isStrict && report.Warnings > 0) ? CommandLine.Failure : CommandLine.Success;
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
            .AddSearch()
            .AddContentLoading()
            .AddChecking()
            .Build(SiteSettings.Read(contentRoot));
    }
}
