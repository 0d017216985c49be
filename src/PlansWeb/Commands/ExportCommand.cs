using System.CommandLine;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Export;

namespace PlansWeb.Commands;

/// <summary><c>PlansWeb export</c>: writes the whole site as files, for a host without a process.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="settings">Settings of the site that stand on the command line, by key.</param>
    /// <param name="terminal">Where it writes.</param>
    public static Command Create(IReadOnlyDictionary<string, string?> settings, Terminal terminal)
    {
        var folder = new Argument<string>("dossier") { Description = "dossier de l’export : vide, ou d’un export d’avant", HelpName = "DOSSIER" };
        var content = new Option<string?>("--content") { Description = "dossier du contenu (sinon le réglage Content:Path)", HelpName = "CONTENU" };
        var smallest = new Option<bool>("--smallest") { Description = "comprime autant que possible, ce qui prend du temps", Arity = ArgumentArity.Zero };
        var command = new Command("export", """
            Écrit tout le site en fichiers, pour un hébergement sans programme.
            Les réglages sont ceux du site, aussi sous la forme --CLÉ=VALEUR : Site:Url, par exemple.
            État de sortie : 0 l’export est complet, 1 il a échoué et celui d’avant est intact, 2 commande mal écrite.
            """) { folder, content, smallest };
        command.SetAction((given, _) => Run(given.GetValue(folder)!, given.GetValue(content), given.GetValue(smallest), settings, terminal));
        return command;
    }

    private static async Task<int> Run(string folder, string? content, bool isSmallest, IReadOnlyDictionary<string, string?> settings, Terminal terminal)
    {
        if (content is not null && !Directory.Exists(content))
        {
            throw new UsageException($"Le dossier «\u00a0{content}\u00a0» n’existe pas.");
        }

        var given = settings.Select(static setting => $"--{setting.Key}={setting.Value}").Concat(content is null ? [] : [$"--Content:Path={Path.GetFullPath(content)}"]);
        if (Exporter.CreateSite(given) is not var (site, server))
        {
            return CommandLine.Failure;
        }

        await using (site)
        {
            // Beside the load, since what the last export left is long too.
            var source = ContentLoadingService.Resolve(site.Services.GetRequiredService<IOptions<ContentOptions>>().Value.Path, site.Environment.ContentRootPath);
            var opening = Task.Run(() => ExportFolder.Open(folder, source));
            ExportFolder? export = null;
            try
            {
                await Task.WhenAll(opening, site.StartAsync());
                export = await opening;
                await new Exporter(site, server, export, isSmallest, terminal).Run();
                return CommandLine.Success;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException or OperationCanceledException)
            {
                var reason = fault is OperationCanceledException ? "interrompu." : fault.Message;
                terminal.Error.WriteLine(export is { IsApplying: true }
                    ? $"L’export a échoué pendant la mise en place, et le dossier mêle deux versions\u00a0: refaites-le, il écrira tout. {reason}"
                    : $"L’export a échoué, celui d’avant est intact\u00a0: {reason}");
                return CommandLine.Failure;
            }
            finally
            {
                export?.Clear();
                await site.StopAsync();
            }
        }
    }
}
