using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>Images: there, described, and no heavier than they need be.</summary>
internal sealed partial class ImageRule : IPageRule
{
    /// <summary>An image may weigh this much: about two seconds on a slow mobile line.</summary>
    public const long MostBytes = 200_000;

    // Screens with twice the pixels are common; the column of text is 1,200 points wide at most.
    private const double MostDensity = 2.5;
    private const int WidestColumn = 1_200;

    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        foreach (var image in page.Document.QuerySelectorAll("img"))
        {
            CheckAlternative(page, image);
            if (image.GetAttribute("src")?.Trim() is { Length: > 0 } address && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                CheckFile(page, site, image, address);
            }
        }

        foreach (var element in page.Document.QuerySelectorAll("img[srcset], source[srcset]"))
        {
            foreach (var address in Candidates(element.GetAttribute("srcset")!))
            {
                if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !LinkRule.IsLocal(address)
                    && site.Resolve(page.Page, address).Kind == DestinationKind.Elsewhere)
                {
                    ReportForeign(page, page.PlaceOf(element, "srcset"), address);
                    break;
                }
            }
        }

        foreach (var media in page.Document.QuerySelectorAll("video[src], audio[src], source[src]"))
        {
            CheckPresence(page, site, media, media.GetAttribute("src")!);
        }
    }

    private static void CheckAlternative(CheckedPage page, IElement image)
    {
        switch (image.GetAttribute("alt"))
        {
            // role=presentation and aria-hidden say what alt="" says.
            case null when image.GetAttribute("role") is "presentation" or "none" || image.GetAttribute("aria-hidden") == "true"
                || !string.IsNullOrWhiteSpace(image.GetAttribute("aria-label")):
                break;
            case null:
                page.Report(DiagnosticRules.MissingAlt, Place(page, image), "L’image n’a pas de texte de remplacement\u00a0: qui ne la voit pas ne sait pas ce qu’elle montre.",
                    "Ajoutez alt=\"ce que l’image apporte\", ou alt=\"\" si elle ne fait que décorer.");
                break;
            case var alt when FileName().IsMatch(alt.Trim()):
                page.Report(DiagnosticRules.FileNameAsAlt, Place(page, image), $"Le texte de remplacement de l’image est un nom de fichier\u00a0: {Words.Quote(alt.Trim())}.",
                    "Dites en une phrase ce que l’image apporte, ou laissez le texte vide si elle ne fait que décorer.");
                break;
        }
    }

    private static void CheckFile(CheckedPage page, SiteAddresses site, IElement image, string address)
    {
        if (LinkRule.IsLocal(address))
        {
            page.Report(DiagnosticRules.LocalAddress, Place(page, image), $"L’image {Words.Quote(Uri.UnescapeDataString(address))} n’existe que sur votre ordinateur\u00a0: personne d’autre ne la voit.",
                "Déposez l’image dans le dossier du contenu et écrivez son adresse sur le site.");
            return;
        }

        if (!CheckPresence(page, site, image, address) || site.FileAt(page.Page, address) is not { } file)
        {
            return;
        }

        // A drawing (SVG) need not have a size.
        if (file is { Image: null, MediaType: not "image/svg+xml" })
        {
            page.Report(DiagnosticRules.UnreadableImage, Place(page, image),
                $"Le fichier {Words.Quote(Path.GetFileName(file.Url))} n’est pas une image {Path.GetExtension(file.Url)[1..].ToUpperInvariant()}, ou il est incomplet.",
                "Enregistrez l’image de nouveau, dans le format que dit son nom, et attendez la fin de la copie.");
        }

        if (file.Length > MostBytes)
        {
            page.Report(DiagnosticRules.HeavyImage, Place(page, image),
                $"L’image {Words.Quote(Path.GetFileName(file.Url))} pèse {French.FileSize(file.Length)}, plus que les {French.FileSize(MostBytes)} visés.",
                "Réduisez ses dimensions et enregistrez-la en WebP, ou en JPEG de qualité moyenne pour une photo.");
        }

        var shown = ShownWidth(image);
        if (file.Image is { } size && size.Width > (shown ?? WidestColumn) * MostDensity)
        {
            page.Report(DiagnosticRules.OversizedImage, Place(page, image),
                $"L’image {Words.Quote(Path.GetFileName(file.Url))} a {size.Width} pixels de large, "
                + (shown is null ? $"alors que la page n’en montre jamais plus de {WidestColumn}." : $"alors qu’elle est montrée sur {shown}."),
                $"Réduisez-la à {(shown ?? WidestColumn) * 2} pixels de large\u00a0: elle restera nette sur tous les écrans.");
        }
    }

    private static bool CheckPresence(CheckedPage page, SiteAddresses site, IElement image, string address)
    {
        var destination = site.Resolve(page.Page, address);
        switch (destination.Kind)
        {
            case DestinationKind.File:
                return true;
            case DestinationKind.Elsewhere:
                ReportForeign(page, Place(page, image), address);
                return false;
            case DestinationKind.Moved:
                page.Report(DiagnosticRules.LinkToOldAddress, Place(page, image), $"L’image {Words.Quote(Uri.UnescapeDataString(address))} passe par une ancienne adresse.",
                    $"Écrivez l’adresse d’aujourd’hui\u00a0: {Words.Whole(Uri.UnescapeDataString(destination.Better!))}.");
                return false;
            case DestinationKind.Empty:
                page.Report(DiagnosticRules.MissingImage, Place(page, image), $"Le fichier {Words.Quote(destination.Better!)} est vide\u00a0: rien n’est affiché.",
                    "Enregistrez l’image de nouveau, et attendez la fin de la copie.");
                return false;
            case DestinationKind.Refused:
                var isPicture = image.LocalName == "img";
                var type = Path.GetExtension(destination.Better!).TrimStart('.').ToUpperInvariant();
                page.Report(DiagnosticRules.MissingImage, Place(page, image),
                    $"Le fichier {Words.Quote(destination.Better!)} est dans le dossier, mais "
                    + (type.Length == 0 ? "un fichier sans extension" : isPicture ? $"une image {type}" : $"un fichier {type}") + " n’est pas publié" + (isPicture && type.Length > 0 ? "e" : "") + "\u00a0: rien n’est affiché.",
                    isPicture ? "Enregistrez-la en JPEG, PNG ou WebP, déposez-la à côté et changez l’adresse." : "Déposez la vidéo ou le son sur un service qui les diffuse, et faites un lien vers lui.");
                return false;
            case DestinationKind.Hidden when site.FileAt(page.Page, address) is not null:
                page.Report(DiagnosticRules.MissingImage, Place(page, image),
                    $"Seules des pages cachées nomment en toutes lettres l’image {Words.Quote(Uri.UnescapeDataString(address))}\u00a0: rien n’est affiché.",
                    "Écrivez l’adresse de l’image en toutes lettres dans cette page.");
                return false;
            default:
                page.Report(DiagnosticRules.MissingImage, Place(page, image),
                    $"Il n’y a pas de fichier à l’adresse {Words.Quote(Uri.UnescapeDataString(address))}\u00a0: rien n’est affiché.",
                    destination.Better is { } better
                        ? $"Vouliez-vous dire {Words.Whole(better)}\u00a0? Sinon, corrigez l’adresse ou déposez le fichier."
                        : "Déposez le fichier dans le dossier du contenu, ou corrigez l’adresse\u00a0: capitales, accents et extension comptent.");
                return false;
        }
    }

    // The content security policy is « img-src 'self' data: ».
    private static void ReportForeign(CheckedPage page, SourcePlace place, string address) =>
        page.Report(DiagnosticRules.ForeignImage, place,
            $"L’image {Words.Quote(Uri.UnescapeDataString(address))} est sur un autre site\u00a0: les navigateurs ne l’affichent pas ici, car l’autre site suivrait les visiteurs.",
            "Déposez l’image dans le dossier du contenu et écrivez son adresse sur le site, sans nom d’hôte, ou faites un lien vers elle.");

    // Addresses in a list of candidates stand before a space or a comma (HTML Standard, « parsing a srcset attribute »).
    private static IEnumerable<string> Candidates(string list)
    {
        var isAddress = true;
        foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (isAddress && word.Trim(',') is { Length: > 0 } address)
            {
                yield return address;
            }

            isAddress = word.EndsWith(',');
        }
    }

    private static int? ShownWidth(IElement image) =>
        int.TryParse(image.GetAttribute("width"), CultureInfo.InvariantCulture, out var width) && width > 0 ? width : null;

    private static SourcePlace Place(CheckedPage page, IElement image) =>
        image.HasAttribute("src") ? page.PlaceOf(image, "src") : page.Source.FindExact("<img");

    [GeneratedRegex(@"^[^\s/]*[\w)-]\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)$|^(IMG|DSC|DSCN|PXL|Capture|Screenshot)[_-]?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
