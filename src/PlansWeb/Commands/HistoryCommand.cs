using System.CommandLine;
using System.Globalization;
using System.Text;
using PlansWeb.Content;
using PlansWeb.Content.Files;
using PlansWeb.Content.History;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Commands;

/// <summary><c>PlansWeb history</c>: notes in the content folder what readers see differently since it last ran.</summary>
internal static class HistoryCommand
{
    // Shorter ones stand everywhere.
    private const int FewestLetters = 3;

    /// <summary>Makes the command.</summary>
    /// <param name="settings">Settings of the site that stand on the command line, by key.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="clock">Tells what is public now, and dates the changes.</param>
    public static Command Create(IReadOnlyDictionary<string, string?> settings, Terminal terminal, TimeProvider clock)
    {
        var content = new Option<string?>("--content") { Description = "dossier du contenu (sinon le réglage Content:Path)", HelpName = "DOSSIER" };
        var forget = new Option<string?>("--forget") { Description = "retire un passage de tout ce qui a été noté, au lieu de noter", HelpName = "TEXTE" };
        var command = new Command("history", """
            Note dans _history/, dans le dossier du contenu, ce qui a changé pour les lecteurs depuis la dernière fois.
            À lancer après chaque publication ; ce qui est caché n’est jamais regardé. Le site montre les changements à l’adresse de la page, suivie de ?vue=historique.
            État de sortie : 0 c’est noté, ou rien n’a changé ; 1 le passage à retirer n’a été noté nulle part, ou les lecteurs le voient encore ; 2 commande mal écrite, ou contenu illisible.
            """) { content, forget };
        command.SetAction(given => Run(given.GetValue(content), given.GetValue(forget), settings, terminal, clock));
        return command;
    }

    private static int Run(string? folder, string? forget, IReadOnlyDictionary<string, string?> settings, Terminal terminal, TimeProvider clock)
    {
        if (forget is not null && forget.Count(char.IsLetterOrDigit) < FewestLetters)
        {
            throw new UsageException($"Donnez à --forget un passage d’au moins {FewestLetters} lettres.");
        }

        using var content = CommandContent.Open(folder, settings, clock);
        return content.Read(() =>
        {
            var loader = content.Get<ContentLoader>();
            var loaded = loader.Load(content.Folder);

            // What could not be read would look withdrawn.
            if (loaded.Failure is not null)
            {
                throw new UsageException($"Une partie du dossier «\u00a0{content.Folder}\u00a0» ne peut pas être lue\u00a0: rien n’est noté.");
            }

            var now = content.Get<PageStore>().Publish(loaded);
            if (now.Pages.Count == 0)
            {
                throw new UsageException($"Le dossier «\u00a0{content.Folder}\u00a0» n’a aucune page publique\u00a0: rien n’est noté.");
            }

            var store = new HistoryStore(Path.Combine(loader.Root, ContentFolder.HistoryFolder));
            return forget is null ? Note(store, now, clock, terminal) : Forget(store, forget, now, terminal);
        });
    }

    private static int Note(HistoryStore store, Snapshot now, TimeProvider clock, Terminal terminal)
    {
        var before = store.Read();
        var (next, added) = before.After(now, DateOnly.FromDateTime(French.InParis(clock.GetUtcNow()).DateTime));
        store.Write(next);
        foreach (var change in added)
        {
            terminal.Output.WriteLine($"{Kind(change.Kind),-9} {change.Url}{(change.Action is null ? "" : "#" + change.Action)}");
        }

        terminal.Output.WriteLine(before.Pages is null
            ? $"Premier relevé\u00a0: {Number(next.Pages!.Count)} pages. Les changements seront notés à partir de la prochaine fois."
            : added.Count == 0 ? "Rien n’a changé pour les lecteurs." : $"Changements notés\u00a0: {Number(added.Count)}.");
        return CommandLine.Success;
    }

    private static int Forget(HistoryStore store, string text, Snapshot now, Terminal terminal)
    {
        var (next, count, shown) = store.Read().Forget(text, now);
        store.Write(next);
        terminal.Output.WriteLine(count == 0 ? "Ce passage n’a été noté nulle part." : $"Passage retiré\u00a0: {Number(count)} endroits.");
        foreach (var url in shown)
        {
            terminal.Error.WriteLine($"Les lecteurs voient encore ce passage à l’adresse {url}\u00a0: retirez-le de la page, puis relancez cette commande, avant «\u00a0PlansWeb history\u00a0».");
        }

        return count > 0 && shown.Count == 0 ? CommandLine.Success : CommandLine.Failure;
    }

    private static string Kind(ChangeKind kind) => kind switch
    {
        ChangeKind.Published => "publiée",
        ChangeKind.Moved => "déplacée",
        ChangeKind.Withdrawn => "retirée",
        ChangeKind.Reading => "relevé",
        _ => "modifiée",
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"));
}

/// <summary>The files in <c>_history/</c>.</summary>
/// <param name="folder">Absolute path of the folder.</param>
internal sealed class HistoryStore(string folder)
{
    /// <summary>Reads what was noted.</summary>
    /// <exception cref="UsageException">A line cannot be read: writing would lose it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read.</exception>
    public SiteRecord Read() => new()
    {
        Pages = File.Exists(PathOf(HistoryFiles.Pages)) ? Read<RecordedPage>(HistoryFiles.Pages) : null,
        Readings = Read<RecordedReading>(HistoryFiles.Readings),
        Changes = Read<RecordedChange>(HistoryFiles.Changes),
    };

    /// <summary>Writes what is to be noted; what stays the same is not touched.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be written.</exception>
    public void Write(SiteRecord record)
    {
        Directory.CreateDirectory(folder);
        Write(HistoryFiles.Changes, record.Changes);
        Write(HistoryFiles.Readings, record.Readings);

        // Last: a run that was cut off before is made again.
        if (record.Pages is not null)
        {
            Write(HistoryFiles.Pages, record.Pages);
        }
    }

    private IReadOnlyList<T> Read<T>(string name)
        where T : class => !File.Exists(PathOf(name)) ? [] : HistoryFiles.Read<T>(File.ReadAllText(PathOf(name), Encoding.UTF8), line => throw new UsageException(
            $"La ligne {line} de _history/{name} n’a pas la forme attendue (un conflit de fusion, peut-être)\u00a0: remettez le fichier comme il était, rien n’est noté."));

    private void Write<T>(string name, IReadOnlyList<T> entries)
    {
        var text = HistoryFiles.Write(entries);
        if (text.Length == 0 ? !File.Exists(PathOf(name)) : File.Exists(PathOf(name)) && File.ReadAllText(PathOf(name), Encoding.UTF8) == text)
        {
            return;
        }

        // In one step: the site may be reading it.
        var beside = Path.Combine(folder, $".{Guid.NewGuid():N}");
        File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(beside, PathOf(name), overwrite: true);
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
