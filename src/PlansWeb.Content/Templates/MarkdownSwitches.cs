namespace PlansWeb.Content.Templates;

/// <summary>What Markdown does beside CommonMark.</summary>
internal sealed record MarkdownSwitches
{
    /// <summary>French typography.</summary>
    public bool Typographer { get; init; } = true;

    /// <summary>A single line break breaks the line.</summary>
    public bool Breaks { get; init; } = true;

    /// <summary>Addresses in running text become links.</summary>
    public bool Linkify { get; init; } = true;

    /// <summary>Four spaces make a block of code.</summary>
    public bool IndentedCode { get; init; } = true;
}
