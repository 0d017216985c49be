using System.Runtime.CompilerServices;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Site;

/// <summary>
/// A page. Immutable: a change on disk makes a new one in a new snapshot. Its body is rendered once, by whoever asks first or in the background.
/// Two pages are equal where they are the same object: pages are keys of menus and lists, and comparing all their data would take long.
/// </summary>
internal sealed record ContentPage
{
    /// <summary>The Markdown file, below the content folder, with <c>/</c>.</summary>
    public required string SourcePath { get; init; }

    /// <summary>The address as people read it: decoded, Unicode NFC, from <c>/</c>, such as <c>/réglementations/</c>.</summary>
    public required string Url { get; init; }

    /// <summary>The address as it stands in links: percent-encoded (RFC 3986).</summary>
    public required string Href { get; init; }

    /// <summary>Eleventy's <c>page.fileSlug</c>: the file's name without a date; for an index, its folder's.</summary>
    public required string FileSlug { get; init; }

    /// <summary>The title, which is the page's <c>h1</c>.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for search engines and cards.</summary>
    public string? Description { get; init; }

    /// <summary>The front matter's <c>date</c>, else the date in the file's path. It never hides a page.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The front matter's <c>updated</c>.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The front matter's <c>reviewDate</c>: the day from which someone should read the page again, or archive it (RGESN 5.8).</summary>
    public DateTimeOffset? ReviewDate { get; init; }

    /// <summary>The front matter's <c>changes</c>: what its writers tell readers of its history, the newest first.</summary>
    public IReadOnlyList<PageChange> Changes { get; init; } = [];

    /// <summary>Name of the Razor layout, such as <c>plans-action</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>Language, a BCP 47 tag.</summary>
    public string Lang { get; init; } = "fr";

    /// <summary>The tags, without duplicates, in the order of the cascade.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Place in the navigation, where the page asks for one.</summary>
    public NavigationEntry? Navigation { get; init; }

    /// <summary>
    /// The page is in <c>collections.all</c>, so in menus and lists; <see langword="false"/> with
    /// <c>eleventyExcludeFromCollections</c>: reachable, listed nowhere.
    /// </summary>
    public bool IsListed { get; init; } = true;

    /// <summary>What the page says of when and where it is public.</summary>
    public Publication Publication { get; init; } = Publication.Always;

    /// <summary>Search engines are asked to leave the page out: it is unlisted, by itself or through a page above it.</summary>
    public bool NoIndex { get; private init; }

    /// <summary>A summary (« Sommaire ») may be shown; <c>toc: false</c> says no.</summary>
    public bool AllowsSummary { get; init; } = true;

    /// <summary>Length of the body as it was written, in characters: known without rendering it. 0 for a page that the site makes.</summary>
    public int SourceLength { get; init; }

    /// <summary>
    /// What the Markdown became. A large site is public before all of it is rendered: then whoever asks first for this page renders it.
    /// </summary>
    public required OnDemand<PageBody> Text { get; init; }

    /// <summary>
    /// SHA-256 of the page's file, where the page is the same for as long as the file and <see cref="SiteContent.Surroundings"/> are;
    /// <see langword="null"/> for a page that shows the texts of others, the time, or what no file holds.
    /// </summary>
    public byte[]? SourceHash { get; init; }

    /// <summary>What is wrong with the page, as far as that is known without rendering it; <see cref="PageBody.Problems"/> has the rest.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>The rendered Markdown.</summary>
    public RenderedHtml Body => Text.Value.Html;

    /// <summary>The headings of the body, in order.</summary>
    public IReadOnlyList<Heading> Headings => Text.Value.Headings;

    /// <summary>The Markdown that the body was rendered from, Liquid resolved; without the front matter.</summary>
    public PackedText Markdown => Text.Value.Markdown;

    /// <summary>All data of the page after the cascade, as plain objects; unknown keys included.</summary>
    public required IReadOnlyDictionary<string, object?> Data { get; init; }

    /// <summary>The same page, reachable but listed nowhere.</summary>
    public ContentPage Unlisted() => this with { IsListed = false, NoIndex = true };

    /// <summary>The same page as it will be when it is public.</summary>
    public ContentPage Previewed() => this with { NoIndex = true, Publication = Publication.Shown };

    /// <inheritdoc/>
    public bool Equals(ContentPage? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Names the page; a record's own text would render the body.</summary>
    public override string ToString() => $"{Url} ({SourcePath})";
}

/// <summary>A change of a page that its writers tell readers of.</summary>
/// <param name="Date">The day.</param>
/// <param name="Note">What changed, as plain text.</param>
internal sealed record PageChange(DateTimeOffset Date, string Note);

/// <summary>What a page says of its place in the navigation: <c>eleventyNavigation</c> in the front matter.</summary>
/// <param name="Key">Name by which other entries call this one their parent.</param>
/// <param name="Parent">Key of the entry above; <see langword="null"/> for a root.</param>
/// <param name="Title">Title in menus.</param>
/// <param name="Order">Place among its siblings, ascending; 0 when the page does not say (eleventy-navigation 0.x).</param>
/// <param name="Url">Address that replaces the page's own in menus.</param>
/// <param name="Line">Line of the file where the entry is written, from 1; 0 where unknown.</param>
internal sealed record NavigationEntry(string? Key, string? Parent, string? Title, double Order, string? Url, int Line)
{
    /// <summary>Line of <see cref="Parent"/>, from 1; that of the entry where the page's own file has none.</summary>
    public int ParentLine { get => field == 0 ? Line : field; init; }
}

/// <summary>What a page says of when and where it is public. The page's <c>date</c> is no part of it: it never hides a page.</summary>
/// <param name="IsDraft"><c>draft: true</c>: not public.</param>
/// <param name="IsUnlisted"><c>unlisted: true</c>: reachable, listed nowhere.</param>
/// <param name="From"><c>publishDate</c>: public from this instant on.</param>
/// <param name="Until"><c>expiryDate</c>: public until just before this instant.</param>
internal sealed record Publication(bool IsDraft, bool IsUnlisted, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Public at any time, listed.</summary>
    public static Publication Always { get; } = new(false, false, null, null);

    /// <summary>Not public.</summary>
    public static Publication Draft { get; } = new(true, false, null, null);

    /// <summary>Public although a page above it is not: what a preview shows.</summary>
    public static Publication Shown { get; } = new(false, false, null, null) { IsForced = true };

    /// <summary>What the pages above say does not count.</summary>
    public bool IsForced { get; private init; }

    /// <summary>The page by itself may be seen at this instant.</summary>
    public bool IsPublicAt(DateTimeOffset now) => !IsDraft && (From is null || From <= now) && (Until is null || now < Until);
}
