using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>The front matter: a description, and keys that are what they seem to be.</summary>
internal sealed class FrontMatterRule : IPageRule
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
    }

    private static void CheckKeys(CheckedPage page, SiteAddresses site)
    {
        // The keys of the data tell at once that there is nothing to find on most pages; the source is read for those that are left.
        var data = page.Page.Data;
        var navigation = data.GetValueOrDefault(KnownKeys.Navigation) as IReadOnlyDictionary<string, object?>;
        if (!data.Keys.Any(static key => Meant(key, KnownKeys.OfPage) is not null)
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
            if (Meant(key, known) is { } meant && !site.IsUsedByTemplates(key))
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
                var place = page.Source.FrontMatterKeys().Where(static key => key is { Parent: null, Key: KnownKeys.Ignore }).Select(static key => key.Place)
                    .FirstOrDefault(SourcePlace.Top);
                var near = NearestName.Find(id, DiagnosticRules.All.Select(static rule => rule.Id));
                page.Report(DiagnosticRules.UnknownRule, place, $"Aucune règle ne s’appelle {Words.Quote(id)}\u00a0: «\u00a0ignore\u00a0» ne fait rien taire ici.",
                    near is null ? "Écrivez le nom qui figure à la fin du message à faire taire." : $"Vouliez-vous dire {Words.Quote(near)}\u00a0?");
            }
        }
    }

    private static string? Meant(string key, IReadOnlyList<string> known) =>
        known.Contains(key, StringComparer.Ordinal) ? null : NearestName.Find(key, known, MostEdits);
}
