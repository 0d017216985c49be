using System.Xml;
using PlansWeb.Content;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>The list of all pages for search engines, in the sitemaps.org protocol 0.9.</summary>
internal static class Sitemap
{
    /// <summary>The most addresses in one file, by the protocol; beyond it an index names several files.</summary>
    public const int MostAddresses = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>How many files the pages take; 1 means that there is no index.</summary>
    public static int Files(int pages) => Math.Max(1, (pages + MostAddresses - 1) / MostAddresses);

    /// <summary>The address of a file of several, from 1. It stands at the root: a sitemap speaks only for what is below its own address.</summary>
    public static string FileAddress(int number) => $"/sitemap-{number}.xml";

    /// <summary>One file.</summary>
    /// <param name="pages">All listed pages.</param>
    /// <param name="number">The number of the file, from 1.</param>
    /// <param name="site">The public address.</param>
    public static byte[] WriteFile(IReadOnlyList<ContentPage> pages, int number, SiteAddress site) =>
        Write("urlset", "url", pages.Skip((number - 1) * MostAddresses).Take(MostAddresses).Select(page => (page.Href, Modified(page))), site);

    /// <summary>The index of all files.</summary>
    public static byte[] WriteIndex(IReadOnlyList<ContentPage> pages, SiteAddress site) =>
        Write("sitemapindex", "sitemap", pages.Chunk(MostAddresses).Select(static (chunk, i) => (FileAddress(i + 1), chunk.Max(Modified))), site);

    // A page without a date has no lastmod: a made-up one teaches search engines not to believe the others.
    private static DateTimeOffset? Modified(ContentPage page) => page.Updated ?? page.Date;

    private static byte[] Write(string root, string element, IEnumerable<(string Href, DateTimeOffset? Modified)> entries, SiteAddress site)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, MachineText.Xml))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var (href, modified) in entries)
            {
                xml.WriteStartElement(element, Namespace);
                xml.WriteElementString("loc", Namespace, site.Absolute(href));
                if (modified is { } date)
                {
                    xml.WriteElementString("lastmod", Namespace, French.IsoDate(date));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }
}
