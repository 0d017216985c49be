using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>HTML that does nothing, does it in an old way, or leaves somebody out: told by a selector, and by what a selector cannot say.</summary>
internal sealed partial class MarkupRule : IPageRule
{
    private static readonly Pattern[] s_patterns =
    [
        new(DiagnosticRules.ObsoleteHtml, "center, font, big, tt, strike, acronym", static _ => true,
            "« <{0}> » est du HTML que les normes ont abandonné.", "Retirez la balise et gardez le texte ; pour le mettre en valeur, « **gras** » ou un bloc « ::: »."),
        new(DiagnosticRules.ObsoleteHtml, "img[width$='%'], img[height$='%'], img[width$='px'], img[height$='px']", static _ => true,
            "La largeur ou la hauteur d’une image est un nombre de pixels, sans « % » ni « px ».", "Retirez-la : l’image prend la place qu’elle a dans le texte."),
        new(DiagnosticRules.ObsoleteHtml, "br", IsThirdBreak,
            "Plusieurs « <br> » de suite font un blanc : un lecteur d’écran les annonce.", "Retirez-les et laissez une ligne vide : les paragraphes s’espacent d’eux-mêmes."),
        new(DiagnosticRules.UnnamedField, "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image])", static field => !HasLabel(field),
            "Le champ n’a pas d’étiquette : qui ne le voit pas ne sait pas quoi y écrire.", "Écrivez « <label>Ce qu’il faut écrire <input …></label> », ou retirez le champ."),
        new(DiagnosticRules.DeadControl, "form:not([action])", static _ => true,
            "Ce formulaire ne mène nulle part : rien n’est envoyé.", "Retirez-le et écrivez une adresse de contact, ou donnez-lui une adresse du site : « action=\"/recherche/\" »."),
        new(DiagnosticRules.DeadControl, "button:not([popovertarget]):not([disabled])", static button => button.Closest("form") is null && !button.Attributes.Any(static attribute => attribute.Name.StartsWith("data-fr-", StringComparison.Ordinal) || attribute.Name.StartsWith("aria-", StringComparison.Ordinal)),
            "Ce bouton ne fait rien.", "Retirez-le, ou écrivez un lien : « [texte](adresse){.fr-btn} »."),
        new(DiagnosticRules.NewWindow, "a[target]:not([target=_self])", static link => !Announcement().IsMatch($"{link.TextContent} {link.GetAttribute("title")} {link.GetAttribute("aria-label")} {string.Concat(link.QuerySelectorAll("img").Select(static image => image.GetAttribute("alt")))}"),
            "Le lien s’ouvre dans une nouvelle fenêtre et ne le dit pas.", "Retirez « target », ou ajoutez « (nouvelle fenêtre) » au texte du lien."),
    ];

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        foreach (var pattern in s_patterns)
        {
            foreach (var element in page.Document.QuerySelectorAll(pattern.Selector).Where(pattern.IsFault))
            {
                page.Report(pattern.Rule, Place(page, element), pattern.Message.Replace("{0}", element.LocalName, StringComparison.Ordinal), pattern.Advice);
            }
        }

        foreach (var group in page.Document.QuerySelectorAll("[id]").GroupBy(static element => element.Id!, StringComparer.Ordinal).Where(static group => group.Key.Length > 0 && group.Count() > 1))
        {
            page.Report(DiagnosticRules.DuplicateId, page.Source.FindId(group.Key, 1),
                $"L’identifiant {Words.Quote(group.Key)} est donné {group.Count()} fois dans la page : les liens mènent au premier.", "Donnez à chacun un nom à lui.");
        }
    }

    // Markdown may have written an image or a link.
    private static SourcePlace Place(CheckedPage page, IElement element) =>
        element.LocalName is "img" ? page.PlaceOf(element, "src") : element.LocalName is "a" ? page.PlaceOf(element, "target") : page.Source.FindTag(element.LocalName, page.OrdinalOfTag(element));

    // The third break in a row, and no other: told once.
    private static bool IsThirdBreak(IElement element)
    {
        var before = 0;
        for (var node = element.PreviousSibling; node is not null; node = node.PreviousSibling)
        {
            if (node is IElement { LocalName: "br" })
            {
                before++;
            }
            else if (!string.IsNullOrWhiteSpace(node.TextContent) || node is IElement)
            {
                break;
            }
        }

        return before == 2;
    }

    private static bool HasLabel(IElement field) =>
        field.Closest("label") is not null
        || !string.IsNullOrWhiteSpace(field.GetAttribute("aria-label")) || !string.IsNullOrWhiteSpace(field.GetAttribute("aria-labelledby")) || !string.IsNullOrWhiteSpace(field.GetAttribute("title"))
        || (field.Id is { Length: > 0 } id && field.Owner!.QuerySelectorAll("label[for]").Any(label => label.GetAttribute("for") == id));

    [GeneratedRegex(@"nouvel(le)? (fenêtre|onglet)|new (window|tab)|neue[ns]? (Fenster|Tab)|nueva (ventana|pestaña)", RegexOptions.IgnoreCase)]
    private static partial Regex Announcement();

    private sealed record Pattern(DiagnosticRule Rule, string Selector, Func<IElement, bool> IsFault, string Message, string Advice);
}
