using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>A feed, whatever its format: what it is called and the pages in it.</summary>
internal sealed class Feed
{
    /// <summary>The longest feed. Readers ask for it again and again: it is for what is new, and the sitemap has the rest.</summary>
    public const int MostEntries = 30;

    /// <summary>Makes a feed of the latest of these pages.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="home">The page that the feed belongs to, an absolute address.</param>
    /// <param name="pages">The pages it may hold. Those without a date are left out: nobody can tell when they were new.</param>
    public Feed(string title, string home, IEnumerable<ContentPage> pages)
    {
        Title = title;
        Home = home;
        Pages = [.. pages.Where(static page => page.Date is not null || page.Updated is not null)
            .OrderByDescending(UpdatedAt).ThenBy(static page => page.SourcePath, StringComparer.Ordinal).Take(MostEntries)];
    }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>The absolute address of the page that the feed belongs to.</summary>
    public string Home { get; }

    /// <summary>The pages, the latest first.</summary>
    public IReadOnlyList<ContentPage> Pages { get; }

    /// <summary>When the latest page changed. A feed without pages never did; it has to name an instant, and the clock's would make a change of each load.</summary>
    public DateTimeOffset Updated => Pages.Count > 0 ? UpdatedAt(Pages[0]) : DateTimeOffset.UnixEpoch;

    /// <summary>When a page changed last: never before it was published.</summary>
    public static DateTimeOffset UpdatedAt(ContentPage page) =>
        page.Updated is { } updated && updated > (page.Date ?? DateTimeOffset.MinValue) ? updated : page.Date ?? page.Updated!.Value;
}
