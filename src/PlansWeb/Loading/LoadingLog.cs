namespace PlansWeb.Loading;

/// <summary>What the Loading room says to the log.</summary>
internal static partial class LoadingLog
{
    [LoggerMessage(1, LogLevel.Information, "Content loaded from {Path}: {Pages} pages, {Problems} problems, version {Version}, in {Milliseconds:F0} ms")]
    public static partial void Loaded(ILogger logger, string path, int pages, int problems, string version, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Location}: {Message} {Advice} [{Rule}]")]
    public static partial void Problem(ILogger logger, string location, string message, string advice, string rule);

    [LoggerMessage(3, LogLevel.Error, "The content folder {Path} cannot be read: the site stays up without pages and is not ready")]
    public static partial void FolderUnreadable(ILogger logger, string path, Exception exception);
}
