using System.Xml.Linq;
using PlansWeb.Content.Site;
using PlansWeb.Feeds;

namespace PlansWeb.Tests.Feeds;

/// <summary>The sitemap follows the protocol of sitemaps.org, up to its limits.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace s_protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly SiteAddress s_site = new("https://www.exemple.fr");

    [Fact]
    public void WriteFile_Pages_HaveEncodedAddressesAndTrueDates()
    {
        var pages = new[]
        {
            Page("/réglementations/a&b/", "2022-04-01", "2023-05-02"), Page("/b/", "2022-04-01", null), Page("/c/", null, null),
        };

        var root = Parse(Sitemap.WriteFile(pages, 1, s_site));

        Assert.Equal(s_protocol + "urlset", root.Name);
        Assert.Equal(
            [("https://www.exemple.fr/r%C3%A9glementations/a&b/", "2023-05-02"), ("https://www.exemple.fr/b/", "2022-04-01"), ("https://www.exemple.fr/c/", null)],
            root.Elements(s_protocol + "url").Select(url => (url.Element(s_protocol + "loc")!.Value, url.Element(s_protocol + "lastmod")?.Value)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50_000, 1)]
    [InlineData(50_001, 2)]
    [InlineData(100_001, 3)]
    public void Files_ManyPages_AreAsFewAsTheProtocolAllows(int pages, int files) => Assert.Equal(files, Sitemap.Files(pages));

    [Fact]
    public void WriteIndex_MoreThanOneFileHolds_NamesFilesThatHoldEachPageOnce()
    {
        var pages = Enumerable.Range(0, 50_001).Select(i => Page($"/p{i}/", i == 50_000 ? "2024-01-01" : "2022-01-01", null)).ToArray();

        var index = Parse(Sitemap.WriteIndex(pages, s_site));
        var files = Enumerable.Range(1, Sitemap.Files(pages.Length)).Select(number => Parse(Sitemap.WriteFile(pages, number, s_site))).ToArray();

        Assert.Equal(s_protocol + "sitemapindex", index.Name);
        Assert.Equal(
            [("https://www.exemple.fr/sitemap-1.xml", "2022-01-01"), ("https://www.exemple.fr/sitemap-2.xml", "2024-01-01")],
            index.Elements(s_protocol + "sitemap").Select(file => (file.Element(s_protocol + "loc")!.Value, file.Element(s_protocol + "lastmod")!.Value)));
        Assert.All(files, file => Assert.InRange(file.Elements().Count(), 1, Sitemap.MostAddresses));
        Assert.Equal(pages.Select(page => s_site.Absolute(page.Href)), files.SelectMany(file => file.Descendants(s_protocol + "loc")).Select(loc => loc.Value));
    }

    private static XElement Parse(byte[] document) => XDocument.Load(new MemoryStream(document)).Root!;

    private static ContentPage Page(string url, string? date, string? updated) => new()
    {
        SourcePath = url,
        Url = url,
        Href = Address.Encode(url),
        FileSlug = "",
        Title = url,
        Date = date is null ? null : DateTimeOffset.Parse(date + "Z", System.Globalization.CultureInfo.InvariantCulture),
        Updated = updated is null ? null : DateTimeOffset.Parse(updated + "Z", System.Globalization.CultureInfo.InvariantCulture),
        Layout = "page",
        Text = PageBody.None,
        Data = new Dictionary<string, object?>(),
    };
}
