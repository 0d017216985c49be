using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>The answer to a query: one page of its results.</summary>
internal sealed record SearchResults
{
    /// <summary>What was looked for.</summary>
    public required SearchQuery Query { get; init; }

    /// <summary>Number of pages found.</summary>
    public required int Total { get; init; }

    /// <summary>How many of the pages found have all the words; the others have most of them.</summary>
    public required int WithAllWords { get; init; }

    /// <summary>A page found has all the words.</summary>
    public bool HasAllWords => WithAllWords > 0;

    /// <summary>The page of the results that is shown, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The number of pages of results, at least 1.</summary>
    public required int PageCount { get; init; }

    /// <summary>The results shown, best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>The query with known words in the place of unknown ones; <see langword="null"/> where all are known or none is near.</summary>
    public string? Suggestion { get; init; }
}

/// <summary>A page that was found.</summary>
/// <param name="Page">The page.</param>
/// <param name="Excerpt">Where it speaks of what was looked for: pieces of text in order.</param>
internal sealed record SearchHit(ContentPage Page, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>A piece of an excerpt.</summary>
/// <param name="Text">Plain text, not HTML-encoded.</param>
/// <param name="IsMatch">The piece is a word that was looked for.</param>
internal readonly record struct ExcerptPart(string Text, bool IsMatch);
