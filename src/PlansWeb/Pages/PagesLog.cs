namespace PlansWeb.Pages;

/// <summary>What the Pages room says to the log.</summary>
internal static partial class PagesLog
{
    [LoggerMessage(30, LogLevel.Warning, "Site:Url is not set: pages have no canonical address, and /sitemap.xml and /feed/ answer 404. Set it to the public address of the site, such as https://www.example.fr")]
    public static partial void SiteAddressMissing(ILogger logger);
}
