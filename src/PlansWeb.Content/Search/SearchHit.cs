using PlansWeb.Content.Site;

namespace PlansWeb.Content.Search;

/// <summary>A page that was found.</summary>
/// <param name="Page">The page.</param>
/// <param name="Excerpt">Where it speaks of what was looked for: pieces of text in order.</param>
internal sealed record SearchHit(ContentPage Page, IReadOnlyList<ExcerptPart> Excerpt);
