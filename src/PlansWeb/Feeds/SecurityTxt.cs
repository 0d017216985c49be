using System.Text;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>Where to report a vulnerability (RFC 9116).</summary>
internal static class SecurityTxt
{
    /// <summary>The address that the RFC gives the file.</summary>
    public const string Address = "/.well-known/security.txt";

    /// <summary>
    /// Writes the file. It expires on the first day of the seventh month from now: always months ahead and less than a year, as the RFC
    /// recommends, and the same on all replicas, so that the file changes once a month only.
    /// </summary>
    public static byte[] Write(IReadOnlyList<string> contacts, SiteAddress site, string lang, DateTimeOffset now)
    {
        var expires = new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(7);
        var text = new StringBuilder();
        foreach (var contact in contacts)
        {
            text.Append("Contact: ").Append(contact).Append('\n');
        }

        text.Append("Expires: ").Append(expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
        text.Append("Preferred-Languages: ").Append(lang).Append('\n');
        if (site.IsKnown)
        {
            text.Append("Canonical: ").Append(site.Absolute(Address)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
