namespace PlansWeb;

/// <summary>Every line that the site writes to its log, in English, for those who run it; numbers are kept when texts change.</summary>
/// <remarks>
/// One class: the framework's generator writes several in an order of chance, and two builds of the same sources would not be the same bytes.
/// </remarks>
internal static partial class LogMessages
{
    [LoggerMessage(21, LogLevel.Warning, "The shared cache is away ({Reason}): pages come from this process's own memory until it answers")]
    public static partial void SharedAway(ILogger logger, string reason);

    [LoggerMessage(22, LogLevel.Information, "The shared cache is in use")]
    public static partial void SharedInUse(ILogger logger);

    [LoggerMessage(23, LogLevel.Warning, "The shared cache is not used: set Cache:Key (base64 of 32 bytes or more, the same for all replicas), or a password in ConnectionStrings:Redis, so that its entries can be authenticated")]
    public static partial void SharedWithoutKey(ILogger logger);

    [LoggerMessage(24, LogLevel.Warning, "{Address} could not be compressed further; it is served as it is")]
    public static partial void NotCompressed(ILogger logger, string address, Exception exception);

    [LoggerMessage(30, LogLevel.Warning, "Site:Url is not set: pages have no canonical address, and /sitemap.xml and /feed/ answer 404. Set it to the public address of the site, such as https://www.example.fr")]
    public static partial void SiteAddressMissing(ILogger logger);

    [LoggerMessage(40, LogLevel.Information, "PlansWeb {Version} serves {Pages} pages of {ContentPath}, version {ContentVersion}, {Milliseconds} ms after its start")]
    public static partial void SiteStarted(ILogger logger, string version, int pages, string? contentPath, string contentVersion, long milliseconds);

    [LoggerMessage(41, LogLevel.Information, "Told to end: not ready any more, goes on answering for {Seconds} s")]
    public static partial void Draining(ILogger logger, double seconds);

    [LoggerMessage(42, LogLevel.Information, "Ended")]
    public static partial void SiteEnded(ILogger logger);

    [LoggerMessage(43, LogLevel.Warning, "Requests for the host {Host} are refused with 400: the site answers for {Hosts} (AllowedHosts, else the host of Site:Url). Further hosts are refused silently")]
    public static partial void UnknownHost(ILogger logger, string host, string hosts);

    [LoggerMessage(44, LogLevel.Critical, "The site cannot go on")]
    public static partial void SiteFailed(ILogger logger, Exception exception);

    [LoggerMessage(60, LogLevel.Warning, "The content could not be checked; only what its load found is shown")]
    public static partial void CheckFailed(ILogger logger, Exception exception);

    [LoggerMessage(61, LogLevel.Information, "Content checked: {Errors} errors, {Warnings} warnings ({Rules}), version {ContentVersion}, in {Milliseconds} ms")]
    public static partial void ContentChecked(ILogger logger, int errors, int warnings, string rules, string contentVersion, long milliseconds);

    [LoggerMessage(70, LogLevel.Warning, "No smaller version of {Image} can be made: {Fault}: {Reason}. The image itself is served")]
    public static partial void ImageNotConverted(ILogger logger, string image, string fault, string reason);

    [LoggerMessage(71, LogLevel.Warning, "The folder of smaller images {Path} cannot be used (Images:CachePath): {Fault}: {Reason}. Images are served as they are")]
    public static partial void ImageFolderUnusable(ILogger logger, string path, string fault, string reason);

    [LoggerMessage(72, LogLevel.Warning, "The folder of smaller images {Path} is full (Images:CacheSizeMb): further images are served as they are")]
    public static partial void ImageFolderFull(ILogger logger, string path);

    [LoggerMessage(73, LogLevel.Warning, "The image library (libvips) does not run on this system: images are served as they are")]
    public static partial void ImageLibraryMissing(ILogger logger, Exception exception);

    [LoggerMessage(74, LogLevel.Warning, "libvips said of an image: {Message}")]
    public static partial void ImageLibrarySaid(ILogger logger, string message);
}
