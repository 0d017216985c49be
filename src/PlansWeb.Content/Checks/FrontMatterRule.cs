using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>The front matter: a description, and keys that are what they seem to be.</summary>
internal sealed partial class FrontMatterRule : IPageRule
{
    // An unknown key is legal, so only what is very near to a known one is taken for a slip.
    private const int MostEdits = 2;

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        if (page.Page.Description is null && page.Page.Url != Address.NotFoundPage)
        {
            page.Report(DiagnosticRules.MissingDescription, SourcePlace.Top,
                "La page n’a pas de description\u00a0: les moteurs de recherche choisissent eux-mêmes ce qu’ils montrent.",
                "Ajoutez une ligne «\u00a0description: …\u00a0» dans l’en-tête\u00a0: une phrase qui dit ce qu’on trouve sur la page.");
        }

        CheckKeys(page, site);
        CheckIgnored(page);
        CheckValues(page);
        CheckSection(page, site);
        CheckImage(page, site);
    }

    private static void CheckKeys(CheckedPage page, SiteAddresses site)
    {
        // The keys of the data tell at once that there is nothing to find on most pages; the source is read for those that are left.
        var data = page.Page.Data;
        var navigation = data.GetValueOrDefault(KnownKeys.Navigation) as IReadOnlyDictionary<string, object?>;
        if (!data.Keys.Any(static key => Meant(key, KnownKeys.OfPage) is not null || KnownKeys.Elsewhere.ContainsKey(key))
            && navigation?.Keys.Any(static key => Meant(key, KnownKeys.OfNavigation) is not null) is not true)
        {
            return;
        }

        foreach (var (parent, key, place) in page.Source.FrontMatterKeys())
        {
            var known = parent switch
            {
                null => KnownKeys.OfPage,
                KnownKeys.Navigation => KnownKeys.OfNavigation,
                _ => [],
            };
            if (site.IsUsedByTemplates(key))
            {
                continue;
            }

            if (parent is null && KnownKeys.Elsewhere.TryGetValue(key, out var ours))
            {
                page.Report(DiagnosticRules.UnknownKey, place, $"La clé {Words.Quote(key)} vient d’un autre logiciel\u00a0: elle n’a pas d’effet ici.",
                    ours.Length == 0 ? "Retirez-la." : $"Écrivez {Words.Whole(ours)}, ou retirez-la.");
            }
            else if (Meant(key, known) is { } meant)
            {
                page.Report(DiagnosticRules.UnknownKey, place, $"La clé {Words.Quote(key)} n’a pas d’effet\u00a0: le site ne la connaît pas.",
                    $"Vouliez-vous dire {Words.Quote(meant)}\u00a0?");
            }
        }
    }

    private static void CheckIgnored(CheckedPage page)
    {
        foreach (var id in Silence.Of(page.Page))
        {
            if (DiagnosticRules.All.All(rule => rule.Id != id))
            {
                var near = NearestName.Find(id, DiagnosticRules.All.Select(static rule => rule.Id));
                page.Report(DiagnosticRules.UnknownRule, KeyPlace(page, KnownKeys.Ignore), $"Aucune règle ne s’appelle {Words.Quote(id)}\u00a0: «\u00a0ignore\u00a0» ne fait rien taire ici.",
                    near is null ? "Écrivez le nom qui figure à la fin du message à faire taire." : $"Vouliez-vous dire {Words.Quote(near)}\u00a0?");
            }
        }
    }

    // Of the values as they are written: YAML knows straight quotes alone, and reads « #2 » after a space as a comment. A comment after a value has a space
    // of its own, but for texts, which have none behind them.
    private static void CheckValues(CheckedPage page)
    {
        for (var line = 2; line < page.Source.FrontMatterLines; line++)
        {
            var written = page.Source.LineAt(line)!;
            if (CutValue().Match(written) is { Success: true } match)
            {
                page.Report(DiagnosticRules.YamlAmbiguous, new SourcePlace(line, match.Groups["cut"].Index + 1),
                    $"Ce qui suit l’espace et le dièse n’est pas lu : « {match.Groups["key"].Value} » vaut {Words.Quote(match.Groups["value"].Value)}.",
                    $"Mettez toute la valeur entre guillemets droits : « {match.Groups["key"].Value}: \"{match.Groups["value"].Value} {match.Groups["cut"].Value.TrimEnd()}\" ».");
            }

            if (CurlyValue().Match(written) is { Success: true } curly)
            {
                page.Report(DiagnosticRules.YamlAmbiguous, new SourcePlace(line, curly.Groups["value"].Index + 1),
                    "Ces guillemets courbes font partie de la valeur\u00a0: le lecteur les voit.", "Retirez-les, ou tapez des guillemets droits (\").");
            }
        }
    }

    private static void CheckSection(CheckedPage page, SiteAddresses site)
    {
        if (page.Page.Data.GetValueOrDefault("entries") is string key && site.Snapshot.Part<NavigationTree>().Below(key).Count == 0)
        {
            page.Report(DiagnosticRules.UnknownSection, KeyPlace(page, "entries"),
                $"Aucune page n’est sous la clé de navigation {Words.Quote(key)} : l’accueil n’en montre aucune.",
                "Écrivez dans « entries » la clé (« key ») de la page d’une rubrique, celle que ses pages nomment comme « parent ».");
        }
    }

    private static void CheckImage(CheckedPage page, SiteAddresses site)
    {
        if (page.Page.Data.GetValueOrDefault("image") is string { Length: > 0 } address
            && site.Resolve(page.Page, address).Kind is not (DestinationKind.File or DestinationKind.Elsewhere or DestinationKind.Hidden) && site.FileAt(page.Page, address) is null)
        {
            page.Report(DiagnosticRules.MissingImage, KeyPlace(page, "image"),
                $"Il n’y a pas de fichier à l’adresse {Words.Quote(address)} (« image » de l’en-tête) : la page est partagée sans image.",
                "Déposez le fichier dans le dossier du contenu, ou corrigez l’adresse : capitales, accents et extension comptent.");
        }
    }

    private static SourcePlace KeyPlace(CheckedPage page, string name) =>
        page.Source.FrontMatterKeys().Where(key => key.Parent is null && key.Key == name).Select(static key => key.Place).FirstOrDefault(SourcePlace.Top);

    [GeneratedRegex("""^\s*(?:- )?(?<key>[\p{L}_][\p{L}\p{N}_-]*) ?: +(?<value>[^"'\[{|>#&*!@%\s][^\n]*?) +(?<cut>#[^\s#][^\n]*|(?<=^(?:title|description) ?:.*)#[^\n]+)$""")]
    private static partial Regex CutValue();

    [GeneratedRegex("""^\s*(?:- )?[\p{L}_][\p{L}\p{N}_-]* ?: +(?<value>[“”„][^“”„]*[“”]|[‘][^‘’]*’)\s*$""")]
    private static partial Regex CurlyValue();

    private static string? Meant(string key, IReadOnlyList<string> known) =>
        known.Contains(key, StringComparer.Ordinal) ? null : NearestName.Find(key, known, MostEdits);
}
