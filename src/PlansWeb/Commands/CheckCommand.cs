using System.CommandLine;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Files;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Commands;

/// <summary><c>PlansWeb check</c>: loads the content as the site does, without a server, and tells what should be mended.</summary>
internal static class CheckCommand
{
    private const string Text = "text";

    private static readonly Dictionary<string, Action<CheckReport, Terminal>> s_formats = new(StringComparer.Ordinal)
    {
        [Text] = static (report, terminal) => new TextReport(terminal).Write(report),
        ["json"] = static (report, terminal) => JsonReport.Write(report, terminal.Output),
        ["github"] = static (report, terminal) => CiReports.WriteGitHub(report, terminal.Output),
        ["gitlab"] = static (report, terminal) => CiReports.WriteGitLab(report, terminal.Output),
        ["sarif"] = static (report, terminal) => CiReports.WriteSarif(report, terminal.Output),
    };

    /// <summary>Makes the command.</summary>
    /// <param name="settings">Settings of the site that stand on the command line, by key.</param>
    /// <param name="terminal">Where it writes.</param>
    public static Command Create(IReadOnlyDictionary<string, string?> settings, Terminal terminal)
    {
        var paths = new Argument<string[]>("chemins")
        {
            Description = "fichiers et dossiers du contenu dont les messages sont montrés (sinon tous) ; un dossier seul, hors du contenu, est celui à vérifier",
            HelpName = "FICHIER|DOSSIER …",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var content = new Option<string?>("--content") { Description = "dossier à vérifier (sinon le réglage Content:Path)", HelpName = "DOSSIER" };
        var format = new Option<string>("--format")
        {
            Description = "text pour les personnes (par défaut), json pour les programmes, github (annotations), gitlab (Code Quality), sarif (2.1.0)",
            HelpName = string.Join('|', s_formats.Keys),
            DefaultValueFactory = static _ => Text,
        };
        format.Validators.Add(static given =>
        {
            if (given.Tokens is [{ Value: var name }] && !s_formats.ContainsKey(name))
            {
                given.AddError($"Le format «\u00a0{name}\u00a0» n’existe pas\u00a0: choisissez {string.Join(", ", s_formats.Keys.Select(static name => $"«\u00a0{name}\u00a0»"))}.");
            }
        });
        var strict = new Option<bool>("--strict") { Description = "les avertissements comptent comme des erreurs", Arity = ArgumentArity.Zero };
        var since = new Option<string?>("--since")
        {
            Description = "compare avec une révision du dépôt Git : chaque adresse qui était publique et ne répond plus est une erreur",
            HelpName = "RÉVISION[:CHEMIN]",
        };
        var addresses = new Option<string?>("--addresses") { Description = "compare avec la liste qu’un site en ligne donne à /api/addresses.json", HelpName = "FICHIER" };
        var write = new Option<bool>("--write") { Description = "avec --since ou --addresses : ajoute à _data/redirects.yaml les redirections dont l’arrivée est connue", Arity = ArgumentArity.Zero };
        var command = new Command("check", """
            Vérifie le contenu, sans servir le site.
            Tout le contenu est lu, car un lien mène d’une page à l’autre ; les réglages sont ceux du site, aussi sous la forme --CLÉ=VALEUR.
            État de sortie : 0 rien à corriger ou avertissements seuls, 1 erreurs, 2 commande mal écrite.
            """) { paths, content, format, strict, since, addresses, write };
        command.SetAction(given => Run(
            given.GetValue(paths) ?? [], given.GetValue(content), given.GetValue(format)!, given.GetValue(strict), new Comparison(given.GetValue(since), given.GetValue(addresses), given.GetValue(write)), settings, terminal));
        return command;
    }

    // Throws a UsageException where there is nothing to check at the place that is named.
    private static int Run(string[] paths, string? content, string format, bool isStrict, Comparison comparison, IReadOnlyDictionary<string, string?> settings, Terminal terminal)
    {
        var report = Check(paths, content, comparison, settings, terminal);
        s_formats[format](report, terminal);
        return report.Errors > 0 || (isStrict && report.Warnings > 0) ? CommandLine.Failure : CommandLine.Success;
    }

    private static CheckReport Check(string[] paths, string? folder, Comparison comparison, IReadOnlyDictionary<string, string?> settings, Terminal terminal)
    {
        comparison.Validate();
        if (paths.FirstOrDefault(static path => !Path.Exists(path)) is { } missing)
        {
            throw new UsageException($"«\u00a0{missing}\u00a0» n’existe pas.");
        }

        using var content = CommandContent.Open(folder, settings, TimeProvider.System);
        if (paths is [var only] && Directory.Exists(only) && Below(content.Folder, only) is null)
        {
            return Check(content with { Folder = Path.GetFullPath(only) }, [], comparison, terminal);
        }

        return Check(content, paths, comparison, terminal);
    }

    private static CheckReport Check(CommandContent content, string[] paths, Comparison comparison, Terminal terminal) => content.Read(() =>
    {
        var shown = paths.Select(path => Below(content.Folder, path) ?? throw new UsageException($"«\u00a0{path}\u00a0» n’est pas dans le dossier du contenu, «\u00a0{content.Folder}\u00a0».")).ToArray();
        var (loader, store) = (content.Get<ContentLoader>(), content.Get<PageStore>());
        var before = comparison.Before(content);
        var snapshot = store.Publish(loader.Load(content.Folder));
        if (comparison.MayWrite && RedirectWriter.Add(loader.DataFolder, new LostAddresses(before!, snapshot).All) is > 0 and var added)
        {
            terminal.Error.WriteLine($"Redirections ajoutées à _data/redirects.yaml\u00a0: {added}.");
            snapshot = store.Publish(loader.Load(content.Folder));
        }

        var pages = snapshot.Pages.Count + snapshot.Hidden.Count;
        var problems = content.Get<SiteChecker>().Check(snapshot, loader.Root, before);
        return pages > 0 || problems.Count > 0
            ? new CheckReport(loader.Root, pages, snapshot.Pages.Count, [.. problems.Where(problem => shown.Length == 0 || Array.Exists(shown, path => IsShown(problem.File, path)))])
            : throw new UsageException($"Le dossier «\u00a0{loader.Root}\u00a0» ne contient aucune page (aucun fichier «\u00a0.md\u00a0»).");
    });

    // A path below the content folder as problems name it; empty for the folder itself and for one that holds it, null for what is elsewhere.
    private static string? Below(string folder, string path) => Path.GetRelativePath(Real(folder), Real(path)).Replace('\\', '/') switch
    {
        "." => "",
        var below when below.Split('/').All(static step => step == "..") => "",
        ['.', '.', '/', ..] => null,
        var below when Path.IsPathRooted(below) => null,
        var below => below,
    };

    // The folder, or one above it, may be a link.
    private static string Real(string path) => RealPath.Of(Path.GetFullPath(path)) ?? Path.GetFullPath(path);

    private static bool IsShown(string file, string path) => path.Length == 0 || file == path || file.StartsWith(path + "/", StringComparison.Ordinal);

    /// <summary>What the site is compared with.</summary>
    /// <param name="Since">A revision, with the content's path then.</param>
    /// <param name="Addresses">A file that lists addresses.</param>
    /// <param name="MayWrite">Redirects may be added.</param>
    private sealed record Comparison(string? Since, string? Addresses, bool MayWrite)
    {
        public void Validate()
        {
            if (Since is not null && Addresses is not null)
            {
                throw new UsageException("Choisissez --since ou --addresses, pas les deux.");
            }

            if (MayWrite && Since is null && Addresses is null)
            {
                throw new UsageException("--write ajoute ce qui manque depuis une révision ou une liste\u00a0: donnez aussi --since ou --addresses.");
            }
        }

        public IReadOnlyList<KnownAddress>? Before(CommandContent content) =>
            Since is not null ? EarlierSite.At(Since, content.Folder, content.Services) : Addresses is not null ? EarlierSite.Read(Addresses) : null;
    }
}
