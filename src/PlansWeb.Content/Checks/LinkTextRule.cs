using System.Collections.Frozen;
using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>What links say: something, and where they lead (RGAA 6.1 and 6.2). Who listens to a page may hear its links alone.</summary>
internal sealed class LinkTextRule : IPageRule
{
    private static readonly FrozenSet<string> s_vague = new[]
    {
        "ici", "là", "par ici", "cliquez ici", "cliquer ici", "cliquez-ici", "clic ici", "cliquez", "cliquez sur ce lien", "lien", "ce lien",
        "le lien", "voir", "voir ici", "voir plus", "en savoir plus", "en savoir +", "plus d'informations", "plus d'infos", "plus d'info",
        "lire la suite", "lire plus", "la suite", "suite", "télécharger", "consulter", "accéder", "click here", "here", "read more", "more",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        foreach (var link in page.Document.QuerySelectorAll("a[href]"))
        {
            // A name given for screen readers stands in for the text.
            if (link.HasAttribute("aria-labelledby") || !string.IsNullOrWhiteSpace(link.GetAttribute("aria-label")))
            {
                continue;
            }

            var text = Words.Fold(Text(link));
            var title = Words.Fold(link.GetAttribute("title") ?? "");
            if (text.Length == 0 && title.Length == 0)
            {
                page.Report(DiagnosticRules.EmptyLink, page.PlaceOf(link, "href"),
                    $"Le lien vers {Words.Quote(link.GetAttribute("href")!)} n’a pas de texte\u00a0: on ne peut ni le lire ni l’entendre.",
                    link.QuerySelector("img") is null
                        ? "Écrivez le texte du lien, par exemple le titre de la page où il mène."
                        : "Donnez à l’image un texte de remplacement qui dit où mène le lien.");
            }
            else if (title.Length <= text.Length && s_vague.Contains(Bare(text)))
            {
                page.Report(DiagnosticRules.VagueLink, page.PlaceOf(link, "href"),
                    $"Le lien {Words.Quote(text)} ne dit pas où il mène.",
                    "Mettez le lien sur les mots qui le disent, par exemple «\u00a0le guide d’achat\u00a0» plutôt que «\u00a0cliquez ici\u00a0».");
            }
        }
    }

    // What is heard: the text, and what stands for images.
    private static string Text(IElement link) => link.FirstElementChild is null ? link.TextContent : link.TextContent + string.Concat(
        link.QuerySelectorAll("img[alt], [aria-label], svg title").Select(static inner => inner.GetAttribute("alt") ?? inner.GetAttribute("aria-label")));

    private static string Bare(string text) => Words.Typed(text).Trim(' ', '.', '…', ':', '!', '>', '»', '«', '→', '[', ']', '(', ')').ToLowerInvariant();
}
