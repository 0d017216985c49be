namespace PlansWeb.Caching;

/// <summary>What the Caching room says to the log.</summary>
internal static partial class CachingLog
{
    [LoggerMessage(20, LogLevel.Warning, "The pages of content version {Version} could not be dropped from the output cache; they expire by themselves")]
    public static partial void EvictionFailed(ILogger logger, string version, Exception exception);
}
