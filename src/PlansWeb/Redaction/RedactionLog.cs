namespace PlansWeb.Redaction;

/// <summary>What the Redaction room says to the log.</summary>
internal static partial class RedactionLog
{
    [LoggerMessage(60, LogLevel.Warning, "The content could not be checked; only what its load found is shown")]
    public static partial void CheckFailed(ILogger logger, Exception exception);
}
