using PlansWeb.Content.Site;

namespace PlansWeb.Content.FrontMatter;

/// <summary>The front matter that the site itself understands, after the data cascade. Everything else stays in the page's data.</summary>
internal sealed record PageFrontMatter
{
    /// <summary>The title as written; <see langword="null"/> when it is missing or empty.</summary>
    public string? Title { get; init; }

    /// <summary>The line of <c>title</c> in the page's own file, from 1; <see langword="null"/> where it is not there.</summary>
    public int? TitleLine { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The layout as written, such as <c>layouts/plans-action.njk</c>.</summary>
    public DataScalar? Layout { get; init; }

    /// <summary>The language of the page.</summary>
    public string? Lang { get; init; }

    /// <summary>The same, in the site's language where it names none.</summary>
    public PageFrontMatter In(string? lang) => Lang is null && lang is not null ? this with { Lang = lang } : this;

    /// <summary><c>date</c>, read or reported.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary><c>date</c> as written, where it names a time that the file does not hold: its own last change, or a commit's.</summary>
    public DataScalar? DateFrom { get; init; }

    /// <summary><c>updated</c>, read or reported.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary><c>reviewDate</c>, read or reported.</summary>
    public DateTimeOffset? ReviewDate { get; init; }

    /// <summary><c>changes</c>, the newest first; read or reported.</summary>
    public IReadOnlyList<PageChange> Changes { get; init; } = [];

    /// <summary>The tags, without duplicates.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary><c>permalink</c> as written: text or <c>false</c>.</summary>
    public DataScalar? Permalink { get; init; }

    /// <summary>Old addresses of the page.</summary>
    public IReadOnlyList<DataScalar> Aliases { get; init; } = [];

    /// <summary><c>eleventyNavigation</c>.</summary>
    public NavigationEntry? Navigation { get; init; }

    /// <summary><c>eleventyExcludeFromCollections: true</c>.</summary>
    public bool ExcludedFromAll { get; init; }

    /// <summary>Names of collections that the page is kept out of (the list form of <c>eleventyExcludeFromCollections</c>).</summary>
    public IReadOnlyList<string> ExcludedFrom { get; init; } = [];

    /// <summary><c>toc</c>: the page may have a summary.</summary>
    public bool Toc { get; init; } = true;

    /// <summary><c>draft</c>, <c>unlisted</c>, <c>publishDate</c>, <c>expiryDate</c>.</summary>
    public Publication Publication { get; init; } = Publication.Always;
}
