namespace PlansWeb.Content.Templates;

/// <summary>A script or a template that could not go on; the message is English and technical, the line counts from 1, 0 where unknown.</summary>
internal sealed class SandboxException(string message, int line, bool isLimit, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Line of the script.</summary>
    public int Line { get; } = line;

    /// <summary>It asked for more than <see cref="SandboxLimits"/> allows.</summary>
    public bool IsLimit { get; } = isLimit;
}
