using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>Where links lead: to something, on this site, that readers can see, at the address that it has today.</summary>
internal sealed partial class LinkRule : IPageRule
{
    // What LocalInText finds has one of these.
    private static readonly SearchValues<string> s_local = SearchValues.Create(["](", "file:", "blob:", "-extension:"], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        foreach (var link in page.Document.QuerySelectorAll("a[href], area[href]"))
        {
            var address = link.GetAttribute("href")!.Trim();
            if (address is "" or "#")
            {
                Report(page, link, DiagnosticRules.PlaceholderLink, $"Le lien {Name(link)} n’a pas encore d’adresse\u00a0: il ne mène nulle part.",
                    "Écrivez l’adresse de la page ou du document, ou retirez le lien et gardez le texte.");
            }
            else if (IsLocal(address))
            {
                Report(page, link, DiagnosticRules.LocalAddress, $"L’adresse {Words.Quote(Readable(address))} n’existe que sur votre ordinateur\u00a0: personne d’autre ne peut l’ouvrir.",
                    "Écrivez l’adresse publique, ou déposez le document dans le dossier du contenu et faites un lien vers lui.");
            }
            else if (BadContact().IsMatch(Uri.UnescapeDataString(address)))
            {
                Report(page, link, DiagnosticRules.DeadLink, $"L’adresse {Words.Quote(Readable(address))} n’est ni un courriel ni un numéro de téléphone.",
                    "Écrivez «\u00a0mailto:nom@exemple.fr\u00a0» ou «\u00a0tel:+33123456789\u00a0», sans barre oblique.");
            }
            else if (!IsScript(address))
            {
                CheckDestination(page, site, link, address);
            }
        }

        CheckTyped(page);
    }

    /// <summary>The address names something on the writer's own computer or in the browser.</summary>
    public static bool IsLocal(string address) => Local().IsMatch(address);

    private static void CheckDestination(CheckedPage page, SiteAddresses site, IElement link, string address)
    {
        var destination = site.Resolve(page.Page, address);
        var shown = Words.Quote(Readable(address));
        switch (destination.Kind)
        {
            case DestinationKind.Page when !site.HasAnchor(destination.Page!, destination.Fragment):
                CheckAnchor(page, site, link, destination);
                break;
            case DestinationKind.Hidden when !page.IsHidden && destination.Page is null && site.Snapshot.HiddenFiles.ContainsKey(destination.Better!):
                Report(page, link, DiagnosticRules.LinkToHidden,
                    $"Le lien {shown} mène à un document que seules des pages cachées nomment en toutes lettres\u00a0: les lecteurs voient «\u00a0Page introuvable\u00a0».",
                    "Écrivez l’adresse du document en toutes lettres dans cette page, ou retirez le lien jusqu’à sa publication.");
                break;
            case DestinationKind.Hidden when !page.IsHidden:
                Report(page, link, DiagnosticRules.LinkToHidden,
                    $"Le lien {shown} mène à une page qui n’est pas publiée aujourd’hui ({destination.Better})\u00a0: les lecteurs voient «\u00a0Page introuvable\u00a0».",
                    "Publiez cette page, ou retirez le lien jusqu’à sa publication.");
                break;
            case DestinationKind.Moved:
                Report(page, link, DiagnosticRules.LinkToOldAddress, $"Le lien {shown} passe par une ancienne adresse.",
                    $"Écrivez l’adresse d’aujourd’hui\u00a0: {Words.Whole(Readable(destination.Better!))}.");
                break;
            case DestinationKind.Alike:
                Report(page, link, DiagnosticRules.InexactLink, $"L’adresse {shown} n’est pas tout à fait juste\u00a0: le lecteur y arrive par un détour.",
                    $"Écrivez-la ainsi, lettre pour lettre\u00a0: {Words.Whole(destination.Better!)}.");
                break;
            case DestinationKind.Gone:
                Report(page, link, DiagnosticRules.DeadLink, $"Le lien {shown} mène à une page supprimée.",
                    "Retirez le lien, ou choisissez une autre page.");
                break;
            case DestinationKind.Refused:
                Report(page, link, DiagnosticRules.DeadLink, $"Le fichier {shown} est dans le dossier, mais les fichiers de ce type ne sont pas publiés.",
                    "Enregistrez-le dans un format courant, par exemple PDF, ODT, XLSX ou CSV, et changez le lien.");
                break;
            case DestinationKind.Empty:
                Report(page, link, DiagnosticRules.DeadLink, $"Le fichier {Words.Quote(destination.Better!)} est vide\u00a0: il n’est pas publié.",
                    "Déposez-le de nouveau, ou retirez le lien.");
                break;
            case DestinationKind.Nothing:
                Report(page, link, DiagnosticRules.DeadLink, $"Le lien {shown} ne mène à rien\u00a0: il n’y a ni page ni document à cette adresse.",
                    destination.Better is { } better
                        ? $"Vouliez-vous dire {Words.Whole(better)}\u00a0? Sinon, corrigez l’adresse ou retirez le lien."
                        : "Corrigez l’adresse, ou retirez le lien.");
                break;
        }
    }

