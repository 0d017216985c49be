using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>An entry of a feed, whatever its format.</summary>
/// <param name="Id">What tells it from all others, for ever: an absolute address.</param>
/// <param name="Href">Where it can be read, an absolute address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Published">When it was published, where that is known.</param>
/// <param name="Updated">When it changed last.</param>
/// <param name="Html">Its content, every address in it absolute.</param>
internal sealed record FeedEntry(string Id, string Href, string Title, DateTimeOffset? Published, DateTimeOffset Updated, string Html)
{
    /// <summary>Its language, a BCP 47 tag.</summary>
    public string Lang { get; init; } = "fr";

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>One sentence about it; <see langword="null"/> for none.</summary>
    public string? Summary { get; init; }

    /// <summary>The entry of a page. Its id is the permanent address: a page that moves leaves a redirect, but is another entry.</summary>
    public static FeedEntry Of(ContentPage page, SiteAddress site)
    {
        var address = site.Absolute(page.Href)!;
        return new FeedEntry(address, address, page.Title, page.Date, UpdatedAt(page), FeedContent.Of(page, address)) { Lang = page.Lang, Tags = page.Tags, Summary = page.Description };
    }

    /// <summary>When a page changed last: never before it was published.</summary>
    public static DateTimeOffset UpdatedAt(ContentPage page) =>
        page.Updated is { } updated && updated > (page.Date ?? DateTimeOffset.MinValue) ? updated : page.Date ?? page.Updated!.Value;
}
