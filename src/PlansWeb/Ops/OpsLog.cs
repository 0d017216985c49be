namespace PlansWeb.Ops;

/// <summary>What the Ops room says to the log.</summary>
internal static partial class OpsLog
{
    [LoggerMessage(40, LogLevel.Information, "PlansWeb {Version} serves {Pages} pages of {ContentPath}, version {ContentVersion}, {Milliseconds} ms after its start")]
    public static partial void Started(ILogger logger, string version, int pages, string? contentPath, string contentVersion, long milliseconds);

    [LoggerMessage(41, LogLevel.Information, "Told to end: not ready any more, goes on answering for {Seconds} s")]
    public static partial void Draining(ILogger logger, double seconds);

    [LoggerMessage(42, LogLevel.Information, "Ended")]
    public static partial void Ended(ILogger logger);
}
