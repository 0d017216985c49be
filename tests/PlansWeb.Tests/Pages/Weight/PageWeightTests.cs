using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Pages.Weight;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages.Weight;

/// <summary>What a page says of its own weight, beside the bytes that a first visit loads.</summary>
public sealed partial class PageWeightTests(EmbeddedSite embedded) : IDisposable
{
    private static readonly byte[] s_picture = new byte[12_345];

    private readonly SiteBuilder _builder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil")
        .WithPage("image.md", "title: Image", "![Texte](/photo.webp) ![Encore](../photo.webp) ![Ailleurs](https://example.org/a.png)")
        .WithPage("piege.md", "title: Piège", "<!--poids--> Un texte.")
        .With("photo.webp", s_picture);

    [Theory]
    [InlineData("br, gzip")]
    [InlineData("gzip")]
    [InlineData("")]
    [Trait("RGESN", "4.15")]
    public async Task Page_Weight_IsThatOfTheBytesSent(string codings)
    {
        foreach (var path in embedded.Site.Store.Current.Pages.Select(page => page.Href))
        {
            await AssertTrue(embedded.Client, path, codings);
        }
    }

    [Theory]
    [InlineData("br, gzip")]
    [InlineData("")]
    public async Task Page_WithImages_CountsEachLocalOneOnce(string codings)
    {
        using var site = new Site(_builder.Root);
        using var client = site.CreateClient();

        Assert.True(await AssertTrue(client, "/image/", codings) > s_picture.Length);
    }

    [Fact]
    public async Task Page_ImageOfferedSmaller_CountsTheOriginal()
    {
        // The most that a visit loads: what the smaller versions weigh is not known while they are made, and the page is kept.
        var photo = TestImages.Png(200, 200);
        _builder.With("photo.png", photo).WithPage("image.md", "title: Image", "![Texte](/photo.png)");
        using var site = new Site(_builder.Root, builder => builder.UseSetting("Images:CachePath", Path.Combine(_builder.Root, "_images")));
        using var client = site.CreateClient();

        Assert.NotNull((await client.GetPage("/image/")).QuerySelector("picture"));
        Assert.True(await AssertTrue(client, "/image/", "br, gzip") > photo.Length);
    }

    [Theory]
    [InlineData("fr", "1,0\u00A0ko")]
    [InlineData("en-GB", "1.0\u00A0kB")]
    [InlineData("de", "1,0\u00A0ko")]
    public void Encode_OutsideTheRequest_WritesTheWeightInTheLanguageOfThePage(string lang, string weight)
    {
        // As the compressor in the background does it, and the export.
        byte[] page = System.Text.Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"{lang}\">" + PageWeigher.Marker);

        var whole = PageWeigher.Encode(page, 970, static bytes => bytes);
        var inTwo = PageWeigher.EncodeInTwo(page, 940, static (start, end) => (byte[])[.. start.Span, .. end(start.Length).Span]);

        Assert.EndsWith(weight, System.Text.Encoding.UTF8.GetString(whole.Span), StringComparison.Ordinal);
        Assert.EndsWith(weight, System.Text.Encoding.UTF8.GetString(inTwo!.Value.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ContentWithTheMarker_KeepsItsOwnText()
    {
        using var site = new Site(_builder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage("/piege/");

        Assert.Equal("Un texte.", page.QuerySelector("[data-page-content]")!.Text());
        Assert.Matches("pèse [0-9,]+\u00A0ko\\.", page.QuerySelector("footer")!.TextContent);
    }

    [Fact]
    public async Task Page_UnknownAddress_HasAWeightToo()
    {
        using var response = await embedded.Client.Get("/inconnue/");

        Assert.Matches(Weight(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _builder.Dispose();

    private static async Task<long> AssertTrue(HttpClient client, string path, string codings)
    {
        var (html, bytes) = await Load(client, path, codings);
        var document = Dom.Parse(html);
        var said = double.Parse(Weight().Match(document.QuerySelector("footer")!.TextContent).Groups["kB"].Value, CultureInfo.GetCultureInfo("fr-FR"));
        var files = document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], img")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(url => !url.StartsWith("http", StringComparison.Ordinal))
            .Select(url => new Uri(new Uri("http://localhost" + path), url).AbsolutePath).Distinct();
        foreach (var file in files)
        {
            bytes += (await Load(client, file, codings)).Bytes;
        }

        Assert.InRange(said, (bytes / 1000.0) - 0.1, (bytes / 1000.0) + 0.1);
        return bytes;
    }

    private static async Task<(string Text, long Bytes)> Load(HttpClient client, string path, string codings)
    {
        using var response = await client.Get(path, ("Accept-Encoding", codings));
        Assert.Equal(200, (int)response.StatusCode);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var body = new MemoryStream(bytes);
        await using Stream plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken), bytes.Length);
    }

    [GeneratedRegex("pèse (?<kB>[0-9,]+)\u00A0ko")]
    private static partial Regex Weight();
}
