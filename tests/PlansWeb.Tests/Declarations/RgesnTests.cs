using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Declarations;

/// <summary>Criteria of the RGESN 2024 about the code, the style sheets and the files; those about pages stand with the pages' tests.</summary>
public sealed class RgesnTests(EmbeddedSite embedded)
{
    private const int MostBytesOfAFile = 1_000_000;
    private const int MostBytesOfAnImage = 100_000;

    private static readonly string[] s_documents = [".md", ".yaml", ".yml", ".json", ".pdf", ".odt", ".ods", ".csv"];

    [Fact]
    [Trait("RGESN", "1.8")]
    public void Code_Licence_IsOpen() =>
        Assert.StartsWith("MIT License", File.ReadAllText(Path.Combine(Repository.Root, "LICENSE")), StringComparison.Ordinal);

    [Fact]
    [Trait("RGESN", "2.4")]
    public void Styles_Targets_AreOldBrowsers()
    {
        var build = File.ReadAllText(Path.Combine(Repository.Root, "src", "PlansWeb.Dsfr", "Assets", "build.mjs"));

        Assert.Contains("ios_saf: version(12, 5)", build, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"@layer|@container|:has\(|light-dark\(|oklch\(", Styles.All);
    }

    [Fact]
    [Trait("RGESN", "2.9")]
    [Trait("RGESN", "6.5")]
    public async Task Styles_OfComponents_AreLoadedOnlyWhereThereAreSome() => Assert.All(await embedded.Pages, page =>
    {
        var loads = page.Document.QuerySelectorAll("link[rel=stylesheet][href*=components]").Length;
        var some = page.Document.QuerySelectorAll(
            "main .fr-card, main .fr-tile, main .fr-callout, main .fr-accordion, main .fr-alert, main .fr-badge, main .fr-quote, main .fr-highlight, main .fr-pagination, main .fr-link--download");
        Assert.True(some.Length > 0 == loads > 0, page.Path);
    });

    [Fact]
    [Trait("RGESN", "4.12")]
    [Trait("RGESN", "5.7")]
    public void Files_OfTheContent_AreLight() => Assert.All(ContentFiles(), file => Assert.InRange(file.Length, 0, MostBytesOfAFile));

    [Fact]
    [Trait("RGESN", "5.1")]
    [Trait("RGESN", "5.2")]
    public void Images_OfTheContent_AreOfALightFormat()
    {
        var images = ContentFiles().Where(file => !s_documents.Contains(file.Extension)).ToList();

        Assert.All(images, image => Assert.Contains(image.Extension, (string[])[".svg", ".webp", ".avif"]));
        Assert.All(images, image => Assert.InRange(image.Length, 0, MostBytesOfAnImage));
    }

    [Fact]
    [Trait("RGESN", "5.8")]
    public void Pages_OfTheContent_HaveADateForTheirReview() => Assert.All(
        // The pages that the register makes have no file to read again: their rows have dates.
        embedded.Site.Services.GetRequiredService<PageStore>().Current.Pages.Where(static page => File.Exists(Path.Combine(Repository.Content, page.SourcePath))),
        static page => Assert.True(page.ReviewDate is not null, page.SourcePath));

    private static IEnumerable<FileInfo> ContentFiles() => new DirectoryInfo(Repository.Content).EnumerateFiles("*", SearchOption.AllDirectories);
}
