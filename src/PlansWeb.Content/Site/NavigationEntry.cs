namespace PlansWeb.Content.Site;

/// <summary>What a page says of its place in the navigation: <c>eleventyNavigation</c> in the front matter.</summary>
/// <param name="Key">Name by which other entries call this one their parent.</param>
/// <param name="Parent">Key of the entry above; <see langword="null"/> for a root.</param>
/// <param name="Title">Title in menus.</param>
/// <param name="Order">Place among its siblings, ascending; 0 when the page does not say (eleventy-navigation 0.x).</param>
/// <param name="Url">Address that replaces the page's own in menus.</param>
/// <param name="Line">Line of the file where the entry is written, from 1; 0 where unknown.</param>
internal sealed record NavigationEntry(string? Key, string? Parent, string? Title, double Order, string? Url, int Line);
