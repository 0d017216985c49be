namespace PlansWeb.Images;

/// <summary>What the Images room says to the log.</summary>
internal static partial class ImagesLog
{
    [LoggerMessage(70, LogLevel.Warning, "No smaller version of {Image} can be made: {Fault}: {Reason}. The image itself is served")]
    public static partial void NotConverted(ILogger logger, string image, string fault, string reason);

    [LoggerMessage(71, LogLevel.Warning, "The folder of smaller images {Path} cannot be used (Images:CachePath): images are served as they are")]
    public static partial void FolderUnusable(ILogger logger, string path, Exception exception);

    [LoggerMessage(72, LogLevel.Warning, "The folder of smaller images {Path} is full (Images:CacheSizeMb): further images are served as they are")]
    public static partial void FolderFull(ILogger logger, string path);

    [LoggerMessage(73, LogLevel.Warning, "The image library (libvips) does not run on this system: images are served as they are")]
    public static partial void LibraryMissing(ILogger logger, Exception exception);
}
