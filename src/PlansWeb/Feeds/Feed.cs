using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>A feed, whatever its format: what it is called and what is in it.</summary>
/// <param name="Site">Whose it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Home">The page that the feed belongs to, an absolute address.</param>
/// <param name="Entries">What is in it, the latest first.</param>
internal sealed record Feed(SiteIdentity Site, string Title, string Home, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Its language, a BCP 47 tag: that of the page that it belongs to. Entries in another say so.</summary>
    public required string Lang { get; init; }

    /// <summary>What tells it from all others; <see langword="null"/> where <see cref="Home"/> does.</summary>
    public string? Id { get; init; }

    /// <summary>The longest feed. Readers ask for it again and again: it is for what is new, and the sitemap has the rest.</summary>
    public const int MostEntries = 30;

    /// <summary>When the latest entry changed. An empty feed never did; it has to name an instant, and the clock's would make a change of each load.</summary>
    public DateTimeOffset Updated => Entries.Count > 0 ? Entries[0].Updated : DateTimeOffset.UnixEpoch;

    /// <summary>A feed of the latest of these pages. Those without a date are left out: nobody can tell when they were new.</summary>
    /// <param name="identity">Whose it is.</param>
    /// <param name="title">Its title.</param>
    /// <param name="home">The page that the feed belongs to, an absolute address.</param>
    /// <param name="lang">Its language.</param>
    /// <param name="pages">The pages it may hold.</param>
    /// <param name="site">The public address.</param>
    public static Feed Of(SiteIdentity identity, string title, string home, string lang, IEnumerable<ContentPage> pages, SiteAddress site) => new(identity, title, home,
    [
        .. Latest(pages).Take(MostEntries).Select(page => FeedEntry.Of(page, site)),
    ])
    {
        Lang = lang,
    };

    /// <summary>The pages that a feed may hold, in its order.</summary>
    public static IEnumerable<ContentPage> Latest(IEnumerable<ContentPage> pages) => pages.Where(static page => page.Date is not null || page.Updated is not null)
        .OrderByDescending(FeedEntry.UpdatedAt).ThenBy(static page => page.SourcePath, StringComparer.Ordinal);
}
