namespace PlansWeb.Caching;

/// <summary>What the Caching room says to the log.</summary>
internal static partial class CachingLog
{
    [LoggerMessage(20, LogLevel.Warning, "The pages of content version {Version} could not be dropped from the output cache; they expire by themselves")]
    public static partial void EvictionFailed(ILogger logger, string version, Exception exception);

    [LoggerMessage(21, LogLevel.Warning, "The shared cache is away ({Reason}): pages come from this process's own memory until it answers")]
    public static partial void SharedAway(ILogger logger, string reason);

    [LoggerMessage(22, LogLevel.Information, "The shared cache is in use")]
    public static partial void SharedInUse(ILogger logger);
}
