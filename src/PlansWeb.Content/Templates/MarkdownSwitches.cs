namespace PlansWeb.Content.Templates;

/// <summary>What Markdown does beside CommonMark.</summary>
internal sealed record MarkdownSwitches
{
    /// <summary>French typography.</summary>
    public bool Typographer { get; init; } = true;

    /// <summary>
    /// Words and anchors are those of Eleventy's markdown-it: its quotes instead of French typography, and anchors by Eleventy's slugify.
    /// </summary>
    public bool IsExact { get; init; }

    /// <summary>markdown-it's <c>quotes</c>, one a line: double opening and closing, single opening and closing.</summary>
    public string Quotes { get; init; } = "\u201C\n\u201D\n\u2018\n\u2019";

    /// <summary>A single line break breaks the line.</summary>
    public bool Breaks { get; init; } = true;

    /// <summary>Addresses in running text become links.</summary>
    public bool Linkify { get; init; } = true;

    /// <summary>Four spaces make a block of code.</summary>
    public bool IndentedCode { get; init; } = true;

    /// <summary>Braces give what stands before them a class, an id and attributes (markdown-it-attrs).</summary>
    public bool Braces { get; init; } = true;

    /// <summary>Three colons or question marks open a component (markdown-it-container, as eleventy-dsfr sets it up).</summary>
    public bool Containers { get; init; } = true;

    /// <summary>Plugins of the project give a meaning to marks that have none here, as footnotes: nothing is said of those.</summary>
    public bool HasMarks { get; init; }

    /// <summary>The names of the project's containers, in the place of those of eleventy-dsfr; <see langword="null"/> where there is no project that says so.</summary>
    public IReadOnlySet<string>? ContainerNames { get; init; }

    /// <summary>Functions or marks of the project open containers too: their names are not all known.</summary>
    public bool AreContainersOpen { get; init; }
}
