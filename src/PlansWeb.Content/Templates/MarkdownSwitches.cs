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

    /// <summary>The containers of the project, in the place of those of eleventy-dsfr; <see langword="null"/> where there is no project that says so.</summary>
    public ProjectContainers? Own { get; init; }

    /// <summary>What markdown-it-anchor would add to headings, where a project uses it.</summary>
    public HeadingAnchors? Anchors { get; init; }
}

/// <summary>What a project's markdown-it-anchor adds to headings, beside their id.</summary>
/// <param name="Levels">The levels that it changes, in which each <c>1</c> to <c>6</c> stands once.</param>
/// <param name="TabIndex">The value of <c>tabindex</c>; empty for none.</param>
/// <param name="IsSlugged">Ids are made by Eleventy's <c>slugify</c>; else the text is lowercased and percent-encoded.</param>
/// <param name="Link">The link; <see langword="null"/> for none.</param>
internal sealed record HeadingAnchors(string Levels, string TabIndex, bool IsSlugged, HeadingLink? Link);

/// <summary>The link in a heading to itself.</summary>
/// <param name="IsAround">It holds the text of the heading; else it stands beside it with a symbol.</param>
/// <param name="Class">Its class; empty for none.</param>
/// <param name="Symbol">HTML of the symbol, as the project gives it.</param>
/// <param name="Space">What stands between text and symbol.</param>
/// <param name="IsBefore">The symbol comes first.</param>
/// <param name="IsHidden">It is hidden from assistive technology.</param>
internal sealed record HeadingLink(bool IsAround, string Class, string Symbol, string Space, bool IsBefore, bool IsHidden);
