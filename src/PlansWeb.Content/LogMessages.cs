namespace PlansWeb.Content;

/// <summary>The lines that loading content writes to the log, in English, for those who run the site; numbers are kept when texts change.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Content loaded from {Path}: {Pages} pages, {Problems} problems, version {Version}, in {Milliseconds:F0} ms")]
    public static partial void ContentLoaded(ILogger logger, string path, int pages, int problems, string version, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Location}: {Message} {Advice} [{Rule}]")]
    public static partial void Diagnostic(ILogger logger, string location, string message, string advice, string rule);

    [LoggerMessage(3, LogLevel.Error, "Content not loaded from {Path}: {Reason}. The site goes on with the {Pages} pages that it has")]
    public static partial void LoadFailed(ILogger logger, string path, string reason, int pages, Exception? exception);

    [LoggerMessage(4, LogLevel.Warning, "The system does not notify changes in {Path}: the folder is looked at every second instead")]
    public static partial void NoNotifications(ILogger logger, string path, Exception exception);
}
