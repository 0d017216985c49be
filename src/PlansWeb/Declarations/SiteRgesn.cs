using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Pages;
using PlansWeb.Pages.Weight;

namespace PlansWeb.Declarations;

/// <summary>
/// The criteria of the RGESN for the site as it stands: what its tests prove of the program is in <c>rgesn.json</c>, what hangs on this build and on these pages is
/// computed here, so that nobody's site claims what is true of another.
/// </summary>
/// <param name="snapshot">The pages and files.</param>
/// <param name="declaration">The page of the declaration.</param>
/// <param name="assets">What the build made.</param>
internal sealed class SiteRgesn(Snapshot snapshot, ContentPage? declaration, AssetSizes assets)
{
    private const double ShareOfLightFormats = 0.75;
    private const long MostBytesOfAnImage = 100_000;
    private const int MostClicks = 3;
    private const double BytesPerSecond = 512_000 / 8.0;

    private static readonly string[] s_lightFormats = ["image/svg+xml", "image/webp", "image/avif"];

    private readonly ContentFile[] _images = [.. snapshot.Files.Where(static file => file.MediaType.StartsWith("image/", StringComparison.Ordinal))];

    /// <summary>The nine topics.</summary>
    public IReadOnlyList<Topic<RgesnCriterion>> Topics => [.. Rgesn.Topics.Select(topic => topic with { Criteria = [.. topic.Criteria.Select(Here)] })];

    private RgesnCriterion Here(RgesnCriterion criterion) => criterion.Number switch
    {
        "1.1" or "1.2" => SaysItsPurpose ? criterion : Unproven(criterion, Texts.EcodesignNoPurpose),
        "2.3" => criterion with { Reason = Texts.EcodesignSlowNetwork(Around, Around / BytesPerSecond) },
        "4.3" => Clicks <= MostClicks ? criterion with { Reason = Texts.EcodesignClicks(Clicks) } : Unproven(criterion, Texts.EcodesignClicks(Clicks)),
        "4.6" => _images.Length == 0 ? criterion : Unproven(criterion, Texts.EcodesignImagesUnseen(_images.Length)),
        "4.8" => Brand.IsState ? criterion with { Reason = Texts.EcodesignFonts(assets.FontCount, assets.Fonts) } : criterion,
        "4.12" => criterion with { Reason = Texts.EcodesignHeavyFiles(Heavy, isSaid: true) },
        "5.1" => Images(criterion, LightFormats >= ShareOfLightFormats, Texts.EcodesignImageFormats(_images.Length, _images.Count(IsLight))),
        "5.2" => Images(criterion, _images.All(static image => image.Length <= MostBytesOfAnImage), Texts.EcodesignImageWeights(_images.Length, _images.Select(static image => image.Length).DefaultIfEmpty().Max())),
        "5.7" => Heavy == 0 ? criterion : Unproven(criterion, Texts.EcodesignHeavyFiles(Heavy, isSaid: false)),
        "5.8" => Undated == 0 ? criterion : Unproven(criterion, Texts.EcodesignUndated(Undated, snapshot.Written.Count())),
        "6.1" => criterion with { Reason = Texts.EcodesignRequests(Requests, Around) },
        _ => criterion,
    };

    private bool SaysItsPurpose => declaration?.Headings.Select(static heading => AddressFolding.Fold(heading.Text))
        .Any(static text => text.Contains("a quoi sert", StringComparison.Ordinal) || text.Contains("what this site is for", StringComparison.Ordinal)) == true;

    private double LightFormats => _images.Length == 0 ? 1 : (double)_images.Count(IsLight) / _images.Length;

    private int Heavy => snapshot.Files.Count(static file => file.IsHeavy);

    private int Undated => snapshot.Written.Count(static page => page.ReviewDate is null);

    // Home page, the site map, the parts of it that lead to a page, the page.
    private int Clicks => 1 + SiteMap.Of(snapshot).Pages.Values.Max(static page => Depth(page));

    // The page, its style sheets, its icon, the State's typeface.
    private int Requests => 4 + assets.FontCount;

    private long Around => (assets.Of("/css/site.css", "br") ?? 0) + (assets.Of("/css/components.css", "br") ?? 0) + assets.Fonts + IconSize;

    private long IconSize => snapshot.Identity.Icon is { } icon ? snapshot.FindFile(Address.Normalize(Uri.UnescapeDataString(icon)))?.Length ?? 0 : assets.Of("/favicon.svg", "br") ?? 0;

    private static bool IsLight(ContentFile image) => s_lightFormats.Contains(image.MediaType);

    private static int Depth(SiteMapPage page) => page.Above is null ? 1 : 1 + Depth(page.Above);

    private RgesnCriterion Images(RgesnCriterion criterion, bool isMet, string reason) =>
        _images.Length == 0 ? criterion with { Reason = Texts.EcodesignNoImage } : isMet ? criterion with { Reason = reason } : Unproven(criterion, reason);

    private static RgesnCriterion Unproven(RgesnCriterion criterion, string reason) => criterion with { Evidence = RgesnEvidence.Todo, Reason = reason };
}
