using System.CommandLine;
using System.Globalization;
using PlansWeb.Content;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Previews;

namespace PlansWeb.Commands;

/// <summary>
/// <c>PlansWeb preview-link</c>: prints the signed link that shows a page and the branch below it before they are public. The link alone goes to
/// the output, so that a script can take it; what a person should know of it goes to the error output.
/// </summary>
internal static class PreviewLinkCommand
{
    private const string DefaultTime = "7d";

    /// <summary>A link that nobody could open in time, or that outlives what it was made for, is a mistake.</summary>
    private static readonly TimeSpan s_shortestTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestTime = TimeSpan.FromDays(90);

    /// <summary>Makes the command.</summary>
    /// <param name="given">Settings of the site that stand on the command line, by key.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="clock">Tells from when on the link holds.</param>
    public static Command Create(IReadOnlyDictionary<string, string?> given, Terminal terminal, TimeProvider clock)
    {
        var address = new Argument<string?>("adresse")
        {
            Description = "adresse de la page, comme /publications/exemple/",
            HelpName = "/adresse/",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var time = new Option<string>("--for")
        {
            Description = "durée du lien : 30m (minutes), 12h (heures), 7d (jours), de 1m à 90d ; 7d par défaut",
            HelpName = DefaultTime,
            DefaultValueFactory = static _ => DefaultTime,
        };
        var content = new Option<string?>("--content") { Description = "dossier du contenu (sinon le réglage Content:Path)", HelpName = "DOSSIER" };
        var command = new Command("preview-link", """
            Fait un lien d’aperçu, qui montre une page et celles en dessous avant leur publication.
            Les réglages sont ceux du site, aussi sous la forme --CLÉ=VALEUR : Preview:Key (nécessaire), Site:Url, Content:Path.
            État de sortie : 0 le lien est affiché, 1 pas de clé ou pas de page à cette adresse, 2 commande mal écrite, ou contenu illisible.
            """) { address, time, content };
        command.SetAction(parsed => Run(parsed.GetValue(address), parsed.GetValue(time)!, parsed.GetValue(content), given, terminal, clock));
        return command;
    }

    // Throws a UsageException where the address or the time is missing or cannot be understood.
    private static int Run(string? written, string duration, string? folder, IReadOnlyDictionary<string, string?> given, Terminal terminal, TimeProvider clock)
    {
        if (written is null)
        {
            throw new UsageException("Indiquez l’adresse de la page, par exemple\u00a0: PlansWeb preview-link /publications/exemple/ --for 7d");
        }

        var time = ReadTime(duration);
        using var content = CommandContent.Open(folder, given, clock);
        var settings = content.Get<IConfiguration>();
        var site = ReadSite(settings["Site:Url"]);
        var url = ReadAddress(written, site);
        return Key(settings["Preview:Key"], terminal) is { } key && Page(url, content, terminal) is { } page
            ? Print(page, site, key, clock.GetUtcNow() + time, terminal)
            : CommandLine.Failure;
    }

    private static int Print((ContentPage Page, bool IsPublic) found, SiteAddress site, byte[] key, DateTimeOffset until, Terminal terminal)
    {
        var link = $"{found.Page.Href}?{PreviewToken.QueryKey}={new PreviewToken(found.Page.Url, until).Sign(key)}";
        terminal.Output.WriteLine(site.Absolute(link) ?? link);
        terminal.Error.WriteLine($"Ce lien montre «\u00a0{found.Page.Title}\u00a0» et les pages en dessous jusqu’au {French.DateAndTime(until)} (heure de Paris).");
        if (found.IsPublic)
        {
            terminal.Error.WriteLine("La page est déjà publique\u00a0: son adresse seule suffit pour la lire.");
        }

        return CommandLine.Success;
    }

    /// <summary>A time such as <c>90m</c>, <c>12h</c> or <c>7d</c> (<c>j</c> is understood for <c>d</c>).</summary>
    private static TimeSpan ReadTime(string text)
    {
        TimeSpan? unit = text.Length < 2 ? null : text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' or 'j' => TimeSpan.FromDays(1),
            _ => null,
        };
        if (unit is null || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw new UsageException($"La durée «\u00a0{text}\u00a0» ne se lit pas\u00a0: écrivez un nombre et une unité, «\u00a030m\u00a0» (minutes), «\u00a012h\u00a0» (heures) ou «\u00a07d\u00a0» (jours).");
        }

        // Compared as numbers: a very long time is none that a TimeSpan can hold.
        var minutes = (long)count * (long)unit.Value.TotalMinutes;
        return minutes >= s_shortestTime.TotalMinutes && minutes <= s_longestTime.TotalMinutes
            ? TimeSpan.FromMinutes(minutes)
            : throw new UsageException($"La durée «\u00a0{text}\u00a0» est hors des limites\u00a0: d’une minute («\u00a01m\u00a0») à 90\u00a0jours («\u00a090d\u00a0»).");
    }

    private static SiteAddress ReadSite(string? text) => string.IsNullOrWhiteSpace(text)
        ? new SiteAddress(null)
        : new SiteAddress(SiteAddress.ReadOrigin(text) ?? throw new UsageException(
            $"Site:Url vaut «\u00a0{text}\u00a0»\u00a0: indiquez l’adresse publique du site, comme https://www.example.fr."));

    // The address as it stands in the guide, in a browser's address bar, or whole: decoded, from the slash on.
    private static string ReadAddress(string written, SiteAddress site)
    {
        var path = site.IsKnown && written.StartsWith(site.Origin + "/", StringComparison.OrdinalIgnoreCase) ? written[site.Origin.Length..] : written;
        path = path.Split('?', '#')[0];
        return path.StartsWith('/')
            ? Address.Normalize(Uri.UnescapeDataString(path))
            : throw new UsageException($"«\u00a0{written}\u00a0» n’est pas l’adresse d’une page du site\u00a0: elle commence par «\u00a0/\u00a0», comme /publications/exemple/.");
    }

    private static byte[]? Key(string? text, Terminal terminal)
    {
        var key = string.IsNullOrEmpty(text) ? null : PreviewOptions.Decode(text);
        if (key is null)
        {
            terminal.Error.WriteLine(string.IsNullOrEmpty(text)
                ? "Le réglage Preview:Key n’est pas renseigné\u00a0: il n’y a pas d’aperçus. Le site et cette commande ont besoin de la même clé."
                : $"Preview:Key doit être un secret d’au moins {PreviewOptions.FewestKeyBytes} octets, en base64.");
            terminal.Error.WriteLine("Pour en faire une\u00a0: openssl rand -base64 32");
        }

        return key;
    }

    private static (ContentPage Page, bool IsPublic)? Page(string url, CommandContent content, Terminal terminal)
    {
        var snapshot = content.Read(() => content.Get<PageStore>().Publish(content.Get<ContentLoader>().Load(content.Folder)));
        var folded = AddressFolding.Fold(url);
        var all = snapshot.Hidden.Concat(snapshot.Pages).ToArray();
        if ((all.FirstOrDefault(page => page.Url == url) ?? all.FirstOrDefault(page => AddressFolding.Fold(page.Url) == folded)) is { } page)
        {
            return (page, snapshot.Find(page.Url) is not null);
        }

        terminal.Error.WriteLine($"Aucune page n’a l’adresse «\u00a0{url}\u00a0» dans le dossier «\u00a0{content.Folder}\u00a0».");
        if (NearestName.Find(url, all.Select(static page => page.Url)) is { } near)
        {
            terminal.Error.WriteLine($"Vouliez-vous dire «\u00a0{near}\u00a0»\u00a0?");
        }

        return null;
    }
}
