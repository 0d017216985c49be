using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Dsfr;
using PlansWeb.Dsfr.Components;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Writes what a page with <c>layout: list</c> lists: the tags, a card for each page, the other pages of the list.</summary>
internal static class PageListHtml
{
    /// <summary>The HTML that follows the text of the page.</summary>
    /// <param name="part">Which page of the list.</param>
    /// <param name="source">The page.</param>
    /// <param name="collections">The collections now.</param>
    public static string Of(PagePart part, ParsedPage source, IReadOnlyDictionary<string, object?> collections)
    {
        var parts = part.List.Parts(collections, part.Tag)!;
        var items = part.Number < parts.Count ? parts[part.Number].OfType<CollectionItem>() : [];
        var home = Home(part);
        var tags = part.List.Tags(collections).Select(tag => new MenuItem(tag, $"{home}tags/{Slug.Of(tag)}/") { IsCurrent = tag == part.Tag });
        return new Tags { Label = ContentTexts.ListTags, Items = [.. tags] }.ToHtml()
            + string.Concat(items.Select(item => Card(item, source)))
            + new PlansWeb.Dsfr.Components.Pagination
            {
                Label = ContentTexts.ListPages,
                Page = part.Number + 1,
                Count = parts.Count,
                FirstHref = part.Hrefs[0],
                NumberedHref = part.Hrefs[0] + "page-",
                NumberedEnd = "/",
                PageText = ContentTexts.ListPageName,
                PreviousText = ContentTexts.ListPrevious,
                NextText = ContentTexts.ListNext,
            }.ToHtml();
    }

    // The address of the list itself, percent-encoded.
    private static string Home(PagePart part) => part.Tag is null ? part.Hrefs[0] : part.Hrefs[0][..^$"tags/{Slug.Of(part.Tag)}/".Length];

    private static string Card(CollectionItem item, ParsedPage source)
    {
        var title = item.Data.GetValueOrDefault("title") as string ?? item.Page.FileSlug;
        var date = item.Page.Date is { } day ? new Element("p", null, new Element("time", null, Formats.Date(day)).Set("datetime", French.IsoDate(day))) : null;
        var description = item.Data.GetValueOrDefault("description") as string;
        var entry = new Element("article", "site-list", new Element("h2", null, new Element("a", null, title).Set("href", item.Page.Url)));
        entry = item.Page.Lang == (source.FrontMatter.Lang ?? "fr") ? entry : entry.Set("lang", item.Page.Lang);
        entry.Add(date is null ? [] : [date]).Add(string.IsNullOrWhiteSpace(description) ? [] : [new Element("p", null, description)]);
        return entry.ToHtml();
    }
}
