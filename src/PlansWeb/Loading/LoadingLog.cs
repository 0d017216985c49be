namespace PlansWeb.Loading;

/// <summary>What the Loading room says to the log.</summary>
internal static partial class LoadingLog
{
    [LoggerMessage(1, LogLevel.Information, "Content loaded from {Path}: {Pages} pages, {Problems} problems, version {Version}, in {Milliseconds:F0} ms")]
    public static partial void Loaded(ILogger logger, string path, int pages, int problems, string version, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Location}: {Message} {Advice} [{Rule}]")]
    public static partial void Problem(ILogger logger, string location, string message, string advice, string rule);

    [LoggerMessage(3, LogLevel.Error, "Content not loaded from {Path}: {Reason}. The site goes on with the {Pages} pages that it has")]
    public static partial void Failed(ILogger logger, string path, string reason, int pages, Exception? exception);

    [LoggerMessage(4, LogLevel.Warning, "The system does not notify changes in {Path}: the folder is looked at every second instead")]
    public static partial void NoNotifications(ILogger logger, string path, Exception exception);
}
