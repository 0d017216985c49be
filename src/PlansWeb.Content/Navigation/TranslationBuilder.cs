using System.Collections.Frozen;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>
/// Groups translations by key once per snapshot. Each page says its own key and language: so each language names all the others, as
/// search engines ask, and a page that is hidden drops out of all of them.
/// </summary>
internal sealed class TranslationBuilder : ISnapshotPart
{
    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems)
    {
        var groups = new Dictionary<string, Dictionary<string, ContentPage>>(StringComparer.Ordinal);
        foreach (var page in content.Pages.Where(static page => page.IsListed))
        {
            if (TranslationIndex.KeyOf(page) is not { } key)
            {
                continue;
            }

            if (!groups.TryGetValue(key, out var languages))
            {
                groups[key] = languages = new Dictionary<string, ContentPage>(StringComparer.OrdinalIgnoreCase);
            }

            if (!languages.TryAdd(page.Lang, page))
            {
                problems.Add(new Diagnostic(DiagnosticRules.Translation, page.SourcePath, 0, 0,
                    $"« {languages[page.Lang].SourcePath} » a la même clé de traduction « {key} » et la même langue « {page.Lang} » : cette page n’est pas annoncée comme traduction.",
                    "Indiquez la langue de chaque page avec « lang », ou donnez-leur des clés différentes."));
            }
        }

        return new TranslationIndex(groups.Where(static group => group.Value.Count > 1).ToFrozenDictionary(
            static group => group.Key,
            static IReadOnlyList<ContentPage> (group) => [.. group.Value.Values.OrderBy(static page => page.Lang, StringComparer.OrdinalIgnoreCase)],
            StringComparer.Ordinal));
    }
}
