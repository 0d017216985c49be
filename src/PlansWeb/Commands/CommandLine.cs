using System.Reflection;

namespace PlansWeb.Commands;

/// <summary>What the program does beside serving the site.</summary>
internal static class CommandLine
{
    /// <summary>Exit status where nothing is wrong.</summary>
    public const int Success = 0;

    /// <summary>Exit status where something is wrong with what was looked at.</summary>
    public const int Failure = 1;

    /// <summary>Exit status where the command line itself is wrong.</summary>
    public const int BadUsage = 2;

    private const string Help = """
        PlansWeb : un site public à partir d’un dossier de textes en Markdown.

        Servir le site :
          PlansWeb [--Content:Path=DOSSIER] [--urls=http://127.0.0.1:8080] [--CLÉ=VALEUR …]

        Vérifier le contenu, sans servir le site :
          PlansWeb check [--content DOSSIER] [--format text|json] [--strict]
              --content   dossier à vérifier (sinon le réglage Content:Path)
              --format    text pour les personnes (par défaut), json pour les programmes
              --strict    les avertissements comptent comme des erreurs
              État de sortie : 0 rien à corriger ou avertissements seuls, 1 erreurs, 2 commande mal écrite.

        Faire un lien d’aperçu, qui montre une page et celles en dessous avant leur publication :
          PlansWeb preview-link /adresse/ [--for 7d] [--CLÉ=VALEUR …]
              --for       durée du lien : 30m (minutes), 12h (heures), 7d (jours), de 1m à 90d ; 7d par défaut
              Les réglages sont ceux du site : Preview:Key (nécessaire), Site:Url, Content:Path.
              État de sortie : 0 le lien est affiché, 1 pas de clé ou pas de page à cette adresse, 2 commande mal écrite.

        Demander à un site lancé s’il est prêt :
          PlansWeb health [--url http://127.0.0.1:8080]
              --url       adresse du site (sinon celle que disent les réglages, sur cette machine)
              État de sortie : 0 prêt, 1 pas prêt, 2 commande mal écrite.

          PlansWeb --help       cette aide
          PlansWeb --version    la version

        """;

    /// <summary>
    /// The arguments name a command. What begins with a dash, or has the form <c>key=value</c>, is a setting of the site, as everywhere in
    /// ASP.NET Core.
    /// </summary>
    public static bool IsCommand(string[] args) =>
        args.Length > 0 && (args[0] is "--help" or "-h" or "-?" or "--version" || (!args[0].StartsWith('-') && !args[0].StartsWith('/') && !args[0].Contains('=', StringComparison.Ordinal)));

    /// <summary>Runs the command that the arguments name, in the process's terminal.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        using var terminal = Terminal.Open();
        return await RunAsync(args, terminal);
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        try
        {
            switch (args[0])
            {
                case "--help" or "-h" or "-?":
                    terminal.Output.Write(Help);
                    return Success;
                case "--version":
                    terminal.Output.WriteLine("PlansWeb " + Version());
                    return Success;
                case "check":
                    return CheckCommand.Run(args.AsSpan(1), terminal);
                case "preview-link":
                    return PreviewLinkCommand.Run(args.AsSpan(1), terminal, TimeProvider.System);
                case "health":
                    return await HealthCommand.RunAsync(args[1..], terminal);
                default:
                    throw new UsageException($"La commande «\u00a0{args[0]}\u00a0» n’existe pas.");
            }
        }
        catch (SettingsException wrong)
        {
            foreach (var line in wrong.Lines)
            {
                terminal.Error.WriteLine(line);
            }

            return Failure;
        }
        catch (UsageException wrong)
        {
            terminal.Error.WriteLine(wrong.Message);
            terminal.Error.WriteLine();
            terminal.Error.Write(Help);
            return BadUsage;
        }
    }

    private static string Version() =>
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
