using PlansWeb.Content.Site;

namespace PlansWeb.Content.Tests.Site;

/// <summary>Pages and content made by hand, without files.</summary>
internal static class StorePages
{
    public static ContentPage Page(string url, NavigationEntry? navigation = null, string? path = null, DateTimeOffset? date = null, bool isListed = true, Publication? publication = null) => new()
    {
        SourcePath = path ?? $"{url.Trim('/')}.md",
        Url = url,
        Href = Address.Encode(url),
        FileSlug = "",
        Title = $"Page {url}",
        Layout = "page",
        Navigation = navigation,
        Date = date,
        IsListed = isListed,
        Publication = publication ?? Publication.Always,
        Text = PageBody.Of("<p>Texte</p>"),
        Data = new Dictionary<string, object?>(),
    };

    public static SiteContent Loaded(params ContentPage[] pages) => new() { Pages = pages, Version = "v1" };
}
