using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>Images as pages carry them.</summary>
public sealed class ImageTagsTests : IDisposable
{
    private static readonly byte[] s_photo = TestImages.Png(1000, 500);

    private readonly SiteBuilder _folder = new SiteBuilder().With("img/photo.png", s_photo).With("img/icone.png", TestImages.Png(16, 16));
    private Site? _site;

    public void Dispose()
    {
        _site?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Load_LocalImages_HaveTheirSizeAndAllButTheFirstAreLazy()
    {
        var images = Body("![Un](/img/icone.png)\n\n![Deux](/img/photo.png)\n\n![Trois](https://example.org/x.png)").QuerySelectorAll("img");

        Assert.Equal([("16", "16"), ("1000", "500"), (null, null)], images.Select(image => (image.GetAttribute("width"), image.GetAttribute("height"))));
        Assert.Equal([null, "lazy", null], images.Select(image => image.GetAttribute("loading")));
        Assert.Equal(["async", "async", null], images.Select(image => image.GetAttribute("decoding")));
        Assert.Equal(["Un", "Deux", "Trois"], images.Select(image => image.GetAttribute("alt")));
    }

    [Theory]
    [InlineData("![Photo](/img/photo.png)")]
    [InlineData("a <picture><img src=\"/img/photo.png\" alt=\"\"></picture>")]
    public void Load_Picture_IsOfferedInBothFormatsAndNeverLarger(string markdown)
    {
        var image = Body(markdown).QuerySelector("p > picture > img")!;

        Assert.Equal("/img/photo.png", image.GetAttribute("src"));
        var sources = image.ParentElement!.QuerySelectorAll("source");
        Assert.Equal(["image/avif", "image/webp"], sources.Select(source => source.GetAttribute("type")));
        Assert.All(sources, source => Assert.Equal("(min-width: 800px) 800px, 100vw", source.GetAttribute("sizes")));
        Assert.All(sources, source => Assert.Matches(
            @"^/_images/(?<hash>[0-9a-f]{24})-480\.(?<ext>\w+) 480w, /_images/\k<hash>-800\.\k<ext> 800w, /_images/\k<hash>-1000\.\k<ext> 1000w$", source.GetAttribute("srcset")!));
    }

    [Theory]
    [InlineData("![Icône](/img/icone.png)")]
    [InlineData("![Ailleurs](https://example.org/img/photo.png)")]
    [InlineData("![Absente](/img/absente.png)")]
    [InlineData("<img src=\"/img/photo.png\" srcset=\"/img/photo.png 2x\" alt=\"\">")]
    public void Load_TinyForeignMissingOrHandMade_IsNotOffered(string markdown) => Assert.Null(Body(markdown).QuerySelector("picture"));

    [Fact]
    public void Load_PictureOfTheWriter_StaysOnePicture() =>
        Assert.Single(Body("<picture><source srcset=\"/img/icone.png\"><img src=\"/img/photo.png\" alt=\"\"></picture>").QuerySelectorAll("picture, source"), element => element.LocalName == "source");

    [Theory]
    [InlineData("width=\"200\"", "200", "100")]
    [InlineData("height=\"100\"", "200", "100")]
    [InlineData("width=\"50%\"", "50%", null)]
    [InlineData("width=\"10\" height=\"10\"", "10", "10")]
    public void Load_SizeOfTheWriter_Stays(string attributes, string width, string? height)
    {
        var image = Body($"<img src=\"/img/photo.png\" alt=\"\" {attributes}>").QuerySelector("img")!;

        Assert.Equal((width, height), (image.GetAttribute("width"), image.GetAttribute("height")));
    }

    [Fact]
    public void Load_LoadingOfTheWriter_Stays() =>
        Assert.Equal(["eager", "sync"], Body("<img src=/img/photo.png alt=\"\"><img src=\"/img/icone.png\" alt=\"\" loading=\"eager\" decoding=\"sync\">").QuerySelectorAll("img")[1]
            .Attributes.Where(attribute => attribute.Name is "loading" or "decoding").Select(attribute => attribute.Value));

    [Fact]
    public void Load_SomethingElseNamedAsAnImage_IsShownAsItIs()
    {
        _folder.With("img/faux.jpg", "Ceci n’est pas une image.");

        var image = Body("![Faux](/img/faux.jpg)").QuerySelector("img")!;

        Assert.False(image.HasAttribute("width"));
        Assert.Equal("async", image.GetAttribute("decoding"));
    }

    [Fact]
    public void LoadChanges_ImageChanges_RendersThePageAgain()
    {
        var before = Body("![Photo](/img/photo.png)").QuerySelector("source")!.GetAttribute("srcset");

        _folder.With("img/photo.png", TestImages.Png(600, 300));
        _site!.Store.Publish(_site.Loader.LoadChanges(_folder.Root, isThorough: false)!);

        var body = Dom.Parse(_site.Store.Current.Find("/page/")!.Body.Value);
        Assert.Equal("600", body.QuerySelector("img")!.GetAttribute("width"));
        Assert.NotEqual(before, body.QuerySelector("source")!.GetAttribute("srcset"));
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(5_001, 5_000)]
    [InlineData(16_384, 10)]
    public void Load_MorePixelsThanTheLimit_IsNotOffered(int width, int height)
    {
        // A bomb: few bytes that claim to be many pixels.
        _folder.With("img/bombe.png", [.. TestImages.PngStart(width, height), .. TestImages.Chunk("IDAT", new byte[20_000])]);

        Assert.Null(Body("![Bombe](/img/bombe.png)").QuerySelector("picture"));
        Assert.DoesNotContain(_site!.Store.Current.Images, image => image.Url.Contains("bombe", StringComparison.Ordinal));
    }

    private IDocument Body(string markdown)
    {
        _folder.WithPage("page.md", "title: Page", markdown);
        _site = new Site(_folder.Root, builder => builder.UseSetting("Images:CachePath", Path.Combine(_folder.Root, "img/icone.png/cache")));
        return Dom.Parse(_site.Store.Current.Find("/page/")!.Body.Value);
    }
}