    private static void CheckAnchor(CheckedPage page, SiteAddresses site, IElement link, Destination destination)
    {
        var target = destination.Page!;
        var near = NearestName.Find(destination.Fragment, site.AnchorsOf(target), mostEdits: 3);
        Report(page, link, DiagnosticRules.DeadAnchor,
            target == page.Page
                ? $"La page n’a pas d’endroit nommé {Words.Quote("#" + destination.Fragment)}\u00a0: le lien n’y mène pas."
                : $"La page {Words.Quote(target.Url)} n’a pas d’endroit nommé {Words.Quote("#" + destination.Fragment)}\u00a0: le lien mène à son début.",
            near is null
                ? "Prenez l’adresse d’un de ses titres, ou retirez ce qui suit le signe «\u00a0#\u00a0»."
                : $"Vouliez-vous dire {Words.Quote("#" + near)}\u00a0?");
    }

    // Markdown leaves a link to a file of the computer as text; others are pasted as text to begin with.
    private static void CheckTyped(CheckedPage page)
    {
        if (!page.Html.AsSpan().ContainsAny(s_local))
        {
            return;
        }

        foreach (var text in page.Document.Body!.Descendants<IText>())
        {
            if (text.Ancestors<IElement>().Any(static above => above.LocalName is "code" or "pre" or "a" or "script" or "style"))
            {
                continue;
            }

            foreach (var address in LocalInText().Matches(text.Data).Select(static match => match.Value))
            {
                page.Report(DiagnosticRules.LocalAddress, page.Source.FindExact(address),
                    $"L’adresse {Words.Quote(address)} n’existe que sur votre ordinateur\u00a0: personne d’autre ne peut l’ouvrir.",
                    "Écrivez l’adresse publique, ou déposez le document dans le dossier du contenu et faites un lien vers lui.");
            }
        }
    }

    private static void Report(CheckedPage page, IElement link, DiagnosticRule rule, string message, string advice) =>
        page.Report(rule, page.PlaceOf(link, "href"), message, advice);

    private static string Name(IElement link) => Words.Of(link) is { Length: > 0 } text ? Words.Quote(text) : "sans texte";

    private static string Readable(string address) => Uri.UnescapeDataString(address);

    // The loader's own rules deal with scripts.
    private static bool IsScript(string address) => address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    // A scheme of one letter is a drive; Markdown encodes the backslashes of \\server and leaves one.
    [GeneratedRegex(
        @"^(file:|[a-z-]+-extension:|blob:|about:|[a-z]:|\\\\|%5c|(https?:)?//(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])(?![\w.-]))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Local();

    [GeneratedRegex(@"^(mailto:(?!\?|[^\s/@?]+@[^\s/@?]+)|tel:(?!\+?[\d\s().-]+([;?]|$)))", RegexOptions.IgnoreCase)]
    private static partial Regex BadContact();

    // First as Markdown leaves such a link: [text](C:\My documents\plan.pdf).
    [GeneratedRegex(
        @"(?<=\]\()([a-z]|file|blob|about|[a-z-]+-extension):[^)\n]+(?=\))|\b(file:///?|blob:|[a-z-]+-extension://)[^\s<>""')\]]+",
        RegexOptions.IgnoreCase)]
    private static partial Regex LocalInText();
}
