using System.Collections.Frozen;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>
/// A name that only screen readers hear stands on an element that has a role (WAI-ARIA 1.2, section 5.2.8.6): most of them say nothing of it elsewhere.
/// </summary>
internal sealed class NameRule : IPageRule
{
    private static readonly FrozenSet<string> s_withoutRole =
        new[] { "b", "code", "div", "em", "i", "p", "small", "span", "strong", "sub", "sup" }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        foreach (var element in page.Document.QuerySelectorAll("[aria-label]:not([role])").Where(static element => s_withoutRole.Contains(element.LocalName)))
        {
            var name = element.GetAttribute("aria-label")!;
            page.Report(DiagnosticRules.UnheardName, page.PlaceOf(element, "aria-label"),
                $"Le nom {Words.Quote(name)} («\u00a0aria-label\u00a0») est sur un élément «\u00a0{element.LocalName}\u00a0», qui ne peut pas en porter\u00a0: il n’est pas lu à voix haute.",
                "Écrivez ce texte dans l’élément, au besoin avec la classe «\u00a0fr-sr-only\u00a0» qui le cache à l’œil, ou ajoutez «\u00a0role=\"img\"\u00a0» à un signe qui tient lieu d’image.");
        }
    }
}
