using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
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

    private const string Version = "--version";

    /// <summary>
    /// The arguments name a command. What begins with a dash, or has the form <c>key=value</c>, is a setting of the site, as everywhere in
    /// ASP.NET Core.
    /// </summary>
    public static bool IsCommand(string[] args) =>
        args.Length > 0 && (args[0] is "--help" or "-h" or "-?" or Version || (!args[0].StartsWith('-') && !args[0].StartsWith('/') && !args[0].Contains('=', StringComparison.Ordinal)));

    /// <summary>Runs the command that the arguments name, in the process's terminal.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        using var terminal = Terminal.Open();
        return await RunAsync(args, terminal, TimeProvider.System);
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider clock)
    {
        // The library's own words, in help and about mistakes, are to be French whatever the machine speaks. Only this flow of control sees it.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        var (words, settings) = TakeSettings(args);
        var root = Root(settings, terminal, clock);
        var parsed = root.Parse(words);
        var output = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return parsed.Errors is [var first, ..] ? throw new UsageException(Mistake(parsed) ?? first.Message) : await parsed.InvokeAsync(output);
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
            output.Output = terminal.Error;
            await root.Parse([.. Path(parsed.CommandResult), "--help"]).InvokeAsync(output);
            return BadUsage;
        }
    }

    private static RootCommand Root(IReadOnlyDictionary<string, string?> settings, Terminal terminal, TimeProvider clock)
    {
        var root = new RootCommand("""
            PlansWeb : un site public à partir d’un dossier de textes en Markdown.
            Sans commande, le site est servi : PlansWeb [--Content:Path=DOSSIER] [--urls=http://127.0.0.1:8080] [--CLÉ=VALEUR …]
            """)
        {
            CheckCommand.Create(settings, terminal),
            PreviewLinkCommand.Create(settings, terminal, clock),
            ExportCommand.Create(settings, terminal),
            HistoryCommand.Create(settings, terminal, clock),
            HealthCommand.Create(terminal),
        };

        // The library's own option tells the number alone.
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        var version = new Option<bool>(Version) { Description = "la version" };
        root.Options.Add(version);
        root.SetAction(given =>
        {
            if (!given.GetValue(version))
            {
                throw new UsageException("Indiquez une commande.");
            }

            terminal.Output.WriteLine("PlansWeb " + Number());
            return Success;
        });
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Description = "cette aide ; avec une commande, la sienne";
        }

        return root;
    }

    // Settings of the site may stand among the words of a command, as when it is served: --Site:Url=…, or --Site:Url and the value.
    private static (List<string> Words, Dictionary<string, string?> Settings) TakeSettings(string[] args)
    {
        var words = new List<string>();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Length; i++)
        {
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i] : args[i][..equals];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':', StringComparison.Ordinal))
            {
                words.Add(args[i]);
            }
            else if (equals >= 0 || i + 1 < args.Length)
            {
                settings[name[2..]] = equals >= 0 ? args[i][(equals + 1)..] : args[++i];
            }
            else
            {
                words.Add(args[i]);
            }
        }

        return (words, settings);
    }

    // What the library would call an unrecognized command or argument, whatever it is.
    private static string? Mistake(ParseResult parsed) => parsed.UnmatchedTokens switch
    {
        [var word, ..] when word.StartsWith('-') => $"L’option «\u00a0{word}\u00a0» n’existe pas.",
        [var word, ..] when parsed.CommandResult.Command is RootCommand => $"La commande «\u00a0{word}\u00a0» n’existe pas.",
        [var word, ..] => $"L’argument «\u00a0{word}\u00a0» est de trop.",
        _ => null,
    };

    private static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Command is RootCommand ? [] : [result.Command.Name];

    private static string Number() =>
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
