namespace PlansWeb.Content.Templates;

/// <summary>What one run may cost. Counts decide; the time is the last resort.</summary>
internal static class SandboxLimits
{
    /// <summary>Statements of one run.</summary>
    public const int Statements = 3_000_000;

    /// <summary>Calls inside calls.</summary>
    public const int Recursion = 600;

    /// <summary>Bytes that one run may allocate, freed ones too: a statement that allocates more ends the run after it.</summary>
    public const long Memory = 96L * 1024 * 1024;

    /// <summary>Elements of an array that is made by its length.</summary>
    public const uint ArrayLength = 1_000_000;

    /// <summary>Characters of a script.</summary>
    public const int ScriptLength = 256 * 1024;

    /// <summary>Time of one regular expression.</summary>
    public static readonly TimeSpan RegexTime = TimeSpan.FromMilliseconds(200);

    /// <summary>Time of one regular expression of a package: its first match makes it ready.</summary>
    public static readonly TimeSpan LongPatternTime = TimeSpan.FromSeconds(2);

    /// <summary>Time in which an engine is set up by scripts of this site, and by a configuration that ran before within <see cref="Time"/>.</summary>
    public static readonly TimeSpan SetupTime = TimeSpan.FromSeconds(15);

    /// <summary>Time of the processor in which markdown-it renders the text of a page: some 6 ms for each 1,000 characters. <see cref="Memory"/> ends it before, at 60,000 to 260,000 characters.</summary>
    public static readonly TimeSpan MarkdownTime = TimeSpan.FromSeconds(4);

    /// <summary>Time of the processor for one run: the counts above end what does too much long before.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(1.2);
}

/// <summary>A script or a template that could not go on; the message is English and technical, the line counts from 1, 0 where unknown.</summary>
internal sealed class SandboxException(string message, int line, bool isLimit, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Line of the script.</summary>
    public int Line { get; } = line;

    /// <summary>It asked for more than <see cref="SandboxLimits"/> allows.</summary>
    public bool IsLimit { get; } = isLimit;
}
