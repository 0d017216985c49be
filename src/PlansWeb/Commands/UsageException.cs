namespace PlansWeb.Commands;

/// <summary>The command line cannot be understood; the message says why, in one French sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);
