using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>An entry of the navigation: one page's place in it.</summary>
/// <param name="Page">The page that asks for the entry.</param>
/// <param name="Title">Title in menus: the entry's, else its key where that is written for people (eleventy-navigation), else the page's title.</param>
/// <param name="Href">Address in links: the entry's own <c>url</c>, else the page's; percent-encoded.</param>
internal sealed record NavigationNode(ContentPage Page, string Title, string Href)
{
    /// <summary>The key, where the entry has one.</summary>
    public string? Key => Page.Navigation!.Key;

    /// <summary>Place among the siblings.</summary>
    public double Order => Page.Navigation!.Order;

    /// <summary>The entries below, in order. Entries that share a key share their children.</summary>
    public IReadOnlyList<NavigationNode> Children { get; internal set; } = [];
}
