using PlansWeb.Loading.Data;

namespace PlansWeb.Loading;

/// <summary>A Markdown file, read but not yet rendered.</summary>
internal sealed class PageSource
{
    /// <summary>The file.</summary>
    public required FolderEntry Entry { get; init; }

    /// <summary>The file's problems; more are added while it is rendered.</summary>
    public required ProblemLog Problems { get; init; }

    /// <summary>The body, and the line it begins on.</summary>
    public required FrontMatterBlock Block { get; init; }

    /// <summary>All data of the page after the cascade.</summary>
    public required DataMap Data { get; init; }

    /// <summary>What the site understands of the data.</summary>
    public required FrontMatter FrontMatter { get; init; }

    /// <summary>The address, decoded; <see langword="null"/> for <c>permalink: false</c>: not served, but its data is there.</summary>
    public required string? Url { get; init; }
}
