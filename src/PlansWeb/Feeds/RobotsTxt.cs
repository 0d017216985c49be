using System.Text;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>What robots may do (RFC 9309): everything. Pages that search engines should leave out say so themselves.</summary>
internal static class RobotsTxt
{
    /// <summary>Writes the file. The sitemap's address has to be absolute, so it is named only where the public address is known.</summary>
    public static byte[] Write(SiteAddress site) => Encoding.UTF8.GetBytes(
        "User-agent: *\nAllow: /\n" + (site.IsKnown ? $"\nSitemap: {site.Absolute("/sitemap.xml")}\n" : ""));
}
